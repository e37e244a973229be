-- In a database of UTF-16 the same is found: BLOBs are UTF-8 text there too,
-- and classes that sort otherwise are found again.
PRAGMA encoding = 'UTF-16le';
.mode list
.headers off
CREATE TABLE dataset(prompt, completion, label);
INSERT INTO dataset VALUES ('caf' || char(0xe9), '1', 'x'),
  (x'636166c3a9', '1', 'x'), (x'61ff', '1', 'x');
SELECT "check", count, examples FROM ftext_check('dataset',
  '{"run": ["duplicate", "replacement_character"]}');
-- U+0200 comes before U+0101 there: 00 02 before 01 01.
DELETE FROM dataset;
INSERT INTO dataset SELECT iif(value <= 8,
  'Dear Sir or Madam, I have been waiting for ', '') || value, '1',
  char(iif(value <= 20, 0x200, 0x101)) FROM generate_series(1, 40);
SELECT unicode(class), count, value
FROM ftext_check('dataset', '{"run": ["boilerplate"]}');
