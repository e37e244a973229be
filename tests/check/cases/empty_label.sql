-- above 2|2.0|["b","c"]
CREATE TABLE dataset(id TEXT, prompt, completion, label);
INSERT INTO dataset VALUES ('a', 'a', ' 1', 'x'), ('b', 'b', ' 1', NULL),
  ('c', 'c', ' 2', ' ');
-- below
CREATE TABLE dataset(id TEXT, prompt, completion, label);
INSERT INTO dataset VALUES ('a', 'a', ' 1', 'x'), ('b', 'b', ' 1', 0);
