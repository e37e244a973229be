-- above 4|0.4|[1,2,3,4]
CREATE TABLE dataset(id, prompt, completion, label);
INSERT INTO dataset SELECT value, iif(value < 5,
  'Dear Sir or Madam, I have been waiting for ', '') || value, '1', 'x'
FROM generate_series(1, 10);
INSERT INTO dataset SELECT value, 'y' || value, '2', 'y'
FROM generate_series(11, 20);
-- below
-- 3 of 10; 39 characters; two classes; 9 rows.
CREATE TABLE dataset(id, prompt, completion, label);
INSERT INTO dataset SELECT value, iif(value < 4,
  'Dear Sir or Madam, I have been waiting for ', '') || value, '1', 'x'
FROM generate_series(1, 10);
INSERT INTO dataset SELECT value, iif(value < 15,
  'Hello there, I have been waiting for t-' || char(55 + value), value),
  '2', 'y' FROM generate_series(11, 20);
INSERT INTO dataset SELECT value, iif(value % 10 < 5,
  'Good morning, where is the parcel with my ' || value, value), '3',
  'z' || (value / 10 % 2) FROM generate_series(20, 39);
INSERT INTO dataset SELECT value,
  'Good evening, where is the parcel with my ' || value, '4', 'nine'
FROM generate_series(41, 49);
