-- mlflow.sql: assessments and evaluation datasets of MLflow, as plain rows.
--
--   ATTACH 'file:mlflow.db?mode=ro' AS src;
--   .read sql/labeling/mlflow.sql
--   CREATE TEMP VIEW tagged AS
--   SELECT item_id AS id, text AS prompt, label FROM gold;
--   .read sql/prepare.sql
--
-- Parameters, each of which may be left out:
--
--   .parameter set @label expected_intent   the expectation that names a
--                                           class: the first that people gave
--   .parameter set @verdict correct         the feedback that says yes or no:
--                                           the first that people gave
--   .parameter set @input query             keys of a dataset's inputs and
--   .parameter set @output expected_intent  expectations: the first with text
--
-- Temporary views: annotations, gold, ties, verdicts, completions and
-- skipped, as docs/labeling.md tells.  item_id is the trace's id; of
-- verdicts the assessment's, of completions the record's.  labeling_rows
-- shows every assessment and every record, with the reason where no view has
-- it.
--
-- Nothing is written to src.

-- What an earlier run in this session left, for this tool or another.
DROP VIEW IF EXISTS temp.annotations;
DROP VIEW IF EXISTS temp.gold;
DROP VIEW IF EXISTS temp.ties;
DROP VIEW IF EXISTS temp.multilabels;
DROP VIEW IF EXISTS temp.paths;
DROP VIEW IF EXISTS temp.verdicts;
DROP VIEW IF EXISTS temp.completions;
DROP VIEW IF EXISTS temp.conversations;
DROP VIEW IF EXISTS temp.preferences;
DROP VIEW IF EXISTS temp.skipped;
DROP VIEW IF EXISTS temp.labeling_rows;
DROP VIEW IF EXISTS temp.labeling_votes;
DROP VIEW IF EXISTS temp.labeling_winners;
DROP VIEW IF EXISTS temp.labeling_answers;
DROP VIEW IF EXISTS temp.labeling_messages;
DROP VIEW IF EXISTS temp.labeling_examples;
DROP TABLE IF EXISTS temp.labeling_keys;
DROP TABLE IF EXISTS temp.labeling_questions;
DROP TABLE IF EXISTS temp.labeling_needs;
DROP TABLE IF EXISTS temp.labeling_schema;

-- 1. Is it a schema that is known here?
CREATE TEMP TABLE labeling_schema (
  known INTEGER
    CONSTRAINT "src is no MLflow database of a known schema (3.x)"
    CHECK (known)
);
CREATE TEMP TABLE labeling_needs AS
SELECT column1 AS "table", column2 AS "column" FROM (VALUES
  ('assessments', 'assessment_id'), ('assessments', 'trace_id'),
  ('assessments', 'name'), ('assessments', 'assessment_type'),
  ('assessments', 'value'), ('assessments', 'created_timestamp'),
  ('assessments', 'source_type'), ('assessments', 'source_id'),
  ('assessments', 'span_id'), ('assessments', 'valid'),
  ('spans', 'trace_id'), ('spans', 'span_id'), ('spans', 'type'),
  ('spans', 'content'), ('spans', 'start_time_unix_nano'),
  ('trace_info', 'request_id'), ('trace_info', 'request_preview'),
  ('trace_info', 'response_preview'),
  ('evaluation_dataset_records', 'dataset_record_id'),
  ('evaluation_dataset_records', 'inputs'),
  ('evaluation_dataset_records', 'expectations'));
SELECT 'src has no column ' || "table" || '.' || "column" AS missing
FROM labeling_needs AS need
WHERE NOT EXISTS (
  SELECT 1 FROM pragma_table_info(need."table", 'src')
  WHERE name = need."column");
INSERT INTO labeling_schema
SELECT count(*) = 0 FROM labeling_needs AS need
WHERE NOT EXISTS (
  SELECT 1 FROM pragma_table_info(need."table", 'src')
  WHERE name = need."column");

CREATE TEMP TABLE labeling_questions AS
SELECT name, assessment_type,
  CASE assessment_type WHEN 'expectation' THEN 'label' ELSE 'verdict' END
    AS kind,
  CASE assessment_type
    WHEN 'expectation' THEN CASE WHEN @label IS NULL
      THEN min(first) = min(min(first)) OVER (PARTITION BY assessment_type)
      ELSE name = @label END
    ELSE CASE WHEN @verdict IS NULL
      THEN min(first) = min(min(first)) OVER (PARTITION BY assessment_type)
      ELSE name = @verdict END
  END AS chosen
