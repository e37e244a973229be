-- prodigy.sql: what people answered in Prodigy, as plain rows.
--
--   ATTACH 'file:prodigy.db?mode=ro' AS src;
--   .read sql/labeling/prodigy.sql
--   CREATE TEMP VIEW tagged AS
--   SELECT item_id AS id, text AS prompt, label FROM gold;
--   .read sql/prepare.sql
--
-- Parameter, which may be left out:
--
--   .parameter set @dataset intents  a dataset's name; every dataset
--
-- Temporary views: annotations, gold, ties, verdicts, completions and
-- skipped, as docs/labeling.md tells.  item_id is the input_hash, which is
-- the same wherever the same text was asked about.  labeling_rows shows every
-- example of the database, with the reason where no view has it.
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
    CONSTRAINT "src is no Prodigy database of a known schema (1.x)"
    CHECK (known)
);
CREATE TEMP TABLE labeling_needs AS
SELECT column1 AS "table", column2 AS "column" FROM (VALUES
  ('dataset', 'id'), ('dataset', 'name'), ('dataset', 'session'),
  ('example', 'id'), ('example', 'input_hash'), ('example', 'content'),
  ('link', 'example_id'), ('link', 'dataset_id'));
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
SELECT id AS dataset_id, name AS dataset,
  CASE WHEN @dataset IS NULL THEN NOT session ELSE name = @dataset END
    AS chosen
FROM src.dataset;

-- A name that does not exist would give empty views, and nobody would know.
DROP TABLE labeling_schema;
CREATE TEMP TABLE labeling_schema (
  chosen INTEGER CONSTRAINT "no such @dataset: see labeling_questions"
    CHECK (chosen OR chosen IS NULL)
);
INSERT INTO labeling_schema
SELECT CASE WHEN @dataset IS NOT NULL THEN max(chosen) END
FROM labeling_questions;

-- 2. Every example once, though each is linked to its dataset, to that of
-- the session, and perhaps to others.  content is JSON in a BLOB, which not
-- every SQLite reads as JSON.  What is no JSON must not stop the query.
CREATE TEMP VIEW labeling_answers AS
WITH example AS MATERIALIZED (
  SELECT id, input_hash, CAST(content AS TEXT) AS content FROM src.example
), object AS MATERIALIZED (
  SELECT id, input_hash,
    CASE WHEN json_valid(content) THEN content ELSE '{}' END AS content
  FROM example
)
SELECT id AS row_id, input_hash AS item_id,
  json_extract(content, '$.text') AS text,
  json_extract(content, '$.answer') AS answer,
  json_extract(content, '$.accept') AS accept,
  json_extract(content, '$.label') AS label,
  json_extract(content, '$.user_input') AS user_input,
  -- Old examples do not say who answered; the session's dataset does.
  coalesce(json_extract(content, '$._annotator_id'),
    json_extract(content, '$._session_id'),
    (SELECT min(d.name) FROM src.link AS l
      JOIN src.dataset AS d ON d.id = l.dataset_id
      WHERE l.example_id = object.id AND d.session)) AS annotator,
  strftime('%Y-%m-%dT%H:%M:%SZ', json_extract(content, '$._timestamp'),
    'unixepoch') AS created_at,
  CASE
    WHEN id NOT IN (SELECT l.example_id FROM src.link AS l
      JOIN labeling_questions AS q ON q.dataset_id = l.dataset_id
      WHERE q.chosen) THEN 'in no chosen dataset'
    WHEN json_type(content, '$.text') IS NOT 'text' THEN 'no text'
    WHEN json_extract(content, '$.answer') = 'ignore' THEN 'ignored'
    WHEN json_extract(content, '$.answer') NOT IN ('accept', 'reject')
      OR json_type(content, '$.answer') IS NULL THEN 'no answer'
    -- Of a label that was asked about, no is an answer; of a choice or a
    -- text it only says that the task is bad.
    WHEN json_type(content, '$.accept') = 'array' THEN CASE
      WHEN json_extract(content, '$.answer') = 'reject' THEN 'rejected'
      WHEN json_array_length(content, '$.accept') = 0
        THEN 'accepted with no option' END
    WHEN json_type(content, '$.user_input') = 'text' THEN CASE
      WHEN json_extract(content, '$.answer') = 'reject' THEN 'rejected' END
    WHEN json_type(content, '$.label') = 'text' THEN NULL
    ELSE 'no choice, no label and no text input'
  END AS reason
FROM object;

CREATE TEMP VIEW annotations AS
SELECT item_id, text, o.value AS label, annotator, created_at,
  'human' AS source
FROM labeling_answers JOIN json_each(labeling_answers.accept) AS o
WHERE reason IS NULL;

-- Several options in one answer are no vote.
CREATE TEMP VIEW labeling_votes AS
SELECT row_id AS vote_id, item_id, text,
  json_extract(accept, '$[0]') AS label, coalesce(annotator, -row_id) AS voter,
  annotator, created_at, 'human' AS source
FROM labeling_answers
WHERE reason IS NULL AND json_array_length(accept) = 1;

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
SELECT item_id, text AS prompt, label AS output,
  answer = 'accept' AS verdict, annotator, created_at
FROM labeling_answers
WHERE reason IS NULL AND accept IS NULL AND user_input IS NULL;

CREATE TEMP VIEW completions AS
SELECT item_id, text AS prompt, user_input AS completion
FROM labeling_answers
WHERE reason IS NULL AND accept IS NULL AND user_input IS NOT NULL;

-- 3. The account.
CREATE TEMP VIEW labeling_rows AS
SELECT 'example' AS source, row_id, item_id, reason FROM labeling_answers;

CREATE TEMP VIEW skipped AS
SELECT item_id, reason FROM labeling_rows WHERE reason IS NOT NULL;
