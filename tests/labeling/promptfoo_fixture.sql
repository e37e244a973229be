-- A small promptfoo database in schema src: the tables and the columns that
-- matter, with every trap that its real ones have.
CREATE TABLE src.evals (id TEXT PRIMARY KEY);
INSERT INTO src.evals VALUES ('eval-1'), ('eval-2');
-- No primary key, and times that are text in an INT column or milliseconds.
CREATE TABLE src.eval_results (id TEXT, updated_at INT, eval_id TEXT,
  prompt_idx INT, test_idx INT, prompt TEXT, response TEXT, success INT,
  grading_result TEXT);
CREATE INDEX src.reason
ON eval_results (json_extract(grading_result, '$.reason'));
INSERT INTO src.eval_results VALUES
('r1', '2026-11-22 06:50:14', 'eval-1', 0, 0,
  '{"raw": "Label: It cost £3 😀"}', '{"output": "refund"}', 1,
  '{"pass": true, "componentResults": [{"pass": true,
    "assertion": {"type": "equals"}}]}'),
-- A chat is JSON in a JSON string.
('r2', '2026-11-22 06:50:14', 'eval-1', 1, 0,
  '{"raw": "[{\"role\":\"system\",\"content\":\"Label.\"},'
    || '{\"role\":\"user\",\"content\":\"Hm \\\"x\\\"\"}]"}',
  '{"output": "lost"}', 1, NULL),
-- The assertion failed, the person says it is right; and the other way.
('r3', 1795330214579, 'eval-1', 0, 1, '{"raw": "{not JSON"}',
  '{"output": "right"}', 1, '{"pass": true, "componentResults": [
    {"pass": false, "assertion": {"type": "equals"}},
    {"pass": true, "assertion": {"type": "human"}}]}'),
('r4', '2026-11-22 06:50:15', 'eval-1', 1, 1, '{"raw": "[an opening bracket"}',
  '{"output": "wrong"}', 0, '{"pass": false, "componentResults": [
    {"pass": true, "assertion": {"type": "equals"}},
    {"pass": false, "assertion": {"type": "human"}}],
    "comment": "!highlight"}'),
('r5', '2026-11-22 06:50:15', 'eval-1', 1, 2, '{"raw": "q"}',
  '{"output": "wrong"}', 0, '{"pass": false, "componentResults": [
    {"pass": false, "assertion": null}, null]}'),
-- The call failed.
('r6', '2026-11-22 06:50:15', 'eval-1', 1, 3, '{"raw": "q"}', NULL, 0, NULL),
('r7', '2026-11-22 06:50:15', 'eval-2', 0, 0, '{"raw": "q"}',
  '{"output": "of another evaluation"}', 1, NULL);
