-- argilla.sql: what people answered in Argilla, as plain rows.
--
--   ATTACH 'file:argilla.db?mode=ro' AS src;
--   .read sql/labeling/argilla.sql
--   CREATE TEMP VIEW tagged AS
--   SELECT item_id AS id, text AS prompt, label FROM gold;
--   .read sql/prepare.sql
--
-- Parameters, each of which may be left out:
--
--   .parameter set @dataset reviews  a dataset's name; every dataset
--   .parameter set @question intent  a question's name; the first of each
--                                    kind (see labeling_questions)
--
-- Temporary views: annotations, gold, ties, multilabels, completions and
-- skipped, as docs/labeling.md tells.  item_id is the record's id, without
-- dashes as SQLite has it.  labeling_rows shows every row of the database
-- that holds an answer, with the reason where no view has it.
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
    CONSTRAINT "src is no Argilla database of a known schema (server 2.x)"
    CHECK (known)
);
CREATE TEMP TABLE labeling_needs AS
SELECT column1 AS "table", column2 AS "column" FROM (VALUES
  ('datasets', 'id'), ('datasets', 'name'), ('datasets', 'distribution'),
  ('fields', 'name'), ('fields', 'settings'), ('fields', 'dataset_id'),
  ('fields', 'inserted_at'), ('questions', 'name'),
  ('questions', 'settings'), ('questions', 'dataset_id'),
  ('questions', 'inserted_at'), ('records', 'id'), ('records', 'fields'),
  ('records', 'dataset_id'), ('responses', 'id'), ('responses', 'values'),
  ('responses', 'status'), ('responses', 'record_id'),
  ('responses', 'user_id'), ('responses', 'inserted_at'),
  ('suggestions', 'id'), ('suggestions', 'record_id'), ('users', 'id'),
  ('users', 'username'));
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
SELECT d.id AS dataset_id, d.name AS dataset, q.name AS question,
  json_extract(q.settings, '$.type') AS kind,
  -- A text field where there is one; a chat is JSON.
  (SELECT '$."' || f.name || '"' FROM src.fields AS f
    WHERE f.dataset_id = d.id
    ORDER BY json_extract(f.settings, '$.type') <> 'text', f.inserted_at,
      f.rowid LIMIT 1) AS text_path,
  '$."' || q.name || '".value' AS value_path,
  -- So many submitted responses complete a record.
  coalesce(json_extract(d.distribution, '$.min_submitted'), 1)
    AS min_submitted,
  (@dataset IS NULL OR d.name = @dataset)
  AND CASE WHEN @question IS NOT NULL THEN q.name = @question
    ELSE row_number() OVER (
      PARTITION BY d.id, json_extract(q.settings, '$.type')
      ORDER BY q.inserted_at, q.rowid) = 1 END AS chosen
FROM src.datasets AS d JOIN src.questions AS q ON q.dataset_id = d.id;

-- A name that does not exist would give empty views, and nobody would know.
DROP TABLE labeling_schema;
CREATE TEMP TABLE labeling_schema (
  chosen INTEGER
    CONSTRAINT "no such @dataset or @question: see labeling_questions"
    CHECK (chosen OR chosen IS NULL)
);
INSERT INTO labeling_schema
SELECT CASE WHEN coalesce(@dataset, @question) IS NOT NULL
  THEN coalesce(max(chosen), 0) END
FROM labeling_questions;

-- 2. Every submitted answer to a chosen question.  A discarded response and
-- a draft may have values too, which nobody stands for.
CREATE TEMP VIEW labeling_answers AS
SELECT s.id AS row_id, s.record_id AS item_id, q.kind,
  json_extract(r.fields, q.text_path) AS text,
  json_extract(s."values", q.value_path) AS value,
  s.user_id, u.username AS annotator,
  replace(s.inserted_at, ' ', 'T') || 'Z' AS created_at,
  count(*) OVER (PARTITION BY s.record_id, q.question) >= q.min_submitted
    AS complete
FROM src.responses AS s
  JOIN src.records AS r ON r.id = s.record_id
  JOIN labeling_questions AS q ON q.dataset_id = r.dataset_id AND q.chosen
  LEFT JOIN src.users AS u ON u.id = s.user_id
WHERE s.status = 'submitted'
  AND q.kind IN ('label_selection', 'multi_label_selection', 'text')
  AND json_extract(r.fields, q.text_path) IS NOT NULL
  -- JSON's null is no answer either.
  AND json_extract(s."values", q.value_path) IS NOT NULL;

CREATE TEMP VIEW annotations AS
SELECT item_id, text, value AS label, annotator, created_at,
  'human' AS source
FROM labeling_answers WHERE kind = 'label_selection';

CREATE TEMP VIEW labeling_votes AS
SELECT row_id AS vote_id, item_id, text, value AS label, user_id AS voter,
  annotator, created_at, 'human' AS source
FROM labeling_answers WHERE kind = 'label_selection' AND complete;

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

-- Every label that anybody gave.
CREATE TEMP VIEW multilabels AS
SELECT item_id, text, json_group_array(label) AS labels
FROM (
  SELECT DISTINCT item_id, text, l.value AS label
  FROM labeling_answers JOIN json_each(labeling_answers.value) AS l
  WHERE kind = 'multi_label_selection'
  ORDER BY item_id, label)
GROUP BY item_id;

CREATE TEMP VIEW completions AS
SELECT item_id, text AS prompt, value AS completion
FROM labeling_answers WHERE kind = 'text';

-- 3. The account: responses, suggestions, and records that have no response.
CREATE TEMP VIEW labeling_rows AS
SELECT 'responses' AS source, s.id AS row_id, s.record_id AS item_id,
  CASE
    WHEN s.status <> 'submitted' THEN s.status
    WHEN s.id NOT IN (SELECT row_id FROM labeling_answers
      WHERE kind <> 'multi_label_selection' OR json_array_length(value) > 0)
      THEN CASE WHEN EXISTS (
          SELECT 1 FROM src.records AS r JOIN labeling_questions AS q
            ON q.dataset_id = r.dataset_id AND q.chosen
          WHERE r.id = s.record_id
            AND json_extract(r.fields, q.text_path) IS NULL)
        THEN 'no text' ELSE 'no answer to a chosen question' END
  END AS reason
FROM src.responses AS s
UNION ALL
SELECT 'suggestions', id, record_id, 'a suggestion' FROM src.suggestions
UNION ALL
SELECT 'records', id, id, 'no response' FROM src.records
WHERE id NOT IN (SELECT record_id FROM src.responses);

CREATE TEMP VIEW skipped AS
SELECT item_id, reason FROM labeling_rows WHERE reason IS NOT NULL;
