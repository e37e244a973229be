-- above 3|3.0|[1,3,6]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', ' 1'), (2, 'b', '2'), (3, 'c', 'yes'),
  (4, 'd', ' no'), (5, 'e', char(0x65e5)), (6, 'f', '  3');
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', '1'), (2, 'b', ' yes'), (3, 'c', '"no"'),
  (4, 'd', '  two'), (5, 'e', ''), (6, 'f', NULL);
