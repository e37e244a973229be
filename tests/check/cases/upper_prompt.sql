-- above 2|0.4|[]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'A' || char(0xc9) || ' 1', 'x'), (2, 'abc', 'y');
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'AB' || char(0xe9) || ' 1', 'x'),
  (2, 'abc', 'y');
