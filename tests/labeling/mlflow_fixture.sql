-- A small MLflow database in schema src: the tables and the columns that
-- matter, with every trap that its real ones have.
CREATE TABLE src.trace_info (request_id TEXT PRIMARY KEY,
  request_preview TEXT, response_preview TEXT);
CREATE TABLE src.spans (trace_id TEXT, span_id TEXT, type TEXT,
  start_time_unix_nano BIGINT, content TEXT);
-- The attributes are JSON in strings of JSON.
CREATE TEMP TABLE asked (trace_id, span_id, start, request, response);
INSERT INTO asked VALUES
('tr1', 'a', 1775000052705000000, '{"messages": [
  {"role": "system", "content": "Label."},
  {"role": "user", "content": "It cost \u00a33 \ud83d\ude00"}]}', 'refund'),
-- Two calls in a trace: the later one answered; its content is in parts.
('tr2', 'a', 1775000052705000000, '{"messages": [
  {"role": "user", "content": "rewrite"}]}', 'rewritten'),
('tr2', 'b', 1775000052705000001, '{"messages": [
  {"role": "user", "content": "Hello"}, {"role": "assistant",
    "content": "Yes?"}, {"role": "user", "content": [
    {"type": "text", "text": "Where "}, {"type": "text",
    "text": "is it?"}]}]}', 'lost'),
('tr3', 'a', 1775000052705000000, '{"messages": [
  {"role": "user", "content": "A tie"}]}', 'stolen');
INSERT INTO src.spans
SELECT trace_id, span_id, 'CHAT_MODEL', start, json_object('attributes',
  json_object('mlflow.spanInputs', request, 'mlflow.spanOutputs',
    json_object('choices', json_array(json_object('message',
      json_object('role', 'assistant', 'content', response))))))
FROM asked;
DROP TABLE asked;
INSERT INTO src.spans VALUES ('tr1', 'root', 'CHAIN', 1, '{}');
INSERT INTO src.trace_info VALUES ('tr1', NULL, NULL), ('tr2', NULL, NULL),
  ('tr3', NULL, NULL),
-- The spans of these are in a file; the preview of one is cut.
('tr4', '{"messages": [{"role": "user", "content": "Preview"}]}',
  '{"choices": [{"message": {"content": "seen"}}]}'),
('tr5', '{"messages": [{"role": "user", "content": "cut o',
  '{"choices": [{"mess');
CREATE TABLE src.assessments (assessment_id TEXT PRIMARY KEY, trace_id TEXT,
  name TEXT, assessment_type TEXT, value TEXT, created_timestamp BIGINT,
  source_type TEXT, source_id TEXT, span_id TEXT, valid BOOLEAN);
INSERT INTO src.assessments VALUES
('a1', 'tr1', 'intent', 'expectation', '"lost"', 1775000057705, 'HUMAN',
  'sam', NULL, 1),
-- Sam again, later.
('a2', 'tr1', 'intent', 'expectation', '"refund \u00a3"', 1775000057706,
  'HUMAN', 'sam', NULL, 1),
('a3', 'tr2', 'intent', 'expectation', '"lost"', 1775000057705, 'HUMAN',
  'sam', NULL, 1),
('a4', 'tr3', 'intent', 'expectation', '"lost"', 1775000057705, 'HUMAN',
  'sam', NULL, 1),
('a5', 'tr3', 'intent', 'expectation', '"stolen"', 1775000057705, 'HUMAN',
  'tia', NULL, 1),
('a6', 'tr4', 'intent', 'expectation', '"lost"', 1775000057705, 'HUMAN',
  'tia', NULL, 1),
('a7', 'tr1', 'intent', 'expectation', '{"a": 1}', 1775000057705, 'HUMAN',
  'tia', NULL, 1),
-- The judge was wrong, and is overridden.
('a8', 'tr1', 'correct', 'feedback', 'false', 1775000057705, 'LLM_JUDGE',
  'openai:/gpt', NULL, 0),
('a9', 'tr1', 'correct', 'feedback', 'true', 1775000057705, 'HUMAN', 'tia',
  NULL, 1),
('a10', 'tr2', 'correct', 'feedback', 'true', 1775000057705, 'LLM_JUDGE',
  'openai:/gpt', NULL, 1),
-- About the first call, not the last.
('a11', 'tr2', 'correct', 'feedback', 'false', 1775000057705, 'HUMAN', 'tia',
  'a', 1),
('a12', 'tr4', 'correct', 'feedback', 'true', 1775000057705, 'HUMAN', 'tia',
  NULL, 1),
('a13', 'tr5', 'correct', 'feedback', 'true', 1775000057705, 'HUMAN', 'tia',
  NULL, 1),
('a14', 'tr1', 'correct', 'feedback', 'null', 1775000057705, 'HUMAN', 'uma',
  NULL, 1),
('a15', 'tr1', 'rating', 'feedback', '4', 1775000057705, 'HUMAN', 'tia',
  NULL, 1);
CREATE TABLE src.evaluation_dataset_records (dataset_record_id TEXT,
  inputs JSON, expectations JSON);
INSERT INTO src.evaluation_dataset_records VALUES
('d1', '{"query": "It cost \u00a33"}', '{"intent": "refund"}'),
('d2', '{"query": "JSON''s null"}', 'null'),
('d3', '{"query": "SQL''s null"}', NULL),
('d4', '{"query": "no text"}', '{"score": 5}');
