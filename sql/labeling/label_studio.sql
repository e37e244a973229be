-- label_studio.sql: what people answered in Label Studio, as plain rows.
--
--   ATTACH 'file:label_studio.sqlite3?mode=ro' AS src;
--   .read sql/labeling/label_studio.sql
--   CREATE TEMP VIEW tagged AS
--   SELECT item_id AS id, text AS prompt, label FROM gold;
--   .read sql/prepare.sql
--
-- Parameters, each of which may be left out:
--
--   .parameter set @project 1        a project's id or title; every project
--                                    that is not deleted
--   .parameter set @question intent  a control's name in the labeling
--                                    configuration; the first of each kind
--                                    (see labeling_questions)
--
-- Temporary views: annotations, gold, ties, multilabels, paths, completions,
-- preferences and skipped, as docs/labeling.md tells.  item_id is the task's
-- id.  The temporary table labeling_questions shows every question of every
-- project, and which are chosen; labeling_rows every row of the database that
-- holds an answer, with the reason where no view has it.
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
    CONSTRAINT "src is no Label Studio database of a known schema (1.x)"
    CHECK (known)
);
CREATE TEMP TABLE labeling_needs AS
SELECT column1 AS "table", column2 AS "column" FROM (VALUES
  ('project', 'id'), ('project', 'title'), ('project', 'label_config'),
  ('project', 'deleted_at'), ('task', 'id'), ('task', 'data'),
  ('task', 'project_id'), ('task_completion', 'id'),
  ('task_completion', 'result'), ('task_completion', 'was_cancelled'),
  ('task_completion', 'created_at'), ('task_completion', 'task_id'),
  ('task_completion', 'completed_by_id'),
  ('task_completion', 'ground_truth'), ('prediction', 'task_id'),
  ('tasks_annotationdraft', 'task_id'), ('htx_user', 'id'),
  ('htx_user', 'email'));
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

