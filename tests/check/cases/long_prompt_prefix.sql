-- above 2|13.0|[]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, '12345678901' || char(0xe9) || ':a', 'x'),
  (2, '12345678901' || char(0xe9) || ':b', 'y');
-- below
-- Twelve characters, and half of a thirteenth.
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, '123456789012' || char(0xe9), 'x'),
  (2, '123456789012' || char(0xea), 'y');
