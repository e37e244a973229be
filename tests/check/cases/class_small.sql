-- options {"min_per_class":3}
-- above 2|2.0|[4,5]
CREATE TABLE dataset(id, prompt, completion, label, split);
INSERT INTO dataset VALUES (1, 'a', '1', 'x', 'train'),
  (2, 'b', '1', 'x', 'train'), (3, 'c', '1', 'x', 'train'),
  (4, 'd', '2', 'y', 'train'), (5, 'e', '2', 'y', 'train'),
  (6, 'f', '2', 'y', 'valid');
-- below
CREATE TABLE dataset(id, prompt, completion, label);
INSERT INTO dataset VALUES (1, 'a', '1', 'x'), (2, 'b', '1', 'x'),
  (3, 'c', '1', 'x');
