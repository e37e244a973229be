-- 200 rows of y, half of them expected in valid, deviation 7.07.
-- above 64|5.09116882454314|[501]
CREATE TABLE dataset(id, prompt, completion, label, split);
INSERT INTO dataset SELECT value, value, '1', iif(value <= 500, 'x', 'y'),
  iif(value % 2, 'train', 'valid')
FROM generate_series(1, 700);
UPDATE dataset SET split = 'train' WHERE label = 'y' AND id > 700 - 72;
UPDATE dataset SET split = 'valid' WHERE label = 'x' AND id <= 72;
-- below
CREATE TABLE dataset(id, prompt, completion, label, split);
INSERT INTO dataset SELECT value, value, '1', iif(value <= 500, 'x', 'y'),
  iif(value % 2, 'train', 'valid')
FROM generate_series(1, 700);
UPDATE dataset SET split = 'train' WHERE label = 'y' AND id > 700 - 70;
UPDATE dataset SET split = 'valid' WHERE label = 'x' AND id <= 70;
