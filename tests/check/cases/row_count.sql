-- above 9|9.0|[]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset SELECT value, value, 'x' FROM generate_series(1, 9);
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset SELECT value, value, 'x' FROM generate_series(1, 10);
