-- above 4|4.0|[9,2,4,5]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', 'x'), (2, 'a', 'x'), (3, 'b', 'x'),
  (4, 'b', 'x'), (5, 'b', 'x'), (6, 'c', 'y'),
  -- A NULL is an empty text.
  (7, NULL, 'x'), (8, NULL, 'y'), (9, '', 'x');
-- below
-- Another completion, another case, or another type of the same text: the
-- last is a copy.
CREATE TABLE dataset(id, prompt COLLATE NOCASE, completion);
INSERT INTO dataset VALUES (1, 'a', 'x'), (2, 'a', 'y'), (3, 'A', 'x'),
  (4, '', 'x'), (5, NULL, 'z');
