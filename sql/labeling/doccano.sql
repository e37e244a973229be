-- doccano.sql: what people answered in doccano, as plain rows.
--
--   ATTACH 'file:db.sqlite3?mode=ro' AS src;
--   .read sql/labeling/doccano.sql
--   CREATE TEMP VIEW tagged AS
--   SELECT item_id AS id, text AS prompt, label FROM gold;
--   .read sql/prepare.sql
--
-- Parameter, which may be left out:
--
--   .parameter set @project 1        a project's id or name; every project
--
-- Temporary views: annotations, gold, ties, multilabels, completions and
-- skipped, as docs/labeling.md tells.  item_id is the example's id.
-- labeling_rows shows every row of the database that holds an answer, with
-- the reason where no view has it.
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

-- 1. Is it a schema that is known here?  Before 1.6 the tables were api_...
CREATE TEMP TABLE labeling_schema (
  known INTEGER
    CONSTRAINT "src is no doccano database of a known schema (1.6 or later)"
    CHECK (known)
);
CREATE TEMP TABLE labeling_needs AS
SELECT column1 AS "table", column2 AS "column" FROM (VALUES
  ('projects_project', 'id'), ('projects_project', 'name'),
  ('projects_project', 'collaborative_annotation'),
  ('projects_project', 'single_class_classification'),
  ('examples_example', 'id'), ('examples_example', 'text'),
  ('examples_example', 'project_id'),
  ('examples_examplestate', 'example_id'),
  ('examples_examplestate', 'confirmed_by_id'),
  ('label_types_categorytype', 'id'), ('label_types_categorytype', 'text'),
  ('labels_category', 'id'), ('labels_category', 'manual'),
  ('labels_category', 'created_at'), ('labels_category', 'example_id'),
  ('labels_category', 'label_id'), ('labels_category', 'user_id'),
  ('labels_textlabel', 'id'), ('labels_textlabel', 'manual'),
  ('labels_textlabel', 'text'), ('labels_textlabel', 'created_at'),
  ('labels_textlabel', 'example_id'), ('labels_textlabel', 'user_id'),
  ('labels_span', 'id'), ('labels_span', 'example_id'),
  ('auth_user', 'id'), ('auth_user', 'username'));
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
SELECT id AS project_id, name AS project,
  single_class_classification AS single,
  @project IS NULL OR id = @project OR name = @project AS chosen
FROM src.projects_project;

-- A name that does not exist would give empty views, and nobody would know.
DROP TABLE labeling_schema;
CREATE TEMP TABLE labeling_schema (
  chosen INTEGER CONSTRAINT "no such @project: see labeling_questions"
    CHECK (chosen OR chosen IS NULL)
);
INSERT INTO labeling_schema
SELECT CASE WHEN @project IS NOT NULL THEN max(chosen) END
FROM labeling_questions;

-- 2. Every label with what decides about it.  A label is an answer once its
-- example is confirmed: by the same user, or in a project where all work on
-- one set of labels, by anyone.  That is what doccano's own export does.
-- Label types are counted for each project, so only their texts are compared.
CREATE TEMP VIEW labeling_answers AS
SELECT 'labels_category' AS source, c.id AS row_id, c.example_id AS item_id,
  e.text, t.text AS value, c.user_id, u.username AS annotator,
  -- Django leaves the fraction out when it is zero.
  substr(replace(c.created_at, ' ', 'T')
    || CASE WHEN instr(c.created_at, '.') THEN '' ELSE '.' END || '000000',
    1, 26) || 'Z' AS created_at,
  CASE WHEN q.single THEN 'annotations' ELSE 'multilabels' END AS view,
  CASE
    WHEN NOT q.chosen THEN 'another project'
    WHEN e.text IS NULL THEN 'no text'
    WHEN NOT c.manual THEN 'a model''s label'
    WHEN NOT EXISTS (SELECT 1 FROM src.examples_examplestate AS s
      WHERE s.example_id = e.id AND (s.confirmed_by_id = c.user_id
        OR p.collaborative_annotation)) THEN 'not confirmed'
  END AS reason
FROM src.labels_category AS c
  JOIN src.examples_example AS e ON e.id = c.example_id
  JOIN src.projects_project AS p ON p.id = e.project_id
  JOIN labeling_questions AS q ON q.project_id = p.id
  JOIN src.label_types_categorytype AS t ON t.id = c.label_id
  LEFT JOIN src.auth_user AS u ON u.id = c.user_id
UNION ALL
SELECT 'labels_textlabel', c.id, c.example_id, e.text, c.text, c.user_id,
  u.username,
  substr(replace(c.created_at, ' ', 'T')
    || CASE WHEN instr(c.created_at, '.') THEN '' ELSE '.' END || '000000',
    1, 26) || 'Z',
  'completions',
  CASE
    WHEN NOT q.chosen THEN 'another project'
    WHEN e.text IS NULL THEN 'no text'
    WHEN NOT c.manual THEN 'a model''s label'
    WHEN NOT EXISTS (SELECT 1 FROM src.examples_examplestate AS s
      WHERE s.example_id = e.id AND (s.confirmed_by_id = c.user_id
        OR p.collaborative_annotation)) THEN 'not confirmed'
  END
FROM src.labels_textlabel AS c
  JOIN src.examples_example AS e ON e.id = c.example_id
  JOIN src.projects_project AS p ON p.id = e.project_id
  JOIN labeling_questions AS q ON q.project_id = p.id
  LEFT JOIN src.auth_user AS u ON u.id = c.user_id;

CREATE TEMP VIEW annotations AS
SELECT item_id, text, value AS label, annotator, created_at,
  'human' AS source
FROM labeling_answers WHERE view = 'annotations' AND reason IS NULL;

CREATE TEMP VIEW labeling_votes AS
SELECT row_id AS vote_id, item_id, text, value AS label, user_id AS voter,
  annotator, created_at, 'human' AS source
FROM labeling_answers WHERE view = 'annotations' AND reason IS NULL;

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
SELECT item_id, text, json_group_array(value) AS labels
FROM (SELECT DISTINCT item_id, text, value FROM labeling_answers
  WHERE view = 'multilabels' AND reason IS NULL
  ORDER BY item_id, value)
GROUP BY item_id;

CREATE TEMP VIEW completions AS
SELECT item_id, text AS prompt, value AS completion
FROM labeling_answers WHERE view = 'completions' AND reason IS NULL;

-- 3. The account: labels of each kind, and the examples that have none.
CREATE TEMP VIEW labeling_rows AS
SELECT source, row_id, item_id, reason FROM labeling_answers
UNION ALL
SELECT 'labels_span', id, example_id, 'a span' FROM src.labels_span
UNION ALL
SELECT 'examples_example', id, id,
  CASE WHEN id IN (SELECT example_id FROM src.examples_examplestate)
    THEN 'confirmed without a label' ELSE 'not labelled' END
FROM src.examples_example AS e
WHERE NOT EXISTS (SELECT 1 FROM src.labels_category WHERE example_id = e.id)
  AND NOT EXISTS (SELECT 1 FROM src.labels_textlabel WHERE example_id = e.id)
  AND NOT EXISTS (SELECT 1 FROM src.labels_span WHERE example_id = e.id);

CREATE TEMP VIEW skipped AS
SELECT item_id, reason FROM labeling_rows WHERE reason IS NOT NULL;
