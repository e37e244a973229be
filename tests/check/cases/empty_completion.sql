-- above 3|3.0|[2,3,4]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', ' 1'), (2, 'b', ''), (3, 'c', NULL),
  (4, 'd', char(13, 10));
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', ' 1'), (2, 'b', '.');
