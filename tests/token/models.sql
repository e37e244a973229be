-- Model names: exact, by prefix, fine-tuned, in any case; unknown gives NULL
-- from ftext_encoding and an error everywhere else.
SELECT name, ftext_encoding(name) FROM (
  SELECT value AS name, key FROM json_each('["gpt-4o","gpt-4o-mini-2024-07-18",
    "GPT-4O","gpt-4","gpt-4-turbo","gpt-4.1","gpt-4.1-nano","gpt-4.5-preview",
    "gpt-5","gpt-5.1-mini","o1","o1-mini","o3-pro","o4-mini","o4-mini-x",
    "chatgpt-4o-latest","gpt-3.5-turbo-0125","gpt-35-turbo","gpt-oss-120b",
    "davinci-002","text-davinci-003","code-davinci-edit-001","davinci","ada",
    "gpt2","gpt-2","text-embedding-3-small","r50k_base","o200k_harmony",
    "ft:gpt-4o-mini-2024-07-18:org:name:id","ft:gpt-4.1-2025-04-14:o::i",
    "ft:o4-mini-2025-04-16:o::i","ft:gpt-3.5-turbo-0613:o::i","ft:davinci-002:o::i",
    "davinci:ft-org-2023-01-01","ada:ft-x","FT:GPT-4:a","gpt-6","o2",
    "text-davinci-00","ft:","","claude"]') ORDER BY key);
SELECT ftext_encoding(NULL) IS NULL;
SELECT count(*) FROM ftext_models;
-- every listed name stands for the encoding beside it, and encodes by it
SELECT model FROM ftext_models
  WHERE ftext_encoding(replace(model, '*', 'x')) IS NOT encoding;
SELECT model FROM ftext_models
  WHERE ftext_encode('don''T 1234  x', replace(model, '*', 'x')) IS NOT
    ftext_encode('don''T 1234  x', encoding);
.bail off
SELECT ftext_token_count('x', 'gpt9');
SELECT ftext_encode('x', 'it''s' || char(10) || 'none');
SELECT count(*) FROM ftext_tokens('x', 'gpt9');
SELECT ftext_token_count('x', 'cl100k');
SELECT ftext_token_count('x', 'gpt4o');
SELECT count(*) FROM ftext_tokens('x', 'o200k-bsae');
