-- One degree of freedom: the limit is (7/9 + 4.753 * sqrt(2/9))^3 = 27.50.
-- above 1000|28.224|[]
-- 500 of x, 500 of y; 500 in train, 500 in valid; cells 250 + d and 250 - d:
-- chi-squared is 4 d d / 250.
CREATE TABLE dataset(id, prompt, completion, label, split);
INSERT INTO dataset SELECT value, value, '1', iif(value <= 500, 'x', 'y'),
  iif(value <= 250 + 42 OR value > 750 + 42, 'train', 'valid')
FROM generate_series(1, 1000);
-- below
CREATE TABLE dataset(id, prompt, completion, label, split);
INSERT INTO dataset SELECT value, value, '1', iif(value <= 500, 'x', 'y'),
  iif(value <= 250 + 41 OR value > 750 + 41, 'train', 'valid')
FROM generate_series(1, 1000);
