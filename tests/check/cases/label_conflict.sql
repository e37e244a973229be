-- above 5|2.0|[1,2,3,6,5]
CREATE TABLE dataset(id, prompt, completion, label);
INSERT INTO dataset VALUES (1, 'a', '1', 'x'), (2, 'a', '1', 'x'),
  (3, 'a', '2', 'y'), (4, 'b', '2', 'y'), (5, x'63', '2', 'y'),
  (6, 'c', '1', 'x');
-- below
CREATE TABLE dataset(id, prompt, completion, label);
INSERT INTO dataset VALUES (1, 'a', '1', 'x'), (2, 'a', '1', 'x'),
  (3, 'A', '2', 'y'), (4, '', '2', 'y'), (5, '', '1', 'x'),
  (6, 'a', '2', NULL);
