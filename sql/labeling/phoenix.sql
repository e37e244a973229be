-- phoenix.sql: spans, annotations and datasets of Arize Phoenix, as plain
-- rows.
--
--   ATTACH 'file:phoenix.db?mode=ro' AS src;
--   .read sql/labeling/phoenix.sql
--   SELECT ftext_export('chats.jsonl',
--     'SELECT json_object(''messages'', json(messages)) FROM conversations');
--
-- Parameters, each of which may be left out:
--
--   .parameter set @verdict correctness  the annotation that says yes or no
--   .parameter set @label intent_gold    the annotation that names a class:
--                                        the first that people gave besides
--   .parameter set @dataset golden       a dataset's name; every dataset
--   .parameter set @input query          keys of an example's input and
--   .parameter set @output intent        output; the first that has a text
--
-- Temporary views: annotations, gold, ties, verdicts, completions,
-- conversations and skipped, as docs/labeling.md tells.  item_id and
-- conversation_id are the span's id; of completions the example's.
-- labeling_rows shows every span, annotation and example, with the reason
-- where no view has it.
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
    CONSTRAINT "src is no Phoenix database of a known schema"
    CHECK (known)
);
CREATE TEMP TABLE labeling_needs AS
SELECT column1 AS "table", column2 AS "column" FROM (VALUES
  ('spans', 'id'), ('spans', 'span_id'), ('spans', 'span_kind'),
  ('spans', 'status_code'), ('spans', 'attributes'),
  ('span_annotations', 'id'), ('span_annotations', 'span_rowid'),
  ('span_annotations', 'name'), ('span_annotations', 'label'),
  ('span_annotations', 'score'), ('span_annotations', 'annotator_kind'),
  ('span_annotations', 'created_at'), ('span_annotations', 'user_id'),
  ('span_annotations', 'identifier'), ('users', 'id'),
  ('users', 'username'), ('datasets', 'id'), ('datasets', 'name'),
  ('dataset_examples', 'id'), ('dataset_examples', 'dataset_id'),
  ('dataset_example_revisions', 'dataset_example_id'),
  ('dataset_example_revisions', 'dataset_version_id'),
  ('dataset_example_revisions', 'input'),
  ('dataset_example_revisions', 'output'),
  ('dataset_example_revisions', 'revision_kind'));
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
SELECT name AS annotation,
  CASE
    WHEN name = coalesce(@verdict, 'correctness') THEN 'verdict'
    WHEN name = coalesce(@label, (
      SELECT name FROM src.span_annotations
      WHERE annotator_kind = 'HUMAN' AND label IS NOT NULL
        AND name <> coalesce(@verdict, 'correctness')
      ORDER BY id LIMIT 1)) THEN 'label'
  END AS kind,
  count(*) AS count
FROM src.span_annotations GROUP BY name;

-- A name that does not exist would give empty views, and nobody would know.
DROP TABLE labeling_schema;
CREATE TEMP TABLE labeling_schema (
  verdict INTEGER CONSTRAINT "no such @verdict: see labeling_questions"
    CHECK (verdict OR verdict IS NULL),
  label INTEGER CONSTRAINT "no such @label: see labeling_questions"
    CHECK (label OR label IS NULL),
  dataset INTEGER CONSTRAINT "no such @dataset" CHECK (dataset)
);
INSERT INTO labeling_schema
SELECT
  CASE WHEN @verdict IS NOT NULL
    THEN coalesce(sum(annotation = @verdict), 0) END,
  CASE WHEN @label IS NOT NULL
    THEN coalesce(sum(annotation = @label), 0) END,
  @dataset IS NULL OR EXISTS (
    SELECT 1 FROM src.datasets WHERE name = @dataset)
FROM labeling_questions;
CREATE TEMP TABLE labeling_keys AS
SELECT @dataset AS dataset,
  '$."' || @input || '"' AS input_path,
  '$."' || @output || '"' AS output_path;

