-- above 10|3.1|[11]
CREATE TABLE dataset(id, prompt, completion, label);
INSERT INTO dataset SELECT value, substr('0123456789012345678901234567890', 1,
  iif(value <= 10, 10, 31)), '1', iif(value <= 10, 'x', 'y')
FROM generate_series(1, 20);
-- below
CREATE TABLE dataset(id, prompt, completion, label);
INSERT INTO dataset SELECT value, substr('0123456789012345678901234567890', 1,
  iif(value <= 10, 10, 30)), '1', iif(value <= 10, 'x', 'y')
FROM generate_series(1, 20);
INSERT INTO dataset SELECT value, '', '1', 'nine' FROM generate_series(1, 9);
