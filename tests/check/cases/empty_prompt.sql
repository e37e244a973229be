-- above 3|3.0|[2,3,4]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', ' 1'), (2, '', ' 2'), (3, NULL, ' 1'),
  (4, char(9, 32, 10), ' 2'), (5, '0', ' 1');
-- below
-- With no prompt at all it is open-ended generation.
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, '', 'Once'), (2, NULL, 'There was'),
  (3, '', 'A king');
