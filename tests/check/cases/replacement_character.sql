-- above 2|2.0|[1,2]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'caf' || char(0xfffd), 'x'),
  (2, 'a', char(0xfeff, 0xfffd)), (3, 'b', 'x');
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, char(0xfffc), 'x'), (2, char(0xfeff), '?');
