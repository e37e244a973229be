-- above 3|0.0|[]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', 'one.'), (2, 'b', 'two' || char(10)),
  (3, 'c', 'three');
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', 'one END'), (2, 'b', 'two END');
