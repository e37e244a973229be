-- above 1|11.0|[12]
CREATE TABLE dataset(id, prompt, completion, label);
INSERT INTO dataset SELECT value, value, '1', iif(value < 12, 'x', 'y')
FROM generate_series(1, 12);
-- below
CREATE TABLE dataset(id, prompt, completion, label);
INSERT INTO dataset SELECT value, value, '1', iif(value < 11, 'x', 'y')
FROM generate_series(1, 11);
