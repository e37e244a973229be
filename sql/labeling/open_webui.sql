-- open_webui.sql: chats and ratings of Open WebUI, as plain rows.
--
--   ATTACH 'file:webui.db?mode=ro' AS src;
--   .read sql/labeling/open_webui.sql
--   SELECT ftext_export('chats.jsonl',
--     'SELECT json_object(''messages'', json(messages)) FROM conversations');
--
-- Temporary views: conversations, preferences, verdicts and skipped, as
-- docs/labeling.md tells.  conversation_id and the item_id of a preference
-- are the chat's id, the item_id of a verdict the feedback's.  labeling_rows
-- shows every chat and every feedback, with the reason where no view has it.
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
    CONSTRAINT "src is no Open WebUI database of a known schema"
    CHECK (known)
);
CREATE TEMP TABLE labeling_needs AS
SELECT column1 AS "table", column2 AS "column" FROM (VALUES
  ('chat', 'id'), ('chat', 'user_id'), ('chat', 'chat'),
  ('chat', 'archived'), ('feedback', 'id'), ('feedback', 'user_id'),
  ('feedback', 'type'), ('feedback', 'data'), ('feedback', 'meta'),
  ('feedback', 'snapshot'), ('feedback', 'created_at'), ('user', 'id'),
  ('user', 'name'));
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

-- 2. The messages of each chat that is its owner's and not put away.  A
-- shared chat is a whole copy, under a user that does not exist.  Messages
-- are a tree: each knows its parent, and the chat the one that is shown last.
CREATE TEMP VIEW labeling_answers AS
SELECT chat.id AS chat_id, m.key AS message_id,
  json_extract(m.value, '$.parentId') AS parent_id,
  json_extract(m.value, '$.role') AS role,
  coalesce(json_extract(m.value, '$.content'), '') AS content,
  json_extract(m.value, '$.annotation.rating') AS rating,
  json_extract(chat.chat, '$.history.currentId') AS current_id,
  count(*) OVER (PARTITION BY chat.id) AS messages
FROM src.chat, json_each(chat.chat, '$.history.messages') AS m
WHERE NOT archived AND user_id NOT LIKE 'shared-%'
  AND json_type(chat.chat) = 'object';

-- The branch that the user sees.  A list of messages, which the chat has
-- too, may be older.
CREATE TEMP VIEW conversations AS
WITH RECURSIVE message AS MATERIALIZED (
  SELECT * FROM labeling_answers
), branch (chat_id, depth, message_id, parent_id, role, content) AS (
  SELECT chat_id, 0, message_id, parent_id, role, content FROM message
  WHERE message_id = current_id
  UNION ALL
  -- Parents that go round in a circle must not go on for ever.
  SELECT message.chat_id, depth + 1, message.message_id, message.parent_id,
    message.role, message.content
  FROM branch JOIN message ON message.chat_id = branch.chat_id
    AND message.message_id = branch.parent_id AND depth < messages
)
SELECT chat_id AS conversation_id,
  json_group_array(json_object('role', role, 'content', content))
    AS messages
FROM (SELECT * FROM branch ORDER BY chat_id, depth DESC)
GROUP BY chat_id
HAVING count(*) = count(DISTINCT message_id);

-- Two answers to one message, of which one was liked and one was not.
CREATE TEMP VIEW preferences AS
WITH message AS MATERIALIZED (SELECT * FROM labeling_answers)
SELECT good.chat_id AS item_id, asked.content AS prompt,
  good.content AS chosen, bad.content AS rejected
FROM message AS good
  JOIN message AS bad ON bad.chat_id = good.chat_id
    AND bad.parent_id = good.parent_id
  JOIN message AS asked ON asked.chat_id = good.chat_id
    AND asked.message_id = good.parent_id
WHERE good.rating = 1 AND bad.rating = -1;

-- A rating keeps the chat as it was, so it outlives the chat.  JSON's null
-- is not SQL's.
CREATE TEMP VIEW verdicts AS
WITH rating AS MATERIALIZED (
  SELECT f.id, f.user_id, f.created_at,
    json_extract(f.data, '$.rating') AS rating,
    '$.chat.chat.history.messages."' || json_extract(f.meta, '$.message_id')
      || '"' AS path,
    f.snapshot
  FROM src.feedback AS f
  WHERE f.type = 'rating' AND json_type(f.snapshot) = 'object'
)
SELECT r.id AS item_id, prompt, output, rating > 0 AS verdict,
  u.name AS annotator,
  strftime('%Y-%m-%dT%H:%M:%SZ', r.created_at, 'unixepoch') AS created_at
FROM (
  SELECT *,
    json_extract(snapshot, '$.chat.chat.history.messages."'
      || json_extract(snapshot, path || '.parentId') || '".content')
      AS prompt,
    json_extract(snapshot, path || '.content') AS output
  FROM rating) AS r LEFT JOIN src.user AS u ON u.id = r.user_id
WHERE rating IN (1, -1) AND prompt IS NOT NULL AND output IS NOT NULL;

-- 3. The account.
CREATE TEMP VIEW labeling_rows AS
SELECT 'chat' AS source, id AS row_id, id AS item_id,
  CASE
    WHEN user_id LIKE 'shared-%' THEN 'copy that was shared'
    WHEN archived THEN 'archived'
    WHEN id NOT IN (SELECT conversation_id FROM conversations)
      THEN 'no branch of messages'
  END AS reason
FROM src.chat
UNION ALL
SELECT 'feedback', id, id,
  CASE
    WHEN json_type(snapshot) IS NOT 'object' THEN 'no snapshot of the chat'
    WHEN id NOT IN (SELECT item_id FROM verdicts)
      THEN 'no rating of an answer'
  END
FROM src.feedback;

CREATE TEMP VIEW skipped AS
SELECT item_id, reason FROM labeling_rows WHERE reason IS NOT NULL;
