-- above 4|4.0|[1,2,3,4]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a' || char(7), 'x'), (2, 'a', char(127) || 'x'),
  (3, char(0x85), 'x'), (4, 'b', 'x' || char(1)), (5, 'c', 'x');
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, char(9, 10, 13), 'x'), (2, char(0xa0), 'x'),
  (4, CAST(x'C241C2' AS TEXT), 'x'),
  (3, char(126), 'x' || char(0x7c5));
