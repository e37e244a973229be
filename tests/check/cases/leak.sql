-- above 3|1.0|[1,2,3]
CREATE TABLE dataset(id, prompt, completion, split);
INSERT INTO dataset VALUES (1, 'a', 'x', 'train'), (2, 'a', 'x', 'train'),
  (3, 'a', 'y', 'valid'), (4, 'b', 'x', 'train'), (5, 'c', 'x', 'valid');
-- below
CREATE TABLE dataset(id, prompt, completion, split);
INSERT INTO dataset VALUES (1, 'a', 'x', 'train'), (2, 'a', 'x', 'train'),
  (3, 'a', 'y', NULL), (4, '', 'x', 'train'), (5, '', 'x', 'valid'),
  (6, 'A', 'x', 'valid');