-- 2. The messages of each call of a model that went well.  A message's
-- content is a text or a list of parts.
CREATE TEMP VIEW labeling_messages AS
SELECT s.id AS span_rowid, s.span_id, m.key AS position,
  json_extract(m.value, '$.message.role') AS role,
  coalesce(json_extract(m.value, '$.message.content'), (
    SELECT group_concat(text, '') FROM (
      SELECT json_extract(c.value, '$.message_content.text') AS text
      FROM json_each(m.value, '$.message.contents') AS c
      ORDER BY c.key))) AS content
FROM src.spans AS s,
  json_each(s.attributes, '$.llm.input_messages') AS m
WHERE s.span_kind = 'LLM' AND s.status_code = 'OK'
UNION ALL
SELECT s.id, s.span_id, 1e9, 'assistant',
  coalesce(json_extract(s.attributes,
    '$.llm.output_messages[0].message.content'), (
    SELECT group_concat(text, '') FROM (
      SELECT json_extract(c.value, '$.message_content.text') AS text
      FROM json_each(s.attributes,
        '$.llm.output_messages[0].message.contents') AS c
      ORDER BY c.key)))
FROM src.spans AS s
WHERE s.span_kind = 'LLM' AND s.status_code = 'OK';

CREATE TEMP VIEW conversations AS
SELECT span_id AS conversation_id,
  json_group_array(json_object('role', role, 'content', content))
    AS messages
FROM (SELECT * FROM labeling_messages ORDER BY span_id, position)
GROUP BY span_id
HAVING count(*) > 1 AND sum(position = 1e9 AND content IS NOT NULL);

-- 3. What people said about such a call; what a model or a program said
-- does not count.
CREATE TEMP VIEW labeling_answers AS
WITH message AS MATERIALIZED (SELECT * FROM labeling_messages),
answer AS (
  SELECT a.id AS row_id, s.span_id AS item_id, q.kind,
    -- The last question is what was answered.
    (SELECT content FROM message AS m
      WHERE m.span_rowid = s.id AND role = 'user'
      ORDER BY position DESC LIMIT 1) AS text,
    (SELECT content FROM message AS m
      WHERE m.span_rowid = s.id AND position = 1e9) AS output,
    CASE q.kind
      WHEN 'label' THEN a.label
      ELSE CASE
        WHEN lower(a.label) IN ('correct', 'true', 'yes', 'pass', 'good')
          THEN 1
        WHEN lower(a.label) IN ('incorrect', 'false', 'no', 'fail', 'bad')
          THEN 0
        WHEN a.score IN (0, 1) THEN CAST(a.score AS INTEGER) END
    END AS value,
    coalesce(a.user_id, nullif(a.identifier, ''), -a.id) AS voter,
    u.username AS annotator,
    replace(a.created_at, ' ', 'T') || 'Z' AS created_at
  FROM src.span_annotations AS a
    JOIN src.spans AS s ON s.id = a.span_rowid
    JOIN labeling_questions AS q ON q.annotation = a.name
    LEFT JOIN src.users AS u ON u.id = a.user_id
  WHERE a.annotator_kind = 'HUMAN' AND q.kind IS NOT NULL
    AND s.span_kind = 'LLM' AND s.status_code = 'OK'
)
SELECT *,
  CASE
    WHEN value IS NULL THEN 'no label'
    -- A call that asked for a tool has no text.
    WHEN text IS NULL OR kind = 'verdict' AND output IS NULL THEN 'no text'
  END AS reason
FROM answer;

CREATE TEMP VIEW annotations AS
SELECT item_id, text, value AS label, annotator, created_at,
  'human' AS source
FROM labeling_answers WHERE kind = 'label' AND reason IS NULL;

CREATE TEMP VIEW labeling_votes AS
SELECT row_id AS vote_id, item_id, text, value AS label, voter, annotator,
  created_at, 'human' AS source
