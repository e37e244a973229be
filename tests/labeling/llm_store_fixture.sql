-- The tables that llm 0.32 brought, in schema src.  Messages are shared: t2
-- is a fork of t1.  A part is a text, a reference to fragments, or a file.
CREATE TABLE src.threads (id TEXT PRIMARY KEY, tip_message_hash TEXT);
INSERT INTO src.threads VALUES ('t1', 'b2:3'), ('t2', 'b2:4'), ('t3', NULL);
CREATE TABLE src.messages (hash TEXT PRIMARY KEY, parent_hash TEXT,
  role TEXT);
INSERT INTO src.messages VALUES ('b2:1', NULL, 'system'),
  ('b2:2', 'b2:1', 'user'), ('b2:3', 'b2:2', 'assistant'),
  ('b2:4', 'b2:2', 'assistant');
CREATE TABLE src.parts (id INTEGER PRIMARY KEY, message_hash TEXT,
  position INTEGER, type TEXT, text TEXT, payload TEXT);
INSERT INTO src.parts VALUES
  (1, 'b2:1', 0, 'text', 'Be brief.', NULL),
  (2, 'b2:2', 2, 'attachment', NULL, '{"attachment": {"id": "ad91"}}'),
  (3, 'b2:2', 0, 'text', NULL, '{"text_ref": [{"fragment": 2},
    {"literal": "\nIt cost \u00a33"}]}'),
  (4, 'b2:2', 1, 'text', ', right?', NULL),
  (5, 'b2:3', 0, 'text', 'Right.', NULL);
