-- A small Argilla database in schema src: the tables and the columns that
-- matter, with every trap that its real ones have.  Columns declared JSON
-- have numeric affinity: a JSON 5 comes back as an INTEGER.
CREATE TABLE src.users (id CHAR(32) PRIMARY KEY, username VARCHAR);
INSERT INTO src.users VALUES ('u1', 'kim'), ('u2', 'lou'), ('u3', 'max');
CREATE TABLE src.datasets (id CHAR(32) PRIMARY KEY, name VARCHAR,
  distribution JSON);
INSERT INTO src.datasets VALUES
  ('d1', 'review', '{"strategy": "overlap", "min_submitted": 2}'),
  ('d2', 'chats', '{"strategy": "overlap", "min_submitted": 1}');
CREATE TABLE src.fields (id CHAR(32) PRIMARY KEY, name VARCHAR, settings JSON,
  dataset_id CHAR(32), inserted_at DATETIME);
INSERT INTO src.fields VALUES
  ('f0', 'chat', '{"type": "chat"}', 'd1', '2026-04-01 10:00:00.000001'),
  ('f1', 'the text', '{"type": "text"}', 'd1', '2026-04-01 10:00:00.000001'),
  ('f2', 'chat', '{"type": "chat"}', 'd2', '2026-04-01 10:00:00.000001');
CREATE TABLE src.questions (id CHAR(32) PRIMARY KEY, name VARCHAR,
  settings JSON, dataset_id CHAR(32), inserted_at DATETIME);
INSERT INTO src.questions VALUES
  ('q5', 'tone', '{"type": "label_selection"}', 'd1',
    '2026-04-01 10:00:02.000001'),
  ('q1', 'intent', '{"type": "label_selection"}', 'd1',
    '2026-04-01 10:00:01.000001'),
  ('q2', 'issues', '{"type": "multi_label_selection"}', 'd1',
    '2026-04-01 10:00:01.000001'),
  ('q3', 'quality', '{"type": "rating"}', 'd1',
    '2026-04-01 10:00:01.000001'),
  ('q4', 'reply', '{"type": "text"}', 'd2', '2026-04-01 10:00:01.000001');
CREATE TABLE src.records (id CHAR(32) PRIMARY KEY, fields JSON,
  dataset_id CHAR(32));
INSERT INTO src.records VALUES
  ('r1', '{"the text": "It cost \u00a33 \ud83d\ude00"}', 'd1'),
  ('r2', '{"the text": "a tie"}', 'd1'),
  ('r3', '{"the text": "one response"}', 'd1'),
  ('r4', '{"the text": "discarded"}', 'd1'),
  ('r5', '{"the text": "nobody yet"}', 'd1'),
  ('r6', '{"chat": [{"role": "user", "content": "hi"}]}', 'd2'),
  ('r7', '{"image": "x.png"}', 'd1');
CREATE TABLE src.responses (id CHAR(32) PRIMARY KEY, "values" JSON,
  status VARCHAR, record_id CHAR(32), user_id CHAR(32), inserted_at DATETIME);
INSERT INTO src.responses VALUES
('s1', '{"intent": {"value": "refund"}, "issues": {"value": ["typo", "rude"]},
  "quality": {"value": 5}}', 'submitted', 'r1', 'u1',
  '2026-04-01 11:00:00.749259'),
('s2', '{"intent": {"value": "refund"}, "issues": {"value": ["typo"]}}',
  'submitted', 'r1', 'u2', '2026-04-01 11:00:01.000000'),
('s3', '{"intent": {"value": "lost"}}', 'draft', 'r1', 'u3',
  '2026-04-01 11:00:02.000000'),
('s4', '{"intent": {"value": "refund"}}', 'submitted', 'r2', 'u1',
  '2026-04-01 11:00:00.749259'),
('s5', '{"intent": {"value": "lost"}}', 'submitted', 'r2', 'u2',
  '2026-04-01 11:00:01.000000'),
-- One is not enough where two were asked for.
('s6', '{"intent": {"value": "lost"}}', 'submitted', 'r3', 'u2',
  '2026-04-01 11:00:01.000000'),
-- Discarded, with values, with JSON's null and with SQL's.
('s7', '{"intent": {"value": "lost"}}', 'discarded', 'r4', 'u1',
  '2026-04-01 11:00:01.000000'),
('s8', 'null', 'discarded', 'r4', 'u2', '2026-04-01 11:00:01.000000'),
('s9', NULL, 'discarded', 'r4', 'u3', '2026-04-01 11:00:01.000000'),
-- Submitted, and only the rating was answered; and nothing at all.
('s10', '{"quality": {"value": 2}, "intent": {"value": null}}', 'submitted',
  'r2', 'u3', '2026-04-01 11:00:01.000000'),
('s11', 'null', 'submitted', 'r3', 'u3', '2026-04-01 11:00:01.000000'),
('s12', '{"reply": {"value": "hello"}}', 'submitted', 'r6', 'u1',
  '2026-04-01 11:00:01.000000'),
('s13', '{"intent": {"value": "lost"}}', 'submitted', 'r7', 'u1',
  '2026-04-01 11:00:01.000000');
CREATE TABLE src.suggestions (id CHAR(32) PRIMARY KEY, value JSON,
  record_id CHAR(32), question_id CHAR(32));
INSERT INTO src.suggestions VALUES ('g1', '"lost"', 'r5', 'q1'),
  ('g2', 5, 'r5', 'q3');
