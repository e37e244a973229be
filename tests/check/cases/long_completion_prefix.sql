-- above 2|5.0|[]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', ' It: a'), (2, 'b', ' It: b');
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', ' It:a'), (2, 'b', ' It:b');
