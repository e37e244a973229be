-- A small Phoenix database in schema src: the tables and the columns that
-- matter, with every trap that its real ones have.
CREATE TABLE src.users (id INTEGER PRIMARY KEY, username TEXT);
INSERT INTO src.users VALUES (1, 'ivy'), (2, 'jon');
CREATE TABLE src.spans (id INTEGER PRIMARY KEY, span_id TEXT, span_kind TEXT,
  status_code TEXT, attributes JSONB);
INSERT INTO src.spans VALUES
(1, 's1', 'LLM', 'OK', '{"llm": {"input_messages": [
  {"message": {"role": "system", "content": "Label."}},
  {"message": {"role": "user", "content": "It cost £3 😀"}}],
  "output_messages": [{"message": {"role": "assistant",
    "content": "refund"}}]}}'),
-- A content in parts, and an earlier question.
(2, 's2', 'LLM', 'OK', '{"llm": {"input_messages": [
  {"message": {"role": "user", "content": "Hello"}},
  {"message": {"role": "assistant", "content": "Yes?"}},
  {"message": {"role": "user", "contents": [
    {"message_content": {"type": "text", "text": "Where "}},
    {"message_content": {"type": "text", "text": "is it?"}}]}}],
  "output_messages": [{"message": {"role": "assistant", "contents": [
    {"message_content": {"type": "text", "text": "lost"}}]}}]}}'),
(3, 's3', 'LLM', 'OK', '{"llm": {"input_messages": [
  {"message": {"role": "user", "content": "A tie"}}],
  "output_messages": [{"message": {"content": "stolen"}}]}}'),
(4, 's4', 'LLM', 'ERROR', '{"llm": {"input_messages": [
  {"message": {"role": "user", "content": "It failed"}}]}}'),
(5, 's5', 'CHAIN', 'OK', '{"input": {"value": "It cost £3 😀"}}'),
-- It only called a tool.
(6, 's6', 'LLM', 'OK', '{"llm": {"input_messages": [
  {"message": {"role": "user", "content": "Look it up"}}],
  "output_messages": [{"message": {"role": "assistant"}}]}}');
CREATE TABLE src.span_annotations (id INTEGER PRIMARY KEY,
  span_rowid INTEGER, name TEXT, label TEXT, score FLOAT,
  annotator_kind TEXT, created_at TIMESTAMP, user_id INTEGER,
  identifier TEXT);
INSERT INTO src.span_annotations VALUES
-- The judge is not a person.
(1, 1, 'correctness', 'incorrect', 0, 'LLM', '2026-05-04 07:00:00.000001',
  NULL, ''),
(2, 1, 'correctness', 'correct', 1, 'HUMAN', '2026-05-04 07:00:01.000001',
  1, 'px-app:1'),
(3, 1, 'correctness', 'correct', 1, 'HUMAN', '2026-05-04 07:00:02.000001',
  2, 'px-app:2'),
-- By the API without a user: each identifier is a person.
(4, 2, 'correctness', NULL, 0, 'HUMAN', '2026-05-04 07:00:02.000001',
  NULL, 'a'),
(5, 3, 'correctness', 'correct', 1, 'HUMAN', '2026-05-04 07:00:02.000001',
  1, 'px-app:1'),
(6, 3, 'correctness', 'incorrect', 0, 'HUMAN', '2026-05-04 07:00:02.000001',
  2, 'px-app:2'),
(7, 4, 'correctness', 'incorrect', 0, 'HUMAN', '2026-05-04 07:00:02.000001',
  2, 'px-app:2'),
(8, 1, 'correctness', 'unsure', NULL, 'HUMAN', '2026-05-04 07:00:02.000001',
  NULL, 'b'),
(9, 1, 'note', NULL, NULL, 'HUMAN', '2026-05-04 07:00:02.000001',
  2, 'px-app:2'),
(10, 1, 'intent', 'refund', NULL, 'HUMAN', '2026-05-04 07:00:02.000001',
  1, 'px-app:1'),
(11, 2, 'intent', 'lost', NULL, 'HUMAN', '2026-05-04 07:00:02.000001',
  1, 'px-app:1'),
(12, 2, 'intent', 'stolen', NULL, 'HUMAN', '2026-05-04 07:00:02.000001',
  2, 'px-app:2'),
(13, 2, 'intent', 'stolen', NULL, 'LLM', '2026-05-04 07:00:02.000001',
  NULL, ''),
(14, 6, 'correctness', 'correct', 1, 'HUMAN', '2026-05-04 07:00:02.000001',
  2, 'px-app:2');
CREATE TABLE src.datasets (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO src.datasets VALUES (1, 'golden'), (2, 'other');
CREATE TABLE src.dataset_examples (id INTEGER PRIMARY KEY,
  dataset_id INTEGER);
INSERT INTO src.dataset_examples VALUES (1, 1), (2, 1), (3, 1), (4, 2),
  (5, 1);
-- The last version of an example counts, also where it is its end.
CREATE TABLE src.dataset_example_revisions (id INTEGER PRIMARY KEY,
  dataset_example_id INTEGER, dataset_version_id INTEGER, input JSONB,
  output JSONB, revision_kind TEXT);
INSERT INTO src.dataset_example_revisions VALUES
(1, 1, 1, '{"query": "It cost £3"}', '{"intent": "lost"}', 'CREATE'),
(2, 2, 1, '{"query": "gone"}', '{"intent": "lost"}', 'CREATE'),
(3, 1, 2, '{"n": 1, "query": "It cost £3"}',
  '{"why": "money", "intent": "refund"}', 'PATCH'),
(4, 2, 2, '{"query": "gone"}', '{}', 'DELETE'),
(5, 3, 2, '{"query": "no answer"}', '{}', 'CREATE'),
(6, 4, 3, '{"query": "of the other"}', '{"intent": "x"}', 'CREATE');
