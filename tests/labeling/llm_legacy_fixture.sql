-- The tables of llm 0.31 and older in schema src, with the columns that
-- matter and every trap that real ones have.
CREATE TABLE src.responses (id TEXT PRIMARY KEY, prompt TEXT, system TEXT,
  response TEXT, conversation_id TEXT);
INSERT INTO src.responses VALUES
-- The system prompt stands on the first response alone.
('01a2', 'And €3?', NULL, 'Lost.', 'conv1'),
('01a1', 'It cost £3 😀', 'Answer with a label.', 'Refund.', 'conv1'),
-- Fragments come before what was typed, which may be missing.
('01b1', 'Sum it up', '', 'Done.', 'conv2'),
('01c1', NULL, NULL, '', 'conv3'),
-- Logged by a version that had no conversations, and never answered.
('01d1', 'alone', NULL, NULL, NULL),
('01d2', 'alone too', NULL, 'Yes.', NULL);