-- 2. The questions.  Which key of a task's data holds the text, and which
-- questions there are, stands only in the project's configuration: XML such
-- as <Text name="t" value="$utterance"/> <Choices name="c" toName="t">.
CREATE TEMP TABLE labeling_questions (
  project_id INTEGER NOT NULL,
  project TEXT NOT NULL,
  question TEXT NOT NULL,
  kind TEXT NOT NULL,
  text_path TEXT,  -- where a task's data has the text that is asked about
  left_path TEXT,  -- and the two that are compared
  right_path TEXT,
  chosen INTEGER NOT NULL
);
WITH element AS (
  -- A comment may hold controls too, which are no questions.
  SELECT project_id, position, tag,
    sum(tag LIKE '!--%') OVER earlier
      > coalesce(sum(instr(tag, '-->') > 0) OVER (earlier
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS comment
  FROM (
    SELECT p.id AS project_id, e.key AS position, replace(replace(replace(
      replace(e.value, char(9), ' '), char(10), ' '), char(13), ' '),
      '''', '"') AS tag
    FROM src.project AS p,
      json_each('[' || replace(json_quote(label_config), '<', '","') || ']')
        AS e
    WHERE deleted_at IS NULL)
  WINDOW earlier AS (PARTITION BY project_id ORDER BY position)
), attribute AS (
  SELECT project_id, position,
    substr(tag, 1, instr(tag || ' ', ' ') - 1) AS element,
    CASE WHEN instr(tag, ' name="') THEN
      substr(tag, instr(tag, ' name="') + 7) END AS name,
    CASE WHEN instr(tag, ' toName="') THEN
      substr(tag, instr(tag, ' toName="') + 9) END AS to_name,
    CASE WHEN instr(tag, ' value="$') THEN
      substr(tag, instr(tag, ' value="$') + 9) END AS variable,
    instr(tag, ' choice="multiple"') > 0 AS multiple
  FROM element WHERE NOT comment
), control AS (
  SELECT project_id, position, element, multiple,
    substr(name, 1, instr(name, '"') - 1) AS name,
    substr(to_name, 1, instr(to_name, '"') - 1) AS to_name,
    '$."' || substr(variable, 1, instr(variable, '"') - 1) || '"' AS path
  FROM attribute WHERE name IS NOT NULL
), question AS (
  SELECT q.project_id, q.position, q.name AS question,
    CASE
      WHEN element = 'Choices' AND multiple THEN 'multiple choice'
      ELSE lower(element) END AS kind,
    CASE WHEN element = 'Pairwise' THEN
      -- What both answers answer is the text that is not compared.
      (SELECT path FROM control AS o
        WHERE o.project_id = q.project_id AND o.to_name IS NULL
          AND instr(',' || q.to_name || ',', ',' || o.name || ',') = 0
        ORDER BY position)
      ELSE (SELECT path FROM control AS o
        WHERE o.project_id = q.project_id AND o.name = q.to_name) END
      AS text_path,
    (SELECT path FROM control AS o WHERE o.project_id = q.project_id
      AND substr(q.to_name, 1, length(o.name) + 1) = o.name || ',')
      AS left_path,
    (SELECT path FROM control AS o WHERE o.project_id = q.project_id
      AND substr(q.to_name, -length(o.name) - 1) = ',' || o.name)
      AS right_path
  FROM control AS q WHERE to_name IS NOT NULL
)
INSERT INTO labeling_questions
SELECT p.id, p.title, question, kind, text_path, left_path, right_path,
  (@project IS NULL OR p.id = @project OR p.title = @project)
  AND CASE
    WHEN @question IS NOT NULL THEN question = @question
    -- A text area beside a choice is for notes about it, not for answers.
    WHEN kind = 'textarea' AND max(kind IN ('choices', 'multiple choice',
      'taxonomy')) OVER (PARTITION BY p.id) THEN 0
    ELSE row_number() OVER (PARTITION BY p.id, kind ORDER BY position) = 1 END
FROM question JOIN src.project AS p ON p.id = project_id
ORDER BY p.id, position;

-- A name that does not exist would give empty views, and nobody would know.
DROP TABLE labeling_schema;
CREATE TEMP TABLE labeling_schema (
  chosen INTEGER
    CONSTRAINT "no such @project or @question: see labeling_questions"
    CHECK (chosen OR chosen IS NULL)
);
INSERT INTO labeling_schema
SELECT CASE WHEN coalesce(@project, @question) IS NOT NULL
  THEN sum(chosen) > 0 END
FROM labeling_questions;

-- 3. Every answer to a chosen question.  A cancelled annotation is none, even
-- where its result is not empty.  What is no text (an image) is left out.
CREATE TEMP VIEW labeling_answers AS
SELECT a.id AS row_id, a.task_id AS item_id, q.kind,
  json_extract(t.data, q.text_path) AS text,
  json_extract(r.value, '$.value') AS value,
  t.data, q.left_path, q.right_path,
  -- Imported annotations have nobody; each is its own voter.
  coalesce(a.completed_by_id, -a.id) AS voter,
  u.email AS annotator,
  -- Django leaves the fraction out when it is zero.
  substr(replace(a.created_at, ' ', 'T')
    || CASE WHEN instr(a.created_at, '.') THEN '' ELSE '.' END || '000000',
    1, 26) || 'Z' AS created_at,
  CASE WHEN a.ground_truth THEN 'ground_truth' ELSE 'human' END AS source
FROM src.task_completion AS a
  JOIN src.task AS t ON t.id = a.task_id
  JOIN json_each(a.result) AS r
  JOIN labeling_questions AS q ON q.project_id = t.project_id
    AND q.question = json_extract(r.value, '$.from_name') AND q.chosen
  LEFT JOIN src.htx_user AS u ON u.id = a.completed_by_id
WHERE NOT a.was_cancelled AND json_extract(t.data, q.text_path) IS NOT NULL;

CREATE TEMP VIEW annotations AS
SELECT item_id, text, c.value AS label, annotator, created_at, source
FROM labeling_answers JOIN json_each(labeling_answers.value, '$.choices') AS c
WHERE kind = 'choices';

-- Two choices where one was asked for are no vote.
CREATE TEMP VIEW labeling_votes AS
SELECT row_id AS vote_id, item_id, text,
  json_extract(value, '$.choices[0]') AS label, voter, annotator, created_at,
  source
FROM labeling_answers
WHERE kind = 'choices' AND json_array_length(value, '$.choices') = 1;

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
  SELECT DISTINCT item_id, text, c.value AS label
  FROM labeling_answers JOIN json_each(labeling_answers.value, '$.choices') AS c
  WHERE kind = 'multiple choice'
  ORDER BY item_id, label)
GROUP BY item_id;

CREATE TEMP VIEW paths AS
SELECT item_id, text,
  (SELECT group_concat(value, ' / ')
    FROM (SELECT value FROM json_each(p.value) ORDER BY key)) AS path,
  json_extract(p.value, '$[#-1]') AS label
FROM labeling_answers JOIN json_each(labeling_answers.value, '$.taxonomy') AS p
WHERE kind = 'taxonomy';

CREATE TEMP VIEW completions AS
SELECT item_id, text AS prompt, c.value AS completion
FROM labeling_answers JOIN json_each(labeling_answers.value, '$.text') AS c
WHERE kind = 'textarea';

CREATE TEMP VIEW preferences AS
SELECT item_id, text AS prompt,
  json_extract(data, CASE json_extract(value, '$.selected')
    WHEN 'left' THEN left_path ELSE right_path END) AS chosen,
  json_extract(data, CASE json_extract(value, '$.selected')
    WHEN 'left' THEN right_path ELSE left_path END) AS rejected
FROM labeling_answers
WHERE kind = 'pairwise'
  AND json_extract(value, '$.selected') IN ('left', 'right');

-- 4. The account: annotations, drafts, a model's predictions, and the tasks
-- that nobody has annotated.
CREATE TEMP VIEW labeling_rows AS
SELECT 'task_completion' AS source, a.id AS row_id, a.task_id AS item_id,
  CASE
    WHEN t.id IS NULL THEN 'task deleted'
    WHEN p.id IS NULL OR p.deleted_at IS NOT NULL THEN 'project deleted'
    WHEN a.was_cancelled THEN 'cancelled'
    WHEN coalesce(json_array_length(a.result), 0) = 0
      THEN 'submitted empty'
    WHEN a.id NOT IN (SELECT row_id FROM labeling_answers
      WHERE json_array_length(value, '$.choices') > 0 AND kind LIKE '%choice%'
        OR json_array_length(value, '$.taxonomy') > 0 AND kind = 'taxonomy'
        OR json_array_length(value, '$.text') > 0 AND kind = 'textarea'
        OR json_extract(value, '$.selected') IN ('left', 'right')
          AND kind = 'pairwise')
      THEN CASE WHEN EXISTS (
          SELECT 1 FROM json_each(a.result) AS r
            JOIN labeling_questions AS q ON q.project_id = t.project_id
              AND q.question = json_extract(r.value, '$.from_name')
              AND q.chosen
          WHERE json_extract(t.data, q.text_path) IS NULL)
        THEN 'no text' ELSE 'no answer to a chosen question' END
  END AS reason
FROM src.task_completion AS a
  LEFT JOIN src.task AS t ON t.id = a.task_id
  LEFT JOIN src.project AS p ON p.id = t.project_id
UNION ALL
SELECT 'prediction', id, task_id, 'a model''s prediction' FROM src.prediction
UNION ALL
SELECT 'tasks_annotationdraft', id, task_id, 'draft'
FROM src.tasks_annotationdraft
UNION ALL
SELECT 'task', id, id, 'not annotated' FROM src.task
WHERE id NOT IN (SELECT task_id FROM src.task_completion
  WHERE task_id IS NOT NULL);

CREATE TEMP VIEW skipped AS
SELECT item_id, reason FROM labeling_rows WHERE reason IS NOT NULL;
