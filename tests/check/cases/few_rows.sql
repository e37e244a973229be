-- above 99|99.0|[]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset SELECT value, value, 'x' FROM generate_series(1, 99);
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset SELECT value, value, 'x' FROM generate_series(1, 100);