FROM (
  SELECT name, assessment_type, rowid AS first FROM src.assessments
  WHERE source_type = 'HUMAN' AND json_valid(value)
    AND (assessment_type = 'expectation'
      OR json_type(value) IN ('true', 'false')))
GROUP BY name, assessment_type;

-- A name that does not exist would give empty views, and nobody would know.
DROP TABLE labeling_schema;
CREATE TEMP TABLE labeling_schema (
  label INTEGER CONSTRAINT "no such @label: see labeling_questions"
    CHECK (label),
  verdict INTEGER CONSTRAINT "no such @verdict: see labeling_questions"
    CHECK (verdict)
);
INSERT INTO labeling_schema
SELECT
  @label IS NULL OR coalesce(sum(chosen AND kind = 'label'), 0),
  @verdict IS NULL OR coalesce(sum(chosen AND kind = 'verdict'), 0)
FROM labeling_questions;
CREATE TEMP TABLE labeling_keys AS
SELECT '$."' || @input || '"' AS input_path,
  '$."' || @output || '"' AS output_path;

-- 2. What people said.  A person who corrects a judge makes the judge's
-- assessment invalid.  The question and the answer are JSON in strings of
-- the span's JSON.  Where the spans are in a file, the trace has a preview:
-- good for a look at what a verdict was about, and cut where it is long.
CREATE TEMP VIEW labeling_answers AS
WITH assessed AS (
  SELECT a.rowid AS row_id, a.*, q.kind,
    json_extract(s.content, '$.attributes."mlflow.spanInputs"') AS request,
    json_extract(s.content, '$.attributes."mlflow.spanOutputs"') AS response,
    -- The call that was meant, else the one that answered last.
    row_number() OVER (PARTITION BY assessment_id
      ORDER BY s.span_id IS a.span_id DESC, s.start_time_unix_nano DESC)
      AS place
  FROM src.assessments AS a
    JOIN labeling_questions AS q ON q.name = a.name
      AND q.assessment_type = a.assessment_type AND q.chosen
    LEFT JOIN src.spans AS s ON s.trace_id = a.trace_id
      AND s.type = 'CHAT_MODEL'
  WHERE a.source_type = 'HUMAN' AND a.valid AND json_valid(a.value)
), asked AS (
  SELECT a.*, request IS NULL AS previewed,
    coalesce(request, CASE WHEN json_valid(t.request_preview)
      THEN t.request_preview END, '{}') AS asked,
    coalesce(response, CASE WHEN json_valid(t.response_preview)
      THEN t.response_preview END, '{}') AS answered
  FROM assessed AS a LEFT JOIN src.trace_info AS t
    ON t.request_id = a.trace_id
  WHERE place = 1
)
SELECT row_id, assessment_id, trace_id, kind, previewed,
  -- The last question is what was answered.
  (SELECT CASE json_type(m.value, '$.content')
      WHEN 'array' THEN (
        SELECT group_concat(text, '') FROM (
          SELECT json_extract(c.value, '$.text') AS text
          FROM json_each(m.value, '$.content') AS c ORDER BY c.key))
      ELSE json_extract(m.value, '$.content') END
    FROM json_each(asked, '$.messages') AS m
    WHERE json_extract(m.value, '$.role') = 'user'
    ORDER BY m.key DESC LIMIT 1) AS text,
  json_extract(answered, '$.choices[0].message.content') AS output,
  json_extract(value, '$') AS value, json_type(value) AS type,
  source_id AS annotator,
  strftime('%Y-%m-%dT%H:%M:%fZ', created_timestamp / 1000.0, 'unixepoch')
    AS created_at
FROM asked;

CREATE TEMP VIEW annotations AS
SELECT trace_id AS item_id, text, value AS label, annotator, created_at,
  'human' AS source
FROM labeling_answers
WHERE kind = 'label' AND type NOT IN ('object', 'array', 'null')
  AND NOT previewed AND text IS NOT NULL;

CREATE TEMP VIEW labeling_votes AS
SELECT row_id AS vote_id, trace_id AS item_id, text, value AS label,
  coalesce(annotator, -row_id) AS voter, annotator, created_at,
  'human' AS source
FROM labeling_answers
WHERE kind = 'label' AND type NOT IN ('object', 'array', 'null')
  AND NOT previewed AND text IS NOT NULL;

