-- above 2|2.0|[3,2]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a ->', 'x'), (2, 'b -> c ->', 'y'),
  (3, ' -> ->', 'z');
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a ->', 'x'), (2, 'b - > c ->', 'y'),
  (3, '-> ->', 'z');
