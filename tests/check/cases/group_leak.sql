-- above 2|1.0|[1,3]
CREATE TABLE dataset(id, prompt, completion, split, "group");
INSERT INTO dataset VALUES (1, 'a', 'x', 'train', 7), (2, 'b', 'x', 'train', 8),
  (3, 'c', 'y', 'valid', '7'), (4, 'd', 'x', 'valid', NULL),
  (5, 'e', 'x', 'train', NULL);
-- below
CREATE TABLE dataset(id, prompt, completion, split, "group");
INSERT INTO dataset VALUES (1, 'a', 'x', 'train', 7), (2, 'b', 'x', 'train', 7),
  (3, 'c', 'y', 'valid', 9), (4, 'd', 'x', NULL, 7);