-- The gold rule, the same in every script: see "The gold rule" in
-- docs/labeling.md.  Of an item that has a ground truth the latest one counts
-- alone; else the latest answer of each annotator is one vote.
CREATE TEMP VIEW labeling_winners AS
WITH votes AS (
  SELECT *, max(source = 'ground_truth') OVER (PARTITION BY item_id)
    AS has_ground_truth
  FROM labeling_votes
), latest AS (
  SELECT *, row_number() OVER (
    PARTITION BY item_id, CASE WHEN NOT has_ground_truth THEN voter END
    ORDER BY created_at DESC, vote_id DESC) AS age
  FROM votes WHERE has_ground_truth = (source = 'ground_truth')
), counted AS (
  SELECT item_id, min(text) AS text, label, count(*) AS votes,
    CASE WHEN has_ground_truth THEN 'ground_truth' ELSE 'majority' END
      AS source,
    rank() OVER (PARTITION BY item_id ORDER BY count(*) DESC) AS place
  FROM latest WHERE age = 1
  GROUP BY item_id, label, has_ground_truth
)
SELECT item_id, text, label, votes, source,
  count(*) OVER (PARTITION BY item_id) AS winners
FROM counted WHERE place = 1;

CREATE TEMP VIEW gold AS
SELECT item_id, text, label, votes, source
FROM labeling_winners WHERE winners = 1;

CREATE TEMP VIEW ties AS
SELECT item_id, min(text) AS text, json_group_array(label) AS labels
FROM (SELECT * FROM labeling_winners WHERE winners > 1
  ORDER BY item_id, label)
GROUP BY item_id;

CREATE TEMP VIEW verdicts AS
SELECT assessment_id AS item_id, text AS prompt, output, value AS verdict,
  annotator, created_at
FROM labeling_answers
WHERE kind = 'verdict' AND type IN ('true', 'false')
  AND text IS NOT NULL AND output IS NOT NULL;

-- 3. The records of evaluation datasets.  No expectation is JSON's null.
CREATE TEMP VIEW labeling_examples AS
SELECT dataset_record_id AS item_id,
  CASE WHEN input_path IS NULL
    THEN (SELECT value FROM json_each(inputs) WHERE type = 'text' LIMIT 1)
    ELSE json_extract(inputs, input_path) END AS prompt,
  CASE WHEN output_path IS NULL
    THEN (SELECT value FROM json_each(expectations)
      WHERE type = 'text' LIMIT 1)
    ELSE json_extract(expectations, output_path) END AS completion,
  json_type(expectations) IS 'object' AS expected
FROM src.evaluation_dataset_records, labeling_keys;

CREATE TEMP VIEW completions AS
SELECT item_id, prompt, completion FROM labeling_examples
WHERE expected AND prompt IS NOT NULL AND completion IS NOT NULL;

-- 4. The account.
CREATE TEMP VIEW labeling_rows AS
SELECT 'assessments' AS source, a.assessment_id AS row_id,
  CASE a.assessment_type WHEN 'expectation' THEN a.trace_id
    ELSE a.assessment_id END AS item_id,
  CASE
    WHEN NOT a.valid THEN 'overridden'
    WHEN a.source_type <> 'HUMAN' THEN 'not a person''s assessment'
    WHEN NOT EXISTS (SELECT 1 FROM labeling_questions AS q
      WHERE q.name = a.name AND q.assessment_type = a.assessment_type
        AND q.chosen) THEN 'another assessment'
    WHEN x.assessment_id IS NULL THEN 'value is no JSON'
    WHEN x.kind = 'label' AND x.previewed THEN 'the trace has no spans here'
    WHEN x.text IS NULL OR x.kind = 'verdict' AND x.output IS NULL
      THEN 'no text'
    WHEN x.kind = 'label' AND x.type IN ('object', 'array', 'null')
      THEN 'no label'
    WHEN x.kind = 'verdict' AND x.type NOT IN ('true', 'false')
      THEN 'neither yes nor no'
  END AS reason
FROM src.assessments AS a
  LEFT JOIN labeling_answers AS x ON x.assessment_id = a.assessment_id
UNION ALL
SELECT 'evaluation_dataset_records', item_id, item_id,
  CASE
    WHEN NOT expected THEN 'no expectation'
    WHEN prompt IS NULL OR completion IS NULL THEN 'no text'
  END
FROM labeling_examples;

CREATE TEMP VIEW skipped AS
SELECT item_id, reason FROM labeling_rows WHERE reason IS NOT NULL;
