-- above 4|1.0|[]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', 'x'), (2, 'b', 'x'), (3, 'c', 'x'),
  (4, 'd', 'x');
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset SELECT value, 'p' || value, value % 2
FROM generate_series(1, 7);
