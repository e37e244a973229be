-- above 2|1.0|[]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', 'x'), (2, 'a', 'y');
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', 'x'), (2, 'aa', 'y');
