-- Reserved tokens, names of models, and what is no id.
SELECT ftext_encode('<|reserved_200013|>', 'o200k_harmony', 'all'),
       ftext_encode('<|reserved_201087|>', 'o200k_harmony', 'all'),
       ftext_decode('[200013,201087]', 'o200k_harmony');
SELECT value, json_array_length(ftext_encode(value, 'o200k_harmony', 'all')) > 1
  FROM json_each('["<|reserved_200012|>","<|reserved_201088|>",
    "<|reserved_20001|>","<|reserved_2000133>","<|reserved_20001x|>",
    "<|reserved_200013|","<|reservec_200013|>","<|reserved_000000|>"]');
SELECT ftext_encode('<|reserved_200013|>', 'o200k_base', 'all')
     = ftext_encode('<|reserved_200013|>', 'o200k_base');
SELECT ftext_encode('<|endoftext|><|x|><|endoftext|', 'gpt2', 'all'),
       ftext_encode('<', 'gpt2', 'all'), ftext_encode('', 'gpt2', 'all');
SELECT value, ftext_encoding(value) FROM json_each('["f","ft","ft:","fx:gpt-4",
  "xt:gpt-4","ft;gpt-4","FT:gpt-4o","ft:gpt-4o:a","ft:nothing:a",":gpt-4",
  "gpt-4o-a-name-far-longer-than-any-that-a-model-has-ever-had-or-will-have"]');
SELECT ftext_encoding('gpt-4' || char(0)), ftext_encoding(char(0)),
       ftext_encoding('ft:gpt-4' || char(0) || ':x');
-- contractions with the long s, whole and cut short
SELECT hex(token) FROM ftext_tokens('x''' || char(0x17F), 'cl100k_base');
SELECT hex(token) FROM ftext_tokens(CAST(x'7827C5' AS TEXT), 'cl100k_base');
SELECT hex(token) FROM ftext_tokens(CAST(x'7827C53F' AS TEXT), 'cl100k_base');
SELECT hex(token) FROM ftext_tokens('x''' || char(0x17E), 'cl100k_base');
-- chunks
SELECT * FROM ftext_chunks('a b c d', 2, 1, 'gpt2');
SELECT count(*) FROM ftext_chunks(NULL, 2);
SELECT count(*) FROM ftext_chunks('', 2);
-- a tool without parameters, with parameters that are none
SELECT value, ftext_chat_token_count('{"messages":[],"tools":[{"type":"function",
  "function":{"name":"f","description":"d."' || value || '}}]}') FROM json_each(
  '["",",\"parameters\":null",",\"parameters\":{}",
    ",\"parameters\":{\"properties\":{}}",",\"parameters\":{\"properties\":[]}",
    ",\"parameters\":{\"properties\":7}",
    ",\"parameters\":{\"properties\":{\"a\":{}}}",
    ",\"parameters\":{\"properties\":{\"a\":{\"type\":\"string\"}}}",
    ",\"parameters\":{\"properties\":{\"a\":{\"type\":7,\"description\":1}}}"]');
SELECT value, ftext_chat_token_count(value) FROM json_each(
  '["[{\"role\":\"user\"}]","[{\"role\":7,\"content\":8}]",
    "[{\"role\":\"user\",\"content\":null,\"name\":null}]",
    "[{\"content\":[{\"type\":\"text\",\"text\":\"a\"}]}]",
    "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"tools\":[]}"]');
.bail off
SELECT ftext_decode('[-1]');
SELECT ftext_decode('[200019]');
SELECT ftext_decode('[199998]');
SELECT ftext_decode('[1.5]');
SELECT ftext_decode('[9223372036854775808]');
SELECT ftext_decode('["1"]');
SELECT ftext_decode('{}');
SELECT ftext_decode('[1', 'gpt2');
SELECT count(*) FROM ftext_chunks('a', 0);
SELECT count(*) FROM ftext_chunks('a', 2, 2);
SELECT count(*) FROM ftext_chunks('a', 2, -1);
SELECT count(*) FROM ftext_chunks('a', 2, 0, 'gpt-2');
SELECT count(*) FROM ftext_chunks('a', 2, 0, 'none');
SELECT ftext_chat_token_count('[7]');
