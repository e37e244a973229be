-- above 3|2.0|[2,1,3]
CREATE TABLE dataset(id, prompt, completion, label);
INSERT INTO dataset VALUES (1, 'a', '1', 'x'), (2, 'b', ' 1', 'x'),
  (3, 'c', '1', 'x'), (4, 'd', '2', 'y'), (5, 'e', '2', 'y'),
  (6, 'f', '2', 'y'), (7, 'g', '2', 'y'), (8, 'h', '2', 'y'),
  (9, 'i', '2', 'y'), (10, 'j', '2', 'y');
-- below
CREATE TABLE dataset(id, prompt, completion, label);
INSERT INTO dataset VALUES (1, 'a', '1', 'x'), (2, 'b', '1', 'x'),
  (3, 'c', '2', 'y'), (4, 'd', '2', 'y');
