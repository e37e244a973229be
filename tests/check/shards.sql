-- A source divided by prompt: what the checks of scope row and prompt find in
-- the parts adds up to what they find in the whole; by group, those of group.
CREATE TABLE d(id INTEGER PRIMARY KEY, prompt TEXT, completion TEXT,
  label TEXT, split TEXT, "group" INTEGER);
WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n LIMIT 4000)
INSERT INTO d(prompt, completion, label, split, "group")
SELECT CASE WHEN i % 97 = 0 THEN '' WHEN i % 89 = 0 THEN 'rang <|end|>'
    WHEN i % 83 = 0 THEN 'bell' || char(7) || i
    WHEN i % 79 = 0 THEN 'AT&amp;T ' || i
    WHEN i % 73 = 0 THEN 'lost ' || char(0xFFFD)
    WHEN i % 71 = 0 THEN CAST(x'f0' AS TEXT) || i
    WHEN i % 67 = 0 THEN 'word ' || replace(hex(zeroblob(30)), '00', ' word')
    WHEN i % 61 = 0 THEN i || ' ' ELSE 'prompt ' || (i * i % 3001) END,
  CASE WHEN i % 59 = 0 THEN ' '
    WHEN i % 31 = 0 THEN ' 3' ELSE (i % 53 <> 0) || (i % 7) END,
  CASE WHEN i % 47 = 0 THEN NULL ELSE 'c' || (i % 7) END,
  CASE WHEN i % 43 > 0 THEN ftext_split(i, 'valid=0.2,train=0.8') END,
  i % 1200
FROM n;

CREATE TABLE shard(name, key);
INSERT INTO shard VALUES ('p0', 'prompt'), ('p1', 'prompt'), ('p2', 'prompt'),
  ('g0', 'group'), ('g1', 'group');
CREATE VIEW p0 AS SELECT * FROM d WHERE ftext_fold(prompt, 3) = 0;
CREATE VIEW p1 AS SELECT * FROM d WHERE ftext_fold(prompt, 3) = 1;
CREATE VIEW p2 AS SELECT * FROM d WHERE ftext_fold(prompt, 3) = 2;
CREATE VIEW g0 AS SELECT * FROM d WHERE ftext_fold("group", 2) = 0;
CREATE VIEW g1 AS SELECT * FROM d WHERE ftext_fold("group", 2) = 1;

CREATE VIEW options AS
SELECT 'prompt' AS key, json_object('task', 'classification', 'run',
  json_group_array("check"), 'thresholds',
  json('{"duplicate_share": 0, "too_long": 20}')) AS value
FROM ftext_checks WHERE scope IN ('row', 'prompt')
UNION ALL
SELECT 'prompt', '{"task": "conditional", "run": ["duplicate_prompt"]}'
UNION ALL
SELECT 'group', json_object('run', json_group_array("check"))
FROM ftext_checks WHERE scope = 'group';

CREATE TEMP TABLE whole AS
SELECT severity, "check", count, found.value AS value
FROM options, ftext_check('d', options.value) AS found;
CREATE TEMP TABLE found AS
SELECT severity, "check", count, found.value AS value
FROM shard JOIN options USING (key), ftext_check(name, options.value) AS found;
CREATE TEMP TABLE part AS
SELECT severity, "check", sum(count) AS count,
  CASE unit WHEN 'share' THEN sum(count) * 1.0 / (SELECT count(*) FROM d)
    ELSE sum(value) END AS value, count(*) AS parts
FROM found JOIN ftext_checks USING (severity, "check")
GROUP BY severity, "check";

SELECT "check", count, value FROM whole WHERE "check" <> 'summary';
SELECT "check" FROM ftext_checks
WHERE scope <> 'source' AND "check" NOT IN (SELECT "check" FROM whole);
SELECT 'in the whole alone', * FROM (SELECT * FROM whole
  WHERE "check" <> 'summary'
  EXCEPT SELECT severity, "check", count, value FROM part);
SELECT 'in the parts alone', * FROM (SELECT severity, "check", count, value
  FROM part WHERE "check" <> 'summary' EXCEPT SELECT * FROM whole);
SELECT max(parts) FROM part WHERE "check" <> 'summary';
