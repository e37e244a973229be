-- above 3|3.0|[1,2,4]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, CAST(x'61ff' AS TEXT), 'x'), (2, 'b', x'c080'),
  (3, 'c', char(0xfffd)), (4, CAST(x'eda080' AS TEXT), 'y');
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a' || char(0x10ffff), 'x'), (2, x'c3a9', NULL);
