-- Any table or view can be the source, whatever it and its columns are called.
.mode list
.headers off
CREATE TABLE "drop table x; --" ("pro""mpt" TEXT, "select" TEXT, "a;b" TEXT,
  "it's" TEXT COLLATE NOCASE, rowid TEXT);
INSERT INTO "drop table x; --" VALUES
  ('a', '1', 'x', 'train', 'r'), ('a', '1', 'x', 'Train', 's'),
  ('b', '2', 'y''; DROP', 'train', 't'), ('', '2', 'y''; DROP', 'train', 'u');
SELECT '-- quotes, keywords, semicolons';
SELECT "check", class, split, count, examples, fix
FROM ftext_check('drop table x; --', '{"columns": {"prompt": "pro\"mpt",
  "completion": "select", "label": "a;b", "split": "it''s"},
  "skip": ["class_small", "valid_small"], "format": "chat"}');
SELECT '-- the same, schema and table quoted';
SELECT count(*) FROM ftext_check('main."drop table x; --"', '{"columns":
  {"prompt": "pro\"mpt", "completion": "select"}, "run": ["empty_prompt"]}');

SELECT '-- a view on a view: its rows are numbered, and nothing mends it';
CREATE VIEW one AS SELECT "pro""mpt" AS p, "select" AS completion
FROM "drop table x; --" ORDER BY 2 DESC, 1;
CREATE VIEW "view ""two""" AS SELECT p AS "group by", completion FROM one;
SELECT "check", count, examples, fix FROM ftext_check('view "two"',
  '{"columns": {"prompt": "GROUP BY"}, "run": ["empty_prompt", "duplicate"]}');

SELECT '-- a table WITHOUT ROWID: numbered too';
CREATE TABLE w(prompt, completion, PRIMARY KEY(prompt, completion))
  WITHOUT ROWID;
INSERT INTO w VALUES ('b', ''), ('a', '1');
SELECT "check", count, examples, fix FROM ftext_check('w',
  '{"run": ["empty_completion"]}');

SELECT '-- temp comes first, schema.name tells them apart';
CREATE TABLE d(prompt, completion);
INSERT INTO d VALUES ('', '1'), ('a', '1');
CREATE TEMP TABLE d(prompt, completion);
INSERT INTO temp.d VALUES ('a', '1'), ('b', '1'), ('', '1');
ATTACH ':memory:' AS "other one";
CREATE TABLE "other one".e(prompt, completion);
INSERT INTO e VALUES ('a', '1'), ('b', '1'), ('c', '1'), ('', '1');
SELECT examples FROM ftext_check('d', '{"run": ["empty_prompt"]}');
SELECT examples FROM ftext_check('temp.d', '{"run": ["empty_prompt"]}');
SELECT examples FROM ftext_check('main.d', '{"run": ["empty_prompt"]}');
SELECT examples, fix FROM ftext_check('e', '{"run": ["empty_prompt"]}');
SELECT examples FROM ftext_check('"other one".e', '{"run": ["empty_prompt"]}');
SELECT '-- a name with a dot is a name first';
CREATE TABLE "temp.d"(prompt, completion);
SELECT count(*) FROM ftext_check('temp.d', '{"run": ["empty_prompt"]}');

SELECT '-- no source, no rows; an empty source has too few classes at most';
SELECT count(*) FROM ftext_check(NULL);
CREATE TABLE empty(prompt, completion, label, split, "group");
SELECT "check" FROM ftext_check('empty') WHERE "check" LIKE 'class%';

SELECT '-- ids of every kind';
CREATE TABLE ids(id, prompt, completion);
INSERT INTO ids VALUES (1, '', ''), ('two "2"', '', ''), (3.5, '', ''),
  (NULL, '', ''), (x'34', '', ''), (-9223372036854775808, '', '');
SELECT examples, json_type(examples, '$[0]')
FROM ftext_check('ids', '{"run": ["empty_completion"]}');
SELECT '-- at most ten';
INSERT INTO ids SELECT value, '', '' FROM generate_series(10, 30);
SELECT count, json_array_length(examples)
FROM ftext_check('ids', '{"run": ["empty_completion"]}');

SELECT '-- errors';
.bail off
SELECT * FROM ftext_check();
SELECT * FROM ftext_check('missing');
SELECT * FROM ftext_check('main.missing');
SELECT * FROM ftext_check('onne');
SELECT * FROM ftext_check('nowhere.d');
SELECT * FROM ftext_check('w', '{"columns": {"label": "tag"}}');
SELECT * FROM ftext_check('one');
SELECT * FROM ftext_check('w', 'x');
SELECT * FROM ftext_check('w', '[]');
SELECT * FROM ftext_check('w', '{"encodings": "gpt2"}');
SELECT * FROM ftext_check('w', '{"Min-Per-Class": 3}');
SELECT * FROM ftext_check('w', '{"encoding": "gpt9"}');
SELECT * FROM ftext_check('w', '{"encoding": 1}');
SELECT * FROM ftext_check('w', '{"format": "xml"}');
SELECT * FROM ftext_check('w', '{"task": "poetry"}');
SELECT * FROM ftext_check('w', '{"columns": {"prompts": "a"}}');
SELECT * FROM ftext_check('w', '{"columns": {"label": "complexion"}}');
SELECT * FROM ftext_check('w', '{"task": "clasification"}');
SELECT * FROM ftext_check('w', '{"columns": "prompt"}');
SELECT * FROM ftext_check('w', '{"thresholds": {"leaks": 1}}');
SELECT * FROM ftext_check('w', '{"thresholds": {"leak": "1"}}');
SELECT * FROM ftext_check('w', '{"thresholds": {"leak": -1}}');
SELECT * FROM ftext_check('w', '{"thresholds": {"label_variant": 1}}');
SELECT * FROM ftext_check('w', '{"min_per_class": true}');
SELECT * FROM ftext_check('w', '{"progress": 1}');
SELECT * FROM ftext_check('w', '{"skip": ["all"]}');
SELECT * FROM ftext_check('w', '{"run": "leak"}');
SELECT '-- an error of the view is SQLite''s';
CREATE VIEW broken AS SELECT json(prompt) AS prompt, completion FROM w;
SELECT * FROM ftext_check('broken');
CREATE VIEW gone AS SELECT prompt, completion FROM w_before;
SELECT * FROM ftext_check('gone');
SELECT '-- more splits than there can be';
CREATE TABLE many(prompt, completion, split);
INSERT INTO many SELECT value, value % 2, value FROM generate_series(1, 65);
SELECT * FROM ftext_check('many');
SELECT '-- not from a view: it runs SQL';
CREATE VIEW sneaky AS SELECT * FROM ftext_check('w');
SELECT * FROM sneaky;
SELECT '-- a target brings its limits';
SELECT * FROM ftext_check('w', '{"target": "openai"}');
CREATE TABLE rows31(prompt, completion);
INSERT INTO rows31 SELECT 'p ' || value || ' =>', ' ' || (value % 2)
FROM generate_series(1, 31);
SELECT "check", threshold FROM ftext_check('rows31',
  '{"target": "bedrock-claude", "run": ["row_count", "completion_space"]}');
SELECT "check", threshold FROM ftext_check('rows31',
  '{"target": "completion", "run": ["row_count", "completion_space"]}');
SELECT "check", threshold FROM ftext_check('rows31', '{"target": "completion",
  "encoding": "r50k_base", "run": ["row_count", "completion_space"]}');
SELECT "check", threshold FROM ftext_check('rows31', '{"target":
  "together-completion", "format": "chat", "run": ["completion_space"]}');
