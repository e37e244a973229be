-- above 3|1.0|[]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', 'x'), (2, 'b', 'x'), (3, 'c', 'x');
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', 'x'), (2, 'b', 'x'), (3, 'c', 'x.');
