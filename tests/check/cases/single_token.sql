-- options {"encoding":"r50k_base"}
-- above 2|2.0|[2]
CREATE TABLE dataset(id, prompt, completion, label);
INSERT INTO dataset VALUES (1, 'a', ' 361', 'x'), (2, 'b', ' 362', 'y'),
  (3, 'c', ' 362', 'y');
-- below
CREATE TABLE dataset(id, prompt, completion, label);
INSERT INTO dataset VALUES (1, 'a', ' 361', 'x'), (2, 'b', ' 363', 'y');
