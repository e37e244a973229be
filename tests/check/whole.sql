-- One dataset with much that can be wrong: the order of the findings, and
-- that neither the rows' order nor the text's encoding matters.
.mode list
.headers off
CREATE TABLE dataset(id INTEGER PRIMARY KEY, prompt TEXT, completion TEXT,
  label TEXT, split TEXT, "group" TEXT, note);
INSERT INTO dataset(prompt, completion, label, split, "group") VALUES
  ('where is my parcel with the blue shoes, please tell me', ' 1', 'shipping',
   'train', 'ann'),
  ('where is my parcel with the blue shoes, please tell', ' 1', 'shipping',
   'valid', 'bob'),
  ('my parcel is late', ' 1', 'shipping', 'train', 'cid'),
  ('my parcel is late', ' 1', 'shipping', 'valid', 'cid'),
  ('my parcel is late', ' 2', 'refund', 'train', 'dan'),
  ('give me my money &amp; my shoes', ' 2', 'refund', 'train', 'dan'),
  ('give me my money ', '2', 'refund', 'train', 'eve'),
  ('<|endoftext|>', ' 2', 'Refund', 'valid', 'eve'),
  ('caf' || char(0xfffd) || char(7), ' 3', 'other', 'train', 'fay'),
  ('', ' 3', 'other', NULL, 'fay'),
  ('a word', '', NULL, 'train', NULL);
SELECT severity, "check", class, split, count, value, threshold, message,
  examples, fix IS NOT NULL
FROM ftext_check('dataset', '{"encoding": "r50k_base"}');

SELECT '-- the same rows in another order';
CREATE TABLE turned AS SELECT * FROM dataset ORDER BY id DESC;
SELECT count(*) FROM (
  SELECT "check", class, split, count, value, message
  FROM ftext_check('dataset', '{"encoding": "r50k_base"}')
  EXCEPT
  SELECT "check", class, split, count, value, message
  FROM ftext_check('turned', '{"encoding": "r50k_base"}'));

SELECT '-- every name, severity and unit is one of those documented';
SELECT count(*), count(DISTINCT "check") = count(*), min(length(summary)) > 20,
  sum(severity NOT IN ('error', 'warning', 'info')), sum(source = ''),
  sum(unit IS NULL) = sum(threshold IS NULL)
FROM ftext_checks;
