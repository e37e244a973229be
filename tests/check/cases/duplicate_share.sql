-- above 2|0.0512820512820513|[38,39]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset SELECT value, 'p' || (value % 37), 'x'
FROM generate_series(1, 39);
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset SELECT value, 'p' || (value % 38), 'x'
FROM generate_series(1, 40);
