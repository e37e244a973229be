-- A small AnythingLLM database in schema src: the tables and the columns
-- that matter, with every trap that its real ones have.
CREATE TABLE src.users (id INTEGER PRIMARY KEY, username TEXT);
INSERT INTO src.users VALUES (1, 'pia');
CREATE TABLE src.workspaces (id INTEGER PRIMARY KEY, name TEXT, slug TEXT);
INSERT INTO src.workspaces VALUES (1, 'Bank', 'bank'), (2, 'Home', 'home');
-- createdAt is milliseconds, or text where SQLite filled it in.
CREATE TABLE src.workspace_chats (id INTEGER PRIMARY KEY,
  workspaceId INTEGER, prompt TEXT, response TEXT, include BOOLEAN,
  user_id INTEGER, createdAt DATETIME, feedbackScore BOOLEAN);
INSERT INTO src.workspace_chats VALUES
  (1, 1, 'It cost £3 😀', '{"text": "refund"}', 1, 1, 1767225838730, 1),
  (2, 1, 'By the API', '{"text": "lost"}', 1, NULL, '2025-12-30 10:11:12',
    0),
  (3, 1, 'No feedback', '{"text": "x"}', 1, 1, 1767225838730, NULL),
  (4, 1, 'Excluded', '{"text": "x"}', 0, 1, 1767225838730, 1),
  (5, 1, 'Cut off', '{"text": "x', 1, 1, 1767225838730, 1),
  (6, 1, 'No text', '{"sources": []}', 1, 1, 1767225838730, 1),
  (7, 2, 'At home', '{"text": "<think>hm</think>x"}', 1, 1, 1767225838730,
    1),
  (8, 9, 'Nowhere', '{"text": "x"}', 1, 1, 1767225838730, 1);
