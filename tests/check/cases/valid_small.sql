-- above 19|19.0|[1,2,3,4,5,6,7,8,9,10]
CREATE TABLE dataset(id, prompt, completion, label, split);
INSERT INTO dataset SELECT value, 'p' || value, '1', 'x',
  CASE WHEN value < 20 THEN 'valid' ELSE 'train' END
FROM generate_series(1, 120);
-- below
CREATE TABLE dataset(id, prompt, completion, label, split);
INSERT INTO dataset SELECT value, 'p' || value, '1', 'x',
  CASE WHEN value < 21 THEN 'valid' ELSE 'train' END
FROM generate_series(1, 120);
