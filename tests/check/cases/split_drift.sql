-- Two classes, two splits: 100 rows as 36 14 / 24 26 give chi-squared 6, phi
-- squared 0.06, less 1/99, over 1 - 1/99: V = 0.2245.
-- above 100|0.224517623507167|[]
CREATE TABLE dataset(id, prompt, completion, label, split);
INSERT INTO dataset SELECT value, value, '1', iif(value <= 60, 'x', 'y'),
  iif(value <= 36 OR value > 86, 'train', 'valid')
FROM generate_series(1, 100);
-- below
-- 33 17 / 27 23: chi-squared 1.5, V = 0.0704.
CREATE TABLE dataset(id, prompt, completion, label, split);
INSERT INTO dataset SELECT value, value, '1', iif(value <= 60, 'x', 'y'),
  iif(value <= 33 OR value > 83, 'train', 'valid')
FROM generate_series(1, 100);
