-- sql/agreement.sql: Krippendorff's example as batch 'first', a second batch,
-- and what does not count.
.nullvalue NULL
CREATE TABLE tag (unit INTEGER, person TEXT, tag INTEGER, at TEXT, batch TEXT);
INSERT INTO tag
SELECT unit.key + 1, observer.key, unit.value, '2026-01-01', 'first'
FROM json_each('{"A":[1,2,3,3,2,1,4,1,2,null,null,null],
  "B":[1,2,3,3,2,2,4,1,2,5,null,3],"C":[null,3,3,3,2,3,4,2,2,5,1,null],
  "D":[1,2,3,3,2,4,4,1,2,5,1,null]}') AS observer,
  json_each(observer.value) AS unit;
CREATE TEMP VIEW annotations AS
SELECT unit AS item_id, tag AS label, person AS annotator FROM tag;
.read sql/agreement.sql
SELECT '-- tables';
SELECT items, shared, annotators, labels, round(agreement, 6), round(alpha, 6),
  label_set, batch FROM agreement_set;
SELECT a, b, shared, round(agreement, 4), round(kappa, 4) FROM agreement_pair;

SELECT '-- Batches, later answers, nobody, two labels at one time';
DROP VIEW annotations;
INSERT INTO tag VALUES
  (20, 'A', 1, '2026-01-02', 'second'), (20, 'B', 2, '2026-01-02', 'second'),
  (20, 'B', 1, '2026-01-03', 'second'), -- B has learnt
  (21, 'A', 2, '2026-01-02', 'second'), (21, 'B', 2, '2026-01-02', 'second'),
  (22, 'A', 1, '2026-01-02', 'second'), (22, 'B', 3, '2026-01-02', 'second'),
  (22, 'B', 4, '2026-01-02', 'second'), -- no answer
  (23, NULL, 1, '2026-01-02', 'second'), (23, NULL, 2, '2026-01-02', 'second'),
  (24, 'A', 5, '2026-01-02', 'second');
CREATE TEMP VIEW annotations AS
SELECT unit AS item_id, tag AS label, person AS annotator, at AS created_at,
  batch, 'colour' AS label_set, 'unit ' || unit AS text FROM tag
UNION ALL SELECT 1, 'yes', 'A', NULL, NULL, 'polite', NULL
UNION ALL SELECT 1, 'yes', 'B', NULL, NULL, 'polite', NULL;
.read sql/agreement.sql
SELECT '-- tables';
SELECT items, shared, annotators, labels, round(agreement, 6), round(alpha, 6),
  label_set, batch FROM agreement_set;
SELECT batch, a, b, shared, agreement, kappa FROM agreement_pair
WHERE batch = 'second' OR label_set = 'polite';
SELECT item_id, labels, round(agreement, 4), votes, majority, text
FROM agreement_item WHERE agreement < 1;
SELECT name FROM temp.sqlite_schema
WHERE name LIKE 'agreement%' AND type = 'table' ORDER BY name;
