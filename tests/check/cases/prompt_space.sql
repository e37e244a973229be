-- above 2|2.0|[1,2]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a ', 'x'), (2, 'b:  ', 'x'), (3, 'c', 'x');
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, ' a', 'x '), (2, 'b' || char(10), 'x');
