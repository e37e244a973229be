-- above 2|1.0|[3,4]
CREATE TABLE dataset(id, prompt, completion, label, "group");
INSERT INTO dataset VALUES (1, 'a', '1', 'x', 'g'), (2, 'b', '1', 'x', 'h'),
  (3, 'c', '2', 'y', 'g'), (4, 'd', '2', 'y', 'g');
-- below
-- Rows without a group are free to go anywhere.
CREATE TABLE dataset(id, prompt, completion, label, "group");
INSERT INTO dataset VALUES (1, 'a', '1', 'x', 'g'), (2, 'b', '1', 'x', NULL),
  (3, 'c', '2', 'y', NULL), (4, 'd', '2', 'y', NULL);
