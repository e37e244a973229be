-- options {"target":"gemini-rft"}
-- above 5001|5001.0|[]
CREATE TABLE dataset(prompt, completion);
INSERT INTO dataset SELECT value, 'x' FROM generate_series(1, 5001);
-- below
CREATE TABLE dataset(prompt, completion);
INSERT INTO dataset SELECT value, 'x' FROM generate_series(1, 5000);
