-- A small Open WebUI database in schema src: the tables and the columns that
-- matter, with every trap that its real ones have.
CREATE TABLE src.user (id TEXT PRIMARY KEY, name TEXT);
INSERT INTO src.user VALUES ('u1', 'Jörg'), ('u2', '李雷');
CREATE TABLE src.chat (id TEXT PRIMARY KEY, user_id TEXT, archived INTEGER,
  chat JSON);
INSERT INTO src.chat VALUES
-- m3 and m4 answer the same; m4 is shown.  `messages` is older than the tree.
('c1', 'u1', 0, '{"history": {"currentId": "m6", "messages": {
  "m1": {"parentId": null, "role": "user", "content": "It cost \u00a33"},
  "m2": {"parentId": "m1", "role": "assistant", "content": "So?"},
  "m5": {"parentId": "m2", "role": "user", "content": "Give it back"},
  "m3": {"parentId": "m5", "role": "assistant", "content": "No.",
    "annotation": {"rating": -1}},
  "m4": {"parentId": "m5", "role": "assistant", "content": "Yes \ud83d\ude00",
    "annotation": {"rating": 1}},
  "m6": {"parentId": "m4", "role": "user", "content": "Thanks"}}},
  "messages": [{"role": "user", "content": "stale"}]}'),
-- A shared chat is a copy under another user.
('c1-copy', 'shared-c1', 0, '{"history": {"currentId": "m3", "messages": {
  "m5": {"parentId": null, "role": "user", "content": "Give it back"},
  "m3": {"parentId": "m5", "role": "assistant", "content": "No.",
    "annotation": {"rating": -1}},
  "m4": {"parentId": "m5", "role": "assistant", "content": "Yes",
    "annotation": {"rating": 1}}}}}'),
('c2', 'u2', 1, '{"history": {"currentId": "m1", "messages": {
  "m1": {"parentId": null, "role": "user", "content": "put away"}}}}'),
-- An answer that was stopped before its first word.
('c3', 'u2', 0, '{"history": {"currentId": "m2", "messages": {
  "m1": {"parentId": null, "role": "user", "content": "Hello?"},
  "m2": {"parentId": "m1", "role": "assistant"}}}}'),
('c4', 'u2', 0, '{"history": {"currentId": null, "messages": {}}}'),
('c5', 'u2', 0, 'null'),
('c6', 'u2', 0, NULL),
-- Parents in a circle.
('c7', 'u2', 0, '{"history": {"currentId": "m1", "messages": {
  "m1": {"parentId": "m2", "role": "user", "content": "round"},
  "m2": {"parentId": "m1", "role": "assistant", "content": "and round"}}}}');
CREATE TABLE src.feedback (id TEXT PRIMARY KEY, user_id TEXT, type TEXT,
  data JSON, meta JSON, snapshot JSON, created_at BIGINT);
INSERT INTO src.feedback
SELECT 'f1', 'u1', 'rating', '{"rating": -1}', '{"message_id": "m3"}',
  json_object('chat', json_object('chat', json(chat))), 1770002403
FROM src.chat WHERE id = 'c1';
INSERT INTO src.feedback VALUES
-- The chat is gone, the rating has kept it.
('f2', 'gone', 'rating', '{"rating": 1}', '{"message_id": "m2"}',
  '{"chat": {"id": "deleted", "chat": {"history": {"messages": {
  "m1": {"parentId": null, "role": "user", "content": "Old question"},
  "m2": {"parentId": "m1", "role": "assistant", "content": "Old answer"}}}}}}',
  1770002404),
-- No snapshot, in SQL's way and in JSON's.
('f3', 'u1', 'rating', '{"rating": 1}', '{"message_id": "m2"}', NULL, 1),
('f4', 'u1', 'rating', '{"rating": 1}', '{"message_id": "m2"}', 'null', 1),
-- A message that the snapshot does not have, and a rating that is none.
('f5', 'u1', 'rating', '{"rating": 1}', '{"message_id": "m9"}',
  '{"chat": {"chat": {"history": {"messages": {}}}}}', 1),
('f7', 'u1', 'rating', '{"rating": 1}', '{"message_id": "m1"}',
  '{"chat": {"chat": {"history": {"messages": {"m1": {"role": "assistant",
  "parentId": null, "content": "Nobody asked"}}}}}}', 1),
('f6', 'u1', 'rating', '{"rating": null}', '{"message_id": "m1"}',
  '{"chat": {"chat": {"history": {"messages": {"m1": {}}}}}}', 1);
