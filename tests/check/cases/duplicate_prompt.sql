-- above 2|1.0|[1,2]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', 'one'), (2, 'a', 'two'), (3, 'b', 'three');
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', 'one'), (2, 'a', 'one'), (3, 'b', 'three');
