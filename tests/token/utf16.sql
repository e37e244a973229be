-- A UTF-16 database: the same tokens as in a UTF-8 one, in rows, in an index,
-- in a generated column; halves of surrogate pairs are broken text.
.mode list
PRAGMA encoding = 'UTF-16le';
CREATE TABLE t(x TEXT, n INTEGER AS (ftext_token_count(x)) STORED);
CREATE INDEX by_first ON t(ftext_first_token_id(x, 'cl100k_base'));
INSERT INTO t(x) VALUES ('hello world'), ('a' || char(0) || 'b'), ('👍'),
  (char(0x1C89) || '\u'), (char(0x2EBF0) || '\u'), ('naïve café'), (''),
  (NULL), (12345), ('x' || char(10) || char(0x3000)), (' I''ſ');
PRAGMA encoding;
SELECT replace(replace(x, char(10), '\n'), char(0), '\0'), n,
  ftext_encode(x, 'cl100k_base'), ftext_encode(x),
  ftext_decode(ftext_encode(x)) = x FROM t;
SELECT count(*) FROM t INDEXED BY by_first
WHERE ftext_first_token_id(x, 'cl100k_base') = 15339;
PRAGMA integrity_check;
-- A high half alone, a low half alone, both in the wrong order, half a unit.
SELECT hex(x), ftext_token_count(y) = (SELECT count(*) FROM ftext_tokens(y)),
  ftext_decode(ftext_encode(y)) = ftext_normalize(y, '')
FROM (SELECT column1 AS x, CAST(column1 AS TEXT) AS y FROM (VALUES (x'41d8'),
  (x'41dc'), (x'41dc41d8'), (x'6100ff'), (x'41d86100')));
-- So short that each of its allocations is made to fail by tests/fault: no
-- memory to make a text UTF-8 is no empty text.
SELECT count(*) FROM ftext_tokens('hello world');
