-- How a table takes its arguments: by position, by name, from another table;
-- what is not an equality is no argument.
.nullvalue NULL
SELECT token FROM ftext_tokens('a b', 'gpt2');
SELECT token FROM ftext_tokens WHERE encoding = 'gpt2' AND text = 'a b';
-- an argument is a hidden column: its value, NULL where it is not given
SELECT text, encoding, position FROM ftext_tokens('a b', 'gpt2');
SELECT text, encoding FROM ftext_tokens('a');
SELECT * FROM ftext_tokens('a');
SELECT rowid, text FROM ftext_tokens('a b');
-- one call for each value, and for each row of another table
SELECT text, token FROM ftext_tokens WHERE text IN ('b', 'a');
SELECT column1, token FROM (VALUES ('b'), (NULL), ('a')), ftext_tokens(column1);
SELECT column1, token FROM (VALUES ('b'), (NULL)) LEFT JOIN
  ftext_tokens(column1);
SELECT token FROM ftext_tokens(x), (SELECT 'c' AS x);
SELECT token FROM ftext_tokens('c'), (SELECT 'c' AS x) WHERE text = x;
-- a condition that is none of an argument chooses among the rows
SELECT token FROM ftext_tokens('a b') WHERE position > 1 AND text > 'a';
SELECT token FROM ftext_tokens('a b') WHERE encoding > 'a';
SELECT token FROM ftext_tokens('a b') WHERE encoding IS NULL AND id = 64;
SELECT x.token, y.position FROM ftext_tokens('a b') AS x
  JOIN ftext_tokens('b b') AS y ON x.token = y.token;
-- without its argument a table has nothing to say
.bail off
SELECT * FROM ftext_tokens;
SELECT * FROM ftext_tokens WHERE text > 'a';
SELECT * FROM ftext_tokens WHERE encoding = 'gpt2';
SELECT count(*) FROM ftext_tokens('a', 'gpt2', 3);
INSERT INTO ftext_tokens VALUES (1);
DROP TABLE ftext_tokens;
CREATE VIRTUAL TABLE t USING ftext_tokens;
