-- anythingllm.sql: chats that people liked in AnythingLLM, as plain rows.
--
--   ATTACH 'file:anythingllm.db?mode=ro' AS src;
--   .read sql/labeling/anythingllm.sql
--   SELECT ftext_export('liked.jsonl',
--     'SELECT prompt, completion FROM completions');
--
-- Parameter, which may be left out:
--
--   .parameter set @workspace helpdesk  a workspace's slug or name; every one
--
-- Temporary views: completions, verdicts and skipped, as docs/labeling.md
-- tells.  item_id is the chat's id.  labeling_rows shows every chat, with
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

-- 1. Is it a schema that is known here?
CREATE TEMP TABLE labeling_schema (
  known INTEGER
    CONSTRAINT "src is no AnythingLLM database of a known schema"
    CHECK (known)
);
CREATE TEMP TABLE labeling_needs AS
SELECT column1 AS "table", column2 AS "column" FROM (VALUES
  ('workspaces', 'id'), ('workspaces', 'name'), ('workspaces', 'slug'),
  ('workspace_chats', 'id'), ('workspace_chats', 'workspaceId'),
  ('workspace_chats', 'prompt'), ('workspace_chats', 'response'),
  ('workspace_chats', 'include'), ('workspace_chats', 'user_id'),
  ('workspace_chats', 'createdAt'), ('workspace_chats', 'feedbackScore'),
  ('users', 'id'), ('users', 'username'));
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
SELECT id AS workspace_id, name AS workspace, slug,
  @workspace IS NULL OR slug = @workspace OR name = @workspace AS chosen
FROM src.workspaces;

-- A name that does not exist would give empty views, and nobody would know.
DROP TABLE labeling_schema;
CREATE TEMP TABLE labeling_schema (
  chosen INTEGER CONSTRAINT "no such @workspace: see labeling_questions"
    CHECK (chosen OR chosen IS NULL)
);
INSERT INTO labeling_schema
SELECT CASE WHEN @workspace IS NOT NULL THEN coalesce(max(chosen), 0) END
FROM labeling_questions;

-- 2. Every chat.  One response that is no JSON must not stop the query, and
-- SQLite may look at conditions in any order: hence CASE.
CREATE TEMP VIEW labeling_answers AS
SELECT c.id AS item_id, c.prompt,
  CASE WHEN json_valid(c.response) THEN json_extract(c.response, '$.text')
    END AS output,
  c.feedbackScore AS verdict, u.username AS annotator,
  -- Epoch milliseconds, or text where SQLite filled in the time.
  CASE typeof(c.createdAt) WHEN 'integer'
    THEN strftime('%Y-%m-%dT%H:%M:%fZ', c.createdAt / 1000.0, 'unixepoch')
    ELSE strftime('%Y-%m-%dT%H:%M:%fZ', c.createdAt) END AS created_at,
  CASE
    WHEN q.chosen IS NULL THEN 'workspace deleted'
    WHEN NOT q.chosen THEN 'another workspace'
    WHEN NOT c.include THEN 'excluded'
    WHEN NOT json_valid(c.response) THEN 'response is no JSON'
    WHEN c.feedbackScore IS NULL THEN 'no feedback'
    WHEN CASE WHEN json_valid(c.response)
      THEN json_type(c.response, '$.text') END IS NOT 'text' THEN 'no text'
  END AS reason
FROM src.workspace_chats AS c
  LEFT JOIN labeling_questions AS q ON q.workspace_id = c.workspaceId
  LEFT JOIN src.users AS u ON u.id = c.user_id;

CREATE TEMP VIEW completions AS
SELECT item_id, prompt, output AS completion
FROM labeling_answers WHERE reason IS NULL AND verdict;

CREATE TEMP VIEW verdicts AS
SELECT item_id, prompt, output, verdict <> 0 AS verdict, annotator,
  created_at
FROM labeling_answers WHERE reason IS NULL;

-- 3. The account.
CREATE TEMP VIEW labeling_rows AS
SELECT 'workspace_chats' AS source, item_id AS row_id, item_id, reason
FROM labeling_answers;

CREATE TEMP VIEW skipped AS
SELECT item_id, reason FROM labeling_rows WHERE reason IS NOT NULL;
