-- Balance is measured over what is in a split and has a class: rows without
-- the one or the other count for nothing there.
CREATE TABLE d AS
  WITH RECURSIVE number(i) AS
    (SELECT 0 UNION ALL SELECT i + 1 FROM number WHERE i < 199)
  SELECT 'prompt ' || i AS prompt, ' ' || (i % 2) AS completion,
         'class ' || (i % 2) AS label,
         CASE WHEN i % 20 < 4 THEN 'valid' ELSE 'train' END AS split
    FROM number;
SELECT 'balanced', "check", class, split, printf('%.3f', value)
  FROM ftext_check('d') WHERE "check" IN ('split_drift', 'split_dependence',
   'class_share', 'length_label', 'rare_class', 'imbalance', 'class_absent');
-- a class that is in no split, and a split of rows without a class
INSERT INTO d SELECT 'q' || prompt, ' 2', 'class 2', NULL FROM d LIMIT 40;
INSERT INTO d SELECT 'r' || prompt, ' 3', NULL, 'test' FROM d LIMIT 40;
SELECT 'beside', "check", class, split, printf('%.3f', value)
  FROM ftext_check('d') WHERE "check" IN ('split_drift', 'split_dependence',
   'class_share', 'length_label', 'rare_class', 'imbalance', 'class_absent');
-- a class of prompts without a character beside one of long ones
INSERT INTO d SELECT '', ' 4', 'class 4', 'train' FROM d LIMIT 12;
SELECT 'empty', "check", class, split, printf('%.3f', value)
  FROM ftext_check('d') WHERE "check" = 'length_label';
-- all of one class, then of two, are in one split
UPDATE d SET split = 'valid' WHERE label = 'class 0';
SELECT 'drift', "check", class, split, printf('%.3f', value)
  FROM ftext_check('d') WHERE "check" IN ('split_drift', 'split_dependence',
   'class_share', 'length_label', 'rare_class', 'imbalance', 'class_absent');
UPDATE d SET split = 'valid';
SELECT 'one split', "check", class, split, printf('%.3f', value)
  FROM ftext_check('d') WHERE "check" LIKE 'split%';
DELETE FROM d WHERE label <> 'class 1';
SELECT 'one class', "check", class, split, printf('%.3f', value)
  FROM ftext_check('d') WHERE "check" LIKE 'split%';
DELETE FROM d;
SELECT 'nothing', "check", class, split, printf('%.3f', value)
  FROM ftext_check('d') WHERE "check" IN ('split_drift', 'split_dependence',
   'class_share', 'length_label', 'rare_class', 'imbalance', 'class_absent');
SELECT "check", severity, count FROM ftext_check('d');
