-- above 2|2.0|[2,3]
CREATE TABLE dataset(id, prompt, completion, split);
INSERT INTO dataset VALUES (1, 'a', ' 1', 'train'), (2, 'b', ' 2', NULL),
  (3, 'c', ' 2', '');
-- below
CREATE TABLE dataset(id, prompt, completion, split);
INSERT INTO dataset VALUES (1, 'a', ' 1', 'train'), (2, 'b', ' 2', 'valid');