FROM labeling_answers WHERE kind = 'label' AND reason IS NULL;

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

-- One verdict for each call: what most people said.  As many yes as no is
-- none.
CREATE TEMP VIEW verdicts AS
SELECT item_id, min(text) AS prompt, min(output) AS output,
  avg(value) > 0.5 AS verdict,
  group_concat(DISTINCT annotator) AS annotator,
  max(created_at) AS created_at
FROM (
  SELECT *, row_number() OVER (PARTITION BY item_id, voter
    ORDER BY created_at DESC, row_id DESC) AS age
  FROM labeling_answers WHERE kind = 'verdict' AND reason IS NULL
  ORDER BY item_id, annotator)
WHERE age = 1
GROUP BY item_id HAVING avg(value) <> 0.5;

-- 4. The last revision of each example is the example.
CREATE TEMP VIEW labeling_examples AS
SELECT dataset_example_id AS item_id, revision_kind, chosen,
  CASE WHEN input_path IS NULL
    THEN (SELECT value FROM json_each(input) WHERE type = 'text' LIMIT 1)
    ELSE json_extract(input, input_path) END AS prompt,
  CASE WHEN output_path IS NULL
    THEN (SELECT value FROM json_each(output) WHERE type = 'text' LIMIT 1)
    ELSE json_extract(output, output_path) END AS completion
FROM (
  SELECT r.*, k.input_path, k.output_path,
    k.dataset IS NULL OR k.dataset = d.name AS chosen,
    row_number() OVER (PARTITION BY dataset_example_id
      ORDER BY dataset_version_id DESC) AS age
  FROM src.dataset_example_revisions AS r
    JOIN src.dataset_examples AS e ON e.id = r.dataset_example_id
    JOIN src.datasets AS d ON d.id = e.dataset_id
    JOIN labeling_keys AS k)
WHERE age = 1;

CREATE TEMP VIEW completions AS
SELECT item_id, prompt, completion FROM labeling_examples
WHERE chosen AND revision_kind <> 'DELETE'
  AND prompt IS NOT NULL AND completion IS NOT NULL;

-- 5. The account.
CREATE TEMP VIEW labeling_rows AS
SELECT 'spans' AS source, id AS row_id, span_id AS item_id,
  CASE
    WHEN span_kind <> 'LLM' THEN 'no call of a model'
    WHEN status_code <> 'OK' THEN 'failed'
    WHEN span_id NOT IN (SELECT conversation_id FROM conversations)
      THEN 'no messages'
  END AS reason
FROM src.spans
UNION ALL
SELECT 'span_annotations', a.id, s.span_id,
  CASE
    WHEN a.annotator_kind <> 'HUMAN' THEN 'not a person''s annotation'
    WHEN s.span_kind <> 'LLM' THEN 'no call of a model'
    WHEN s.status_code <> 'OK' THEN 'failed'
    WHEN x.row_id IS NULL THEN 'another annotation'
    WHEN x.reason IS NOT NULL THEN x.reason
    WHEN x.kind = 'verdict'
      AND s.span_id NOT IN (SELECT item_id FROM verdicts) THEN 'tie'
  END
FROM src.span_annotations AS a JOIN src.spans AS s ON s.id = a.span_rowid
  LEFT JOIN labeling_answers AS x ON x.row_id = a.id
UNION ALL
SELECT 'dataset_examples', e.id, e.id,
  CASE
    WHEN x.item_id IS NULL THEN 'no revision'
    WHEN NOT x.chosen THEN 'another dataset'
    WHEN x.revision_kind = 'DELETE' THEN 'deleted'
    WHEN x.prompt IS NULL OR x.completion IS NULL THEN 'no text'
  END
FROM src.dataset_examples AS e
  LEFT JOIN labeling_examples AS x ON x.item_id = e.id;

CREATE TEMP VIEW skipped AS
SELECT item_id, reason FROM labeling_rows WHERE reason IS NOT NULL;
