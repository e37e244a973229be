-- What other tokenizers in databases got wrong, each as a test: what is printed
-- was computed with npm tiktoken 1.0.22, or is a 1 for "so it is".
.mode list
CREATE TABLE encodings AS SELECT name AS e FROM ftext_encodings;

.print pg_tiktoken, ttok: special tokens in data are ordinary text, 7 tokens
SELECT e, ftext_token_count('<|endoftext|>', e),
  json_array_length(ftext_encode('<|endoftext|>', e)),
  (SELECT count(*) FROM ftext_tokens('<|endoftext|>', e)),
  ftext_token_count('hello <|endoftext|> world<|endoftext|>', e)
FROM encodings;

.print pg_tiktoken: not IMMUTABLE, slow on many rows: 10,000 rows, indexed
CREATE TABLE texts(id INTEGER PRIMARY KEY, body TEXT,
  n INTEGER GENERATED ALWAYS AS (ftext_token_count(body, 'cl100k_base')) STORED);
CREATE INDEX by_count ON texts(ftext_token_count(body));
INSERT INTO texts(body) SELECT 'ticket ' || value || ' is not answered'
  FROM generate_series(1, 10000);
SELECT count(*), min(n), max(n), sum(n), sum(ftext_token_count(body))
FROM texts;
SELECT count(*) FROM texts INDEXED BY by_count
WHERE ftext_token_count(body) = 7;

.print pg_tiktoken_c: o200k_base with the pattern of cl100k_base
WITH t(x) AS (VALUES ('helloWORLD'), ('it''s'), ('cafe' || char(0x301)),
  ('abc/def/' || char(10)))
SELECT replace(x, char(10), '\n'), ftext_encode(x, 'cl100k_base'),
  ftext_encode(x, 'o200k_base') FROM t;

.print pg_tiktoken_c: 2048 bytes at most in a piece, and no check of it
.print bytes: counts in r50k_base, cl100k_base, o200k_base; nothing is lost
CREATE TABLE runs AS
  SELECT size, unit, CAST(replace(hex(zeroblob(size)), '00', unit) AS TEXT) AS x
  FROM (SELECT value AS size FROM json_each('[2048,2049,1048576]')),
    (SELECT value AS unit FROM json_each('["a","-","_","^"," ","\n","0"]'));
SELECT size || ' x ' || quote(replace(unit, char(10), '\n')),
  ftext_token_count(x, 'r50k_base'), ftext_token_count(x, 'cl100k_base'),
  ftext_token_count(x, 'o200k_base'),
  ftext_decode(ftext_encode(x, 'r50k_base'), 'r50k_base') = x,
  ftext_decode(ftext_encode(x)) = x,
  (SELECT sum(length) FROM ftext_tokens(x)) = size
FROM runs;

.print tiktoken, harmony, n8n: a megabyte without a boundary takes for ever
-- Linear congruential letters: the same on every machine.
CREATE TABLE long(name TEXT, x TEXT);
INSERT INTO long WITH RECURSIVE r(i, seed) AS (VALUES (0, 1) UNION ALL
  SELECT i + 1, (seed * 1103515245 + 12345) % 2147483648 FROM r WHERE i < 8191),
