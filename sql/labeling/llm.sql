-- llm.sql: what the command-line tool llm has logged, as conversations.
--
--   ATTACH 'file:logs.db?mode=ro' AS src;
--   .read sql/labeling/llm.sql
--   SELECT ftext_export('chats.jsonl',
--     'SELECT json_object(''messages'', json(messages)) FROM conversations');
--
-- Temporary views: conversations and skipped, as docs/labeling.md tells.
-- conversation_id is the thread's id (llm 0.32 and later) or that of the
-- older conversation; a response that has none is a conversation by itself.
-- labeling_rows shows every response and every thread, with the reason where
-- no view has it.
--
-- Since 0.32 llm keeps messages in other tables, and leaves the old ones as
-- they were.  A file may have both, or the old ones alone.  For the latter
-- the script attaches a database labeling_empty, in memory, that has empty
-- tables of the new names: SQLite takes those where src has none.
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
    CONSTRAINT "src is no database of llm of a known schema"
    CHECK (known)
);
CREATE TEMP TABLE labeling_needs AS
SELECT column1 AS "table", column2 AS "column" FROM (VALUES
  ('responses', 'id'), ('responses', 'prompt'), ('responses', 'system'),
  ('responses', 'response'), ('responses', 'conversation_id'));
-- All of a generation or nothing: a half of one is another schema.
INSERT INTO labeling_needs
SELECT column2, column3 FROM (VALUES
  ('threads', 'threads', 'id'), ('threads', 'threads', 'tip_message_hash'),
  ('threads', 'messages', 'hash'), ('threads', 'messages', 'parent_hash'),
  ('threads', 'messages', 'role'), ('threads', 'parts', 'message_hash'),
  ('threads', 'parts', 'position'), ('threads', 'parts', 'type'),
  ('threads', 'parts', 'text'), ('threads', 'parts', 'payload'),
  ('fragments', 'fragments', 'id'), ('fragments', 'fragments', 'content'),
  ('fragments', 'prompt_fragments', 'response_id'),
  ('fragments', 'prompt_fragments', 'fragment_id'),
  ('fragments', 'prompt_fragments', 'order'),
  ('fragments', 'system_fragments', 'response_id'),
  ('fragments', 'system_fragments', 'fragment_id'),
  ('fragments', 'system_fragments', 'order')) AS need
WHERE EXISTS (SELECT 1 FROM pragma_table_info(need.column1, 'src'));
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

-- Tables that come before src would be read instead of llm's.
DROP TABLE labeling_schema;
CREATE TEMP TABLE labeling_schema (
  clear INTEGER
    CONSTRAINT "a database before src has a table of the name of one of llm's"
    CHECK (clear)
);
WITH name (name) AS (
  VALUES ('threads'), ('messages'), ('parts'), ('fragments'),
    ('prompt_fragments'), ('system_fragments')
), schema AS (
  SELECT d.name AS schema FROM pragma_database_list AS d
  WHERE seq < (SELECT seq FROM pragma_database_list WHERE name = 'src')
)
INSERT INTO labeling_schema
SELECT NOT EXISTS (
  -- CROSS JOIN keeps the order: the pragma needs both first.
  SELECT 1 FROM name CROSS JOIN schema
    CROSS JOIN pragma_table_info(name.name, schema.schema));

ATTACH ':memory:' AS (
  -- A second run finds the first one's.
  SELECT 'labeling_empty' || coalesce(nullif(count(*), 0), '')
  FROM pragma_database_list WHERE name LIKE 'labeling!_empty%' ESCAPE '!');
CREATE TABLE IF NOT EXISTS labeling_empty.threads (id, tip_message_hash);
CREATE TABLE IF NOT EXISTS labeling_empty.messages (hash, parent_hash, role);
CREATE TABLE IF NOT EXISTS labeling_empty.parts
  (message_hash, position, type, text, payload);
