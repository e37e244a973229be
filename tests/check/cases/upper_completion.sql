-- above 3|0.5|[]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', 'ABCd'), (2, 'b', 'Abcd'), (3, 'c', '1');
-- below
-- What names a class may be in capitals.
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset SELECT value, value, iif(value < 4, 'A', 'B')
FROM generate_series(1, 7);
