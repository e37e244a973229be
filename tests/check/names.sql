-- How a source may be named, and what its columns may be called.
.bail off
CREATE TABLE d(prompt, completion);
INSERT INTO d VALUES ('a', 'x'), ('b', 'y');
CREATE TABLE "we ""ird.x"(prompt TEXT, completion TEXT);
INSERT INTO "we ""ird.x" VALUES ('a', 'x'), ('b', NULL);
CREATE VIEW lookup(name) AS VALUES ('d'), ('main.d'), ('"main"."d"'), ('D'),
  ('main."d"'), ('"main".d'), ('we "ird.x'), ('main."we ""ird.x"');
SELECT name, c."check", c.count FROM lookup, ftext_check(name) AS c
 WHERE c."check" IN ('row_count', 'empty_completion');
SELECT count(*) FROM ftext_check('"d');
SELECT count(*) FROM ftext_check('"d"x');
SELECT count(*) FROM ftext_check('"d".');
SELECT count(*) FROM ftext_check('.d');
SELECT count(*) FROM ftext_check('d.');
SELECT count(*) FROM ftext_check('');
SELECT count(*) FROM ftext_check('""');
SELECT count(*) FROM ftext_check('main.d.d');
SELECT count(*) FROM ftext_check('temp.d');
SELECT count(*) FROM ftext_check('"we ""ird.x"');
-- A fix names rows by what the table's own columns leave of the row's number.
CREATE TABLE one(rowid, prompt, completion);
CREATE TABLE two(rowid, _rowid_ INTEGER, prompt TEXT COLLATE NOCASE, completion INT);
CREATE TABLE three(rowid, _rowid_, oid, prompt, completion);
CREATE TABLE four(id PRIMARY KEY, prompt, completion) WITHOUT ROWID;
CREATE VIEW five AS SELECT prompt, completion FROM one;
INSERT INTO one VALUES (1, 'a', 'x'), (1, 'a', 'x'), (1, 'b', 'y');
INSERT INTO two VALUES (1, 1, 'a', 'x'), (1, 1, 'a', 'x'), (1, 1, 'b', 'y');
INSERT INTO three VALUES (1, 1, 1, 'a', 'x'), (1, 1, 1, 'a', 'x'),
  (1, 1, 1, 'b', 'y');
INSERT INTO four VALUES (1, 'a', 'x'), (2, 'a', 'x'), (3, 'b', 'y');
SELECT column1, c.count, c.fix
  FROM (VALUES ('one'), ('two'), ('three'), ('four'), ('five')) AS v,
       ftext_check(column1) AS c WHERE c."check" = 'duplicate';
-- columns that are named, or said not to be there
SELECT c."check", c.count FROM ftext_check('four',
  '{"columns":{"id":null,"label":"completion"}}') AS c
 WHERE c.severity = 'error';
SELECT count(*) FROM ftext_check('one', '{"columns":{"prompt":null}}');
SELECT count(*) FROM ftext_check('one', '{"columns":{"label":"gone"}}');
SELECT count(*) FROM ftext_check('one', '{"columns":[]}');
SELECT count(*) FROM ftext_check('one', '{"columns":{"group":7}}');
SELECT count(*) FROM ftext_check('one', '{"thresholds":[]}');
SELECT count(*) FROM ftext_check('one', '{"target":7}');
SELECT count(*) FROM ftext_check('one', '{"target":""}');
