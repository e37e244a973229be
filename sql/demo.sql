-- demo.sql: the main job on the demo's data (see demo_data.sql).
-- `make demo` runs it with @stem and @report set to paths in build/demo.

-- What the taggers call a label is looked up in their list of other names.
CREATE TEMP VIEW tagged AS
SELECT t.id, t.prompt, coalesce(a.label, t.label) AS label
FROM tags_raw AS t LEFT JOIN label_alias AS a ON a.variant = t.label;

.read sql/prepare.sql

-- What came out, to be opened in a browser.
.read sql/report.sql

-- The files as they lie on disk now, read back.
SELECT record AS examples FROM (
  SELECT record FROM ftext_read_jsonl(@stem || '_train.jsonl') LIMIT 3);

WITH line AS (
  SELECT 'train' AS split, json_extract(record, '$.prompt') AS prompt,
    json_extract(record, '$.completion') AS completion
  FROM ftext_read_jsonl(@stem || '_train.jsonl')
  UNION ALL
  SELECT 'valid', json_extract(record, '$.prompt'),
    json_extract(record, '$.completion')
  FROM ftext_read_jsonl(@stem || '_valid.jsonl')
), class AS (
  SELECT completion, ftext_first_token_id(completion, 'r50k_base') AS first
  FROM line GROUP BY completion HAVING count(DISTINCT split) = 2
)
SELECT printf('demo: %d prompts in %s_train.jsonl, %d in %s_valid.jsonl, '
    || '%d in both; %d of %d classes in both, %d different first tokens',
  sum(split = 'train'), @stem, sum(split = 'valid'), @stem,
  count(*) - count(DISTINCT prompt),
  (SELECT count(*) FROM class), count(DISTINCT completion),
  (SELECT count(DISTINCT first) FROM class)) AS demo
FROM line;
