-- What the functions read and give: NULL, numbers, BLOBs, limits, JSON.
SELECT ftext_token_count(NULL) IS NULL, ftext_token_count('x', NULL) IS NULL,
  ftext_token_count('x', 'gpt2', NULL) IS NULL, ftext_encode(NULL) IS NULL,
  ftext_decode(NULL) IS NULL, ftext_first_token(NULL) IS NULL,
  ftext_first_token_id(NULL) IS NULL;
SELECT count(*) FROM ftext_tokens(NULL);
SELECT count(*) FROM ftext_tokens('x', NULL);
SELECT ftext_token_count(''), ftext_encode(''), ftext_decode('[]') = '',
  ftext_first_token('') IS NULL, ftext_first_token_id('') IS NULL,
  ftext_token_count(x'') = 0, (SELECT count(*) FROM ftext_tokens(''));
SELECT ftext_encode(12345, 'cl100k_base'), ftext_encode('12345', 'cl100k_base'),
  ftext_encode(1.5, 'cl100k_base'), ftext_encode('1.5', 'cl100k_base'),
  ftext_encode(x'3132', 'cl100k_base'), ftext_encode(-7, 'cl100k_base');
SELECT typeof(ftext_token_count('x')), typeof(ftext_first_token('x')),
  typeof(ftext_first_token('👍', 'cl100k_base')),
  hex(ftext_first_token('👍', 'cl100k_base')), typeof(ftext_encode('x'));
SELECT json_object('ids', ftext_encode('hello world', 'cl100k_base'));
SELECT position, id, typeof(token), hex(token), start, length
  FROM ftext_tokens('é👍', 'cl100k_base');
-- a limit: exact up to it, one more behind it, whatever the type of number
SELECT ftext_token_count('one two three', 'gpt2', 0),
  ftext_token_count('one two three', 'gpt2', 2),
  ftext_token_count('one two three', 'gpt2', 3),
  ftext_token_count('one two three', 'gpt2', '2'),
  ftext_token_count('one two three', 'gpt2', 2.0),
  ftext_token_count('one two three', 'gpt2', 9223372036854775807),
  ftext_token_count('', 'gpt2', 0);
-- specials only where they are asked for; segments are cut apart first
SELECT ftext_encode('hello <|endoftext|>', 'gpt2', 'all'),
  ftext_encode('<|endoftext|>', 'gpt2'), ftext_encode('<|endoftext|>', 'gpt2', 'none');
SELECT ftext_encode('a  <|fim_prefix|> b<|endofprompt|>', 'cl100k_base', 'all');
SELECT ftext_encode('<|start|>user<|message|>hi<|end|><|reserved_200018|>' ||
  '<|reserved_200000|><|reserved_201087|><|reserved_201088|><|x', 'o200k_harmony',
  'all');
SELECT ftext_decode('[200006,200018,200000,201087]', 'o200k_harmony');
SELECT ftext_decode('[15339,1917]', 'cl100k_base'), ftext_decode(15339, 'cl100k_base'),
  hex(ftext_decode('[9468]', 'cl100k_base')), ftext_decode('[9468,239,235]', 'cl100k_base');
-- lateral joins, an index, a generated column
CREATE TABLE t(x TEXT, n INTEGER GENERATED ALWAYS AS (ftext_token_count(x)) STORED);
INSERT INTO t VALUES ('hello world'), (NULL), ('');
CREATE INDEX i ON t(ftext_first_token_id(x, 'gpt2'));
SELECT x, n, k.id FROM t LEFT JOIN ftext_tokens(t.x, 'gpt2') AS k;
SELECT x FROM t WHERE ftext_first_token_id(x, 'gpt2') = 31373;
SELECT (SELECT group_concat(id) FROM ftext_tokens(t.x)) FROM t;
.bail off
SELECT ftext_decode('[100256]', 'cl100k_base');
SELECT ftext_decode('[-1]', 'gpt2');
SELECT ftext_decode('["x"]', 'gpt2');
SELECT ftext_decode('[1.0]', 'gpt2');
SELECT ftext_decode('{"a":1}', 'gpt2');
SELECT ftext_decode('[1,', 'gpt2');
SELECT ftext_decode('[200000]', 'o200k_base');
SELECT ftext_encode('x', 'gpt2', 'some');
SELECT ftext_encode('x', 'gpt2', 'All');
SELECT ftext_token_count();
SELECT ftext_token_count('x', 'gpt2', 1, 2);
-- no result is longer than the connection allows
.limit length 40
SELECT ftext_encode('a b c d e f g h i j k l m n o');
SELECT ftext_decode('[58040,58040]', 'cl100k_base');
