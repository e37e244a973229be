-- promptfoo.sql: results of promptfoo that passed, and what people said.
--
--   ATTACH 'file:promptfoo.db?mode=ro' AS src;
--   .read sql/labeling/promptfoo.sql
--   SELECT ftext_export('passed.jsonl',
--     'SELECT json_object(''messages'', json(messages)) FROM conversations');
--
-- Parameter, which may be left out:
--
--   .parameter set @eval "'eval-abc-2026-01-31T10:00:00'"   every evaluation
--
-- Temporary views: conversations, verdicts and skipped, as docs/labeling.md
-- tells.  item_id and conversation_id are the result's id.  labeling_rows
-- shows every result, with the reason where no view has it.
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
    CONSTRAINT "src is no promptfoo database of a known schema"
    CHECK (known)
);
CREATE TEMP TABLE labeling_needs AS
SELECT column1 AS "table", column2 AS "column" FROM (VALUES
  ('eval_results', 'id'), ('eval_results', 'eval_id'),
  ('eval_results', 'prompt_idx'), ('eval_results', 'test_idx'),
  ('eval_results', 'prompt'), ('eval_results', 'response'),
  ('eval_results', 'success'), ('eval_results', 'grading_result'),
  ('eval_results', 'updated_at'), ('evals', 'id'));
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
SELECT id AS eval_id, @eval IS NULL OR id = @eval AS chosen
FROM src.evals;

-- A name that does not exist would give empty views, and nobody would know.
DROP TABLE labeling_schema;
CREATE TEMP TABLE labeling_schema (
  chosen INTEGER CONSTRAINT "no such @eval: see labeling_questions"
    CHECK (chosen OR chosen IS NULL)
);
INSERT INTO labeling_schema
SELECT CASE WHEN @eval IS NOT NULL THEN coalesce(max(chosen), 0) END
FROM labeling_questions;

-- 2. Every result.  A chat's prompt is JSON in a JSON string; of any other
-- the text is one message of the user.  A person's rating takes the place of
-- what the assertions found in `success`, and stands among the components.
CREATE TEMP VIEW labeling_answers AS
WITH result AS MATERIALIZED (
  SELECT r.rowid AS row_id, r.id AS item_id, success,
    json_extract(prompt, '$.raw') AS raw,
    json_extract(response, '$.output') AS output,
    (SELECT json_extract(c.value, '$.pass')
      FROM json_each(grading_result, '$.componentResults') AS c
      WHERE json_extract(c.value, '$.assertion.type') = 'human'
      ORDER BY c.key DESC LIMIT 1) AS verdict,
    -- Epoch milliseconds in some versions, text in others.
    CASE typeof(r.updated_at) WHEN 'integer'
      THEN strftime('%Y-%m-%dT%H:%M:%fZ', r.updated_at / 1000.0, 'unixepoch')
      ELSE strftime('%Y-%m-%dT%H:%M:%SZ', r.updated_at) END AS created_at,
    q.chosen IS 0 AS other
  FROM src.eval_results AS r
    LEFT JOIN labeling_questions AS q ON q.eval_id = r.eval_id
)
SELECT row_id, item_id, success, output, verdict, created_at, other,
  CASE
    WHEN raw IS NULL THEN NULL
    WHEN json_valid(raw) AND substr(ltrim(raw), 1, 1) = '[' THEN raw
    ELSE json_array(json_object('role', 'user', 'content', raw))
  END AS messages,
  raw
FROM result;

CREATE TEMP VIEW conversations AS
SELECT item_id AS conversation_id, (
    SELECT json_group_array(json(message))
    FROM (
      SELECT json_object('role', json_extract(m.value, '$.role'),
        'content', json_extract(m.value, '$.content')) AS message
      FROM json_each(a.messages) AS m
      UNION ALL
      SELECT json_object('role', 'assistant', 'content', a.output)))
  AS messages
FROM labeling_answers AS a
WHERE success AND NOT other AND output IS NOT NULL AND messages IS NOT NULL;

-- Who rated is not in the database.
CREATE TEMP VIEW verdicts AS
SELECT item_id, raw AS prompt, output, verdict, NULL AS annotator, created_at
FROM labeling_answers
WHERE verdict IS NOT NULL AND NOT other AND output IS NOT NULL;

-- 3. The account.
CREATE TEMP VIEW labeling_rows AS
SELECT 'eval_results' AS source, row_id, item_id,
  CASE
    WHEN other THEN 'another evaluation'
    WHEN output IS NULL THEN 'no output'
    WHEN success AND messages IS NULL THEN 'no prompt'
    WHEN NOT coalesce(success, 0) AND verdict IS NULL THEN 'not passed'
  END AS reason
FROM labeling_answers;

CREATE TEMP VIEW skipped AS
SELECT item_id, reason FROM labeling_rows WHERE reason IS NOT NULL;
