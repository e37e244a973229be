-- options {"encoding":"cl100k_base"}
-- above 3|2.0|[1,2]
CREATE TABLE dataset(id, prompt, completion, label);
INSERT INTO dataset VALUES (1, 'a', ' 1', 'x'), (2, 'b', ' 2', 'y'),
  (3, 'c', ' 2', 'y'), (4, 'd', 'A', 'z');
-- below
CREATE TABLE dataset(id, prompt, completion, label);
INSERT INTO dataset VALUES (1, 'a', '1', 'x'), (2, 'b', '2', 'y'),
  (3, 'c', '2', 'y'), (4, 'd', 'A', 'z');
