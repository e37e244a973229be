-- The cases that functions of other extensions have crashed on or answered
-- wrongly, each given to the whole surface.  What needs a file, a signal or a
-- program that loads ftext is in tests/file (a query that fails or is
-- interrupted, paths) and in load.sh; runs and special tokens are in
-- tests/token/peers.sql.
.mode list
.print broken UTF-8, NUL, the ends of Unicode: every function, twice the same
CREATE TABLE edges(x);
INSERT INTO edges VALUES (CAST(x'f0' AS TEXT)), (CAST(x'ff41' AS TEXT)),
  (CAST(x'c3' AS TEXT)), (CAST(x'eda080' AS TEXT)), (CAST(x'c080' AS TEXT)),
  (CAST(x'f4908080' AS TEXT)), (CAST(x'f09f98' AS TEXT)),
  ('a' || char(0) || 'b'), (char(0)), (''), (' '), (char(0x10FFFF)),
  (char(0xFEFF) || 'a'), (char(0xFFFE)), ('I''S ' || '''ſ'), (char(13, 10, 13, 10)),
  ('x  ' || char(10) || '   y'), ('1 12 123 1234'), (x''), (x'f0'), (x'00ff'),
  (12345), (-0.0), (2.0), (-9223372036854775808), ('Ⅷ½٣'),
  (char(0x1C89) || '\u'), (char(0x2EBF0)), (char(0x1E5D0)), (char(0x10D4A));
CREATE VIEW answers AS SELECT x,
  json_array(ftext_token_count(x), ftext_token_count(x, 'gpt2', 3),
    ftext_first_token_id(x), hex(ftext_first_token(x)), ftext_encode(x),
    ftext_encode(x, 'cl100k_base', 'all'), hex(ftext_truncate(x, 2)),
    (SELECT json_group_array(id) FROM ftext_tokens(x)),
    (SELECT json_group_array(hex(chunk)) FROM ftext_chunks(x, 2)),
    ftext_encoding(x)) AS token,
  json_array(ftext_unit(x), ftext_split(x, 'valid=1,train=4', 7),
    ftext_fold(x, 5)) AS split,
  json_array(hex(ftext_normalize(x)), ftext_fingerprint(x),
    ftext_similarity(x, 'a'), hex(ftext_minhash(x)),
    (SELECT count(*) FROM ftext_bands(ftext_minhash(x)))) AS text,
  json_array(ftext_match_class(x, '{"one":" 1","two":" 2"}'),
    (SELECT json_group_array(completion) FROM ftext_class_map(
      json_array('a', 'b' || ftext_normalize(x, '')), 'gpt2', 'label'))) AS label,
  json_array(ftext_record('openai-chat', y, '1'), ftext_record('completion', 'a', y),
    ftext_validate(x, 'completion'),
    ftext_messages(ftext_record('completion', y, 'b'))) AS record
FROM (SELECT x, 'a' || ftext_normalize(x, '') AS y FROM edges);
-- Each is JSON.  json_valid() is not asked: where memory fails, it says no.
SELECT count(*), sum(json(token) IS NOT NULL), sum(json(split) IS NOT NULL),
  sum(json(text) IS NOT NULL), sum(json(label) IS NOT NULL),
  sum(json(record) IS NOT NULL)
FROM answers;
CREATE TABLE first AS SELECT * FROM answers;
SELECT count(*) FROM (SELECT * FROM answers EXCEPT SELECT * FROM first);

.print each as its tokens
SELECT hex(x), ftext_encode(x, 'cl100k_base') FROM edges;

.print what a text is read as: a broken one as its repair, a number as its text
SELECT count(*), sum(token IS (SELECT json_array(
    ftext_token_count(y), ftext_token_count(y, 'gpt2', 3),
    ftext_first_token_id(y), hex(ftext_first_token(y)), ftext_encode(y),
    ftext_encode(y, 'cl100k_base', 'all'), hex(ftext_truncate(y, 2)),
    (SELECT json_group_array(id) FROM ftext_tokens(y)),
    (SELECT json_group_array(hex(chunk)) FROM ftext_chunks(y, 2)),
    ftext_encoding(y)) FROM (SELECT ftext_normalize(CAST(x AS TEXT), '') AS y)))
FROM answers;

.print NULL in, NULL or no rows out
SELECT coalesce(ftext_token_count(NULL), ftext_first_token(NULL),
  ftext_first_token_id(NULL), ftext_encode(NULL), ftext_decode(NULL),
  ftext_truncate(NULL, 1), ftext_chat_token_count(NULL), ftext_encoding(NULL),
  ftext_unit(NULL), ftext_split(NULL, 'a=1,b=1'), ftext_fold(NULL, 2),
  ftext_normalize(NULL), ftext_fingerprint(NULL), ftext_similarity(NULL, 'a'),
  ftext_minhash(NULL), ftext_match_class(NULL, '{}'),
  ftext_record('completion', NULL, 'a'), ftext_validate(NULL, 'completion'),
  ftext_messages(NULL), 'all NULL');
SELECT (SELECT count(*) FROM ftext_tokens(NULL)),
  (SELECT count(*) FROM ftext_chunks(NULL, 1)),
  (SELECT count(*) FROM ftext_class_map(NULL)),
  (SELECT count(*) FROM ftext_bands(NULL)),
  (SELECT count(*) FROM ftext_check(NULL)),
  (SELECT count(*) FROM ftext_read_jsonl(NULL));

.print a view, an index, a generated column, a CHECK and a trigger
.print with trusted_schema on, then off
CREATE TABLE kept(x, n AS (ftext_token_count(x)) STORED,
  CHECK (ftext_token_count(x, 'o200k_base', 9) < 10));
CREATE INDEX kept_first ON kept(ftext_first_token_id(x));
CREATE VIEW seen AS SELECT x, ftext_fingerprint(x) AS f FROM kept;
CREATE TABLE log(x);
CREATE TRIGGER on_kept AFTER INSERT ON kept BEGIN
  INSERT INTO log SELECT id FROM ftext_tokens(new.x); END;
PRAGMA trusted_schema = on;
INSERT INTO kept(x) VALUES ('hello world');
SELECT (SELECT n FROM kept), (SELECT f FROM seen),
  (SELECT group_concat(x) FROM log), (SELECT count(*) FROM kept
    INDEXED BY kept_first WHERE ftext_first_token_id(x) = 24912);
PRAGMA trusted_schema = off;
INSERT INTO kept(x) VALUES ('hello again');
SELECT (SELECT sum(n) FROM kept), (SELECT count(f) FROM seen),
  (SELECT count(*) FROM log), (SELECT count(*) FROM kept
    INDEXED BY kept_first WHERE ftext_first_token_id(x) = 24912);
PRAGMA integrity_check;

.print a table-valued function in a LEFT JOIN, in a correlated subquery
SELECT count(*), count(t.id) FROM edges AS e
  LEFT JOIN ftext_tokens(nullif(e.x, '')) AS t;
SELECT count(*), sum((SELECT count(*) FROM ftext_tokens(e.x)) =
  ftext_token_count(e.x)) FROM edges AS e;

.bail off
.print without its argument, with too many, of the wrong type
SELECT * FROM ftext_tokens;
SELECT * FROM ftext_chunks('x');
SELECT * FROM ftext_tokens('x', 'gpt2', 1);
SELECT ftext_token_count();
SELECT ftext_token_count('x', 'gpt2', 'many');
SELECT ftext_truncate('x', 'one');
SELECT ftext_fold('x', 0);
SELECT ftext_split('x', 'half');
SELECT ftext_unit(x'00', 1), ftext_unit('x', 'seed');
SELECT ftext_unit(1.5), ftext_unit(9e999);
SELECT ftext_decode('hello');
SELECT ftext_match_class('1', '[1]');
SELECT * FROM ftext_class_map('{}');
SELECT ftext_record('completion', CAST(x'61ff' AS TEXT), 'b');
INSERT INTO kept(x) VALUES ('one two three four five six seven eight nine ten');

.print a result above SQLITE_LIMIT_LENGTH
.limit length 300
SELECT ftext_encode(printf('%.200c', '^') || printf('%.200d', 1));
SELECT ftext_decode('[58040,58040,58040]', 'cl100k_base');
SELECT ftext_normalize(printf('%.101c', 'ﷺ'), 'nfkc');
SELECT length(ftext_record('openai-chat', printf('%.150c', '"'), '1'));
SELECT ftext_token_count(printf('%.299c', 'a'));
