-- above 1|1.0|[2]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', 'one END'), (2, 'b', 'two END then END');
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', 'one END'), (2, 'b', 'two end then END');