CREATE TABLE IF NOT EXISTS labeling_empty.fragments (id, content);
CREATE TABLE IF NOT EXISTS labeling_empty.prompt_fragments
  (response_id, fragment_id, "order");
CREATE TABLE IF NOT EXISTS labeling_empty.system_fragments
  (response_id, fragment_id, "order");

-- 2. Every message, in order, of both generations.
CREATE TEMP VIEW labeling_answers AS
WITH RECURSIVE response AS (
  -- A prompt is its fragments and then what was typed, each on lines of its
  -- own; either may be missing.
  SELECT id, coalesce(conversation_id, id) AS conversation_id,
    nullif(concat_system, '') AS system, concat_prompt AS prompt,
    coalesce(response, '') AS response
  FROM (
    SELECT r.*,
      (SELECT coalesce(group_concat(text, char(10)), '') FROM (
        SELECT * FROM (
          SELECT f.content AS text FROM system_fragments AS l
          JOIN fragments AS f ON f.id = l.fragment_id
          WHERE l.response_id = r.id ORDER BY l."order")
        UNION ALL SELECT r.system WHERE r.system <> '')) AS concat_system,
      (SELECT coalesce(group_concat(text, char(10)), '') FROM (
        SELECT * FROM (
          SELECT f.content AS text FROM prompt_fragments AS l
          JOIN fragments AS f ON f.id = l.fragment_id
          WHERE l.response_id = r.id ORDER BY l."order")
        UNION ALL SELECT r.prompt WHERE r.prompt <> '')) AS concat_prompt
    FROM src.responses AS r)
), walk (thread_id, hash, depth) AS (
  -- A thread is its last message; each message knows the one before.
  SELECT id, tip_message_hash, 0 FROM threads
  UNION ALL
  SELECT thread_id, m.parent_hash, depth + 1
  FROM walk JOIN messages AS m ON m.hash = walk.hash
  WHERE m.parent_hash IS NOT NULL
)
-- Ids are ULIDs: their order is that of time.
SELECT conversation_id, id AS place, 0 AS step, 'system' AS role,
  system AS content
FROM response WHERE system IS NOT NULL
UNION ALL
SELECT conversation_id, id, 1, 'user', prompt FROM response
UNION ALL
SELECT conversation_id, id, 2, 'assistant', response FROM response
UNION ALL
SELECT thread_id, '', -depth, m.role, coalesce((
    SELECT group_concat(text, '') FROM (
      SELECT coalesce(p.text, (
          -- A text that repeats a fragment only refers to it.
          SELECT group_concat(text, '') FROM (
            SELECT coalesce(f.content, json_extract(s.value, '$.literal'))
              AS text
            FROM json_each(p.payload, '$.text_ref') AS s
              LEFT JOIN fragments AS f
                ON f.id = json_extract(s.value, '$.fragment')
            ORDER BY s.key))) AS text
      FROM parts AS p
      WHERE p.message_hash = m.hash AND p.type = 'text'
      ORDER BY p.position)), '')
FROM walk JOIN messages AS m ON m.hash = walk.hash;

CREATE TEMP VIEW conversations AS
SELECT conversation_id,
  json_group_array(json_object('role', role, 'content', content))
    AS messages
FROM (SELECT * FROM labeling_answers ORDER BY conversation_id, place, step)
GROUP BY conversation_id;

-- 3. The account.
CREATE TEMP VIEW labeling_rows AS
SELECT 'responses' AS source, id AS row_id,
  coalesce(conversation_id, id) AS item_id, NULL AS reason
FROM src.responses
UNION ALL
SELECT 'threads', id, id,
  CASE WHEN tip_message_hash IS NULL
    OR tip_message_hash NOT IN (SELECT hash FROM messages)
    THEN 'no messages' END
FROM threads;

CREATE TEMP VIEW skipped AS
SELECT item_id, reason FROM labeling_rows WHERE reason IS NOT NULL;
