-- above 1|0.0952380952380952|[21]
CREATE TABLE dataset(id, prompt, completion, label);
INSERT INTO dataset SELECT value, value, '1', iif(value < 21, 'x', 'y')
FROM generate_series(1, 21);
-- below
CREATE TABLE dataset(id, prompt, completion, label);
INSERT INTO dataset SELECT value, value, '1', iif(value < 20, 'x', 'y')
FROM generate_series(1, 20);