kinds(name, letters) AS (VALUES ('letters', 'abcdefghijklmnopqrstuvwxyz'),
  ('DNA', 'ACGT'), ('base64',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'),
  ('Chinese', '的一是不了人我在有他这中大来上个国到说们为子和你地出道也时年'))
SELECT name, group_concat(substr(letters,
  1 + seed / 65536 % length(letters), 1), '') FROM kinds, r GROUP BY name;
SELECT name, length(CAST(x AS BLOB)), ftext_token_count(x, 'r50k_base'),
  ftext_token_count(x, 'cl100k_base'), ftext_token_count(x, 'o200k_base')
FROM long ORDER BY name;
-- 128 times as long: counted to its end
UPDATE long SET x = replace(hex(zeroblob(128)), '00', x);
SELECT name, (SELECT sum(length) FROM ftext_tokens(x)) = length(CAST(x AS BLOB)),
  ftext_token_count(x) FROM long ORDER BY name;

.print pg_tiktoken_c: what a pattern does not match ends the text
WITH t(x) AS (VALUES (x'6f6e65ff74776f'), (x'f09f'), (x'00'), (x'61c080620063'),
  (x'eda08078'), (x'20f4908080'), (x'e2802822'))
SELECT hex(x), e, (SELECT sum(length) FROM ftext_tokens(x, e)) =
  length(CAST(ftext_decode(ftext_encode(x, e), e) AS BLOB)),
  ftext_decode(ftext_encode(x, e), e) = ftext_normalize(x, '')
FROM t, encodings WHERE e IN ('r50k_base', 'cl100k_base', 'o200k_base');

.print pg_tiktoken_c: encode, count and chunk are three loops that disagree
CREATE TABLE samples(x);
INSERT INTO samples SELECT body FROM texts WHERE id % 1000 = 0;
INSERT INTO samples SELECT x FROM runs WHERE size < 4000;
INSERT INTO samples VALUES (''), ('I''LL be BACK, you''RE sure?'),
  ('  lead' || char(13, 10, 13, 10) || ' trail  '), ('日本語 العربية हिन्दी'),
  ('👨‍👩‍👧‍👦'), ('1234567890'), ('a' || char(0) || 'b'), (12345), (1.5),
  (x'f0'), (x'ff41'), ('<|endoftext|>');
SELECT count(*), sum(n = json_array_length(ftext_encode(x, e))
    AND n = (SELECT count(*) FROM ftext_tokens(x, e))
    AND n = (SELECT coalesce(sum(token_count), 0)
      FROM ftext_chunks(x, 5, 0, e))
    AND n = ftext_token_count(x, e, n)
    AND first IS (SELECT id FROM ftext_tokens(x, e) LIMIT 1)
    AND first IS json_extract(ftext_encode(x, e), '$[0]'))
FROM (SELECT x, e, ftext_token_count(x, e) AS n,
  ftext_first_token_id(x, e) AS first FROM samples, encodings);

.print pg_tiktoken_c: cuts by searching over prefix counts
-- The counts of the beginnings rise to 4 and fall to 2.
SELECT e, group_concat(ftext_truncate('notwithstanding', value, e), '|')
FROM encodings, generate_series(0, 5) GROUP BY e;

.print IREE: <|endoftext|> of p50k_base is 50256, where 50281 was typed
SELECT e, ftext_encode('<|endoftext|>', e, 'all'),
  ftext_decode(ftext_encode('<|endoftext|>', e, 'all'), e) FROM encodings;

.print c-tiktoken: bytes that are unknown are dropped
-- The 256 bytes are the ids 0 to 255, one each, in some order.
SELECT e, count(*), count(DISTINCT hex(ftext_decode(value, e))),
  count(DISTINCT ftext_decode(value, e)) FILTER (WHERE
    length(CAST(ftext_decode(value, e) AS BLOB)) = 1)
FROM encodings, generate_series(0, 255) GROUP BY e;
SELECT sum(ftext_decode(ftext_encode(char(value), e), e) = char(value)),
  min(ftext_token_count(char(value), e)) FROM encodings,
  generate_series(1, 255);

.print tiktoken-go/tokenizer: classes of Unicode 15, not 16
WITH t(x) AS (VALUES (char(0x1C89) || '\u'), (char(0x2EBF0) || '\u'),
  (char(0x1E5D0) || '\u'), (char(0x10D4A) || '\u'))
SELECT ftext_encode(x, 'cl100k_base'), ftext_encode(x, 'o200k_base') FROM t;

.print tiktoken's model table: fine-tuned gpt-4.1 and gpt-5 by their prefix
SELECT ftext_encoding('ft:gpt-4.1-2025-04-14:o::i'),
  ftext_encoding('ft:gpt-5-mini:o::i'), ftext_encoding('davinci:ft-o-2023');

.print OpenAI's cookbook: a member that is no string stops the count
SELECT ftext_chat_token_count('[{"role":"user","content":"hi","weight":1}]'),
  ftext_chat_token_count('[{"role":"assistant","content":null,
    "function_call":{"name":"f","arguments":"{}"}}]');

.print sqlite-lembed: long input crashes
SELECT ftext_token_count(substr(replace(hex(zeroblob(60000)), '00',
  'the quick brown fox '), 1, 1048576));

.print pgEdge vectorizer: a count that is not known becomes characters / 4
.bail off
SELECT ftext_token_count('some text', 'embedding-9');
SELECT ftext_chat_token_count('[]', 'llama-3');
SELECT count(*) FROM ftext_chunks('some text', 3, 0, 'bert');
