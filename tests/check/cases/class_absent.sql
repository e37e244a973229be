-- above 5|0.0|[7] [1,2,3,6]
CREATE TABLE dataset(id INTEGER PRIMARY KEY, prompt, completion, split);
INSERT INTO dataset VALUES (1, 'a', 'x', 'train'), (2, 'b', 'x', 'train'),
  (3, 'c', 'x', 'train'), (4, 'd', 'y', 'train'), (5, 'e', 'y', 'valid'),
  (6, 'f', 'x', 'train'), (7, 'g', 'alone', 'train'),
  (8, 'h', 'y', 'valid'), (9, 'i', 'y', 'train'), (10, 'j', 'y', 'train');
-- below
CREATE TABLE dataset(id, prompt, completion, split);
INSERT INTO dataset VALUES (1, 'a', 'x', 'train'), (2, 'b', 'x', 'valid'),
  (3, 'c', 'y', 'train'), (4, 'd', 'y', 'valid'), (5, 'e', 'x', NULL),
  (6, 'f', 'x', 'train'), (7, 'g', 'y', 'valid');
