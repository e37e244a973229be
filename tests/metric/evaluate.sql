-- sql/evaluate.sql: raw answers of two runs, and a third that lacks items.
-- The golden values of scikit-learn are run 'base': a a a a b b b c c d
-- answered as a a a b b b a c c c.
CREATE TABLE class_map (label TEXT, completion TEXT);
INSERT INTO class_map VALUES ('a', ' 1'), ('b', ' 2'), ('c', ' 3'), ('d', ' 4');
CREATE TABLE gold_items AS SELECT key + 1 AS item_id, value AS label
FROM json_each('["a","a","a","a","b","b","b","c","c","d"]');
INSERT INTO gold_items VALUES (98, NULL);
CREATE TABLE reply (run TEXT, item_id INTEGER, output TEXT);
INSERT INTO reply SELECT 'base', key + 1, value
FROM json_each('[" 1","1"," 1\n"," 2"," 2","2."," 1"," 3","3, because"," 3"]');
INSERT INTO reply SELECT 'tuned', key + 1, value
FROM json_each('[" 1"," 1"," 1"," 1"," 2"," 2","dunno",null," 3"," 4"]');
INSERT INTO reply VALUES ('short', 1, ' 1'), ('short', 5, ' 1'),
  ('short', 98, ' 1'), ('short', 99, ' 1');
CREATE TEMP VIEW gold AS SELECT * FROM gold_items;
CREATE TEMP VIEW answers AS SELECT * FROM reply;
.parameter set @before base
.parameter set @after tuned
.read sql/evaluate.sql
SELECT '-- tables';
SELECT run, items, missing, unparsed, unparsed_share, accuracy,
  round(weighted_f1, 7), round(macro_f1, 7), round(mcc, 7), round(kappa, 7)
FROM evaluate_run;
SELECT run, label, round(precision, 4), recall, round(f1, 4), support,
  predicted, correct FROM evaluate_class WHERE run = 'base';
SELECT * FROM evaluate_confusion;
SELECT * FROM evaluate_change;
SELECT * FROM evaluate_binary;

SELECT '-- Two classes with scores: the golden values of the areas';
DROP VIEW gold;
DROP VIEW answers;
CREATE TABLE scored (item_id INTEGER, label, score REAL);
INSERT INTO scored VALUES (1, 0, 0.1), (2, 0, 0.4), (3, 1, 0.35), (4, 1, 0.8),
  (5, 1.0, 0.4), (6, '0', 0.4), (7, 0, 0.5);
CREATE TEMP VIEW gold AS SELECT item_id, label FROM scored WHERE item_id < 7;
CREATE TEMP VIEW answers AS
SELECT 'scores' AS run, item_id, score > 0.3 AS output, score FROM scored
UNION ALL SELECT 'words', item_id, score > 0.3, NULL FROM scored
UNION ALL SELECT 'some', item_id, 1, nullif(score, 0.8) FROM scored;
CREATE TEMP VIEW class_map AS SELECT DISTINCT label, label || '' AS completion
FROM gold;
.parameter clear
.parameter set @positive 1
.parameter set @beta 2
.read sql/evaluate.sql
SELECT '-- tables';
SELECT run, positive, round(precision, 4), round(recall, 4), round(fbeta, 4),
  round(auroc, 4), round(auprc, 4) FROM evaluate_binary;
SELECT run, items, missing, unparsed, round(accuracy, 4) FROM evaluate_run;

SELECT '-- Of two classes the rarer is the positive one';
.parameter clear
DELETE FROM scored WHERE item_id = 4;
.parameter set @threshold 0.35
.read sql/evaluate.sql
SELECT '-- tables';
SELECT run, positive, round(precision, 4), round(recall, 4), round(fbeta, 4)
FROM evaluate_binary;
SELECT group_concat(name) FROM (SELECT name FROM temp.sqlite_schema
  WHERE name LIKE 'evaluate%' AND type = 'table' ORDER BY name);

SELECT '-- Labels are texts: 007 is not 7, and a model may answer with a label';
DROP VIEW gold;
DROP VIEW answers;
DROP VIEW class_map;
.parameter clear
CREATE TEMP VIEW gold AS SELECT 1 AS item_id, '007' AS label
UNION ALL SELECT 2, '7' UNION ALL SELECT 3, 'seven, or so';
CREATE TEMP VIEW answers AS SELECT NULL AS run, 1 AS item_id, '7' AS output
UNION ALL SELECT NULL, 2, '7' UNION ALL SELECT NULL, 3, 'seven, or so';
CREATE TEMP VIEW class_map AS SELECT DISTINCT label, label AS completion
FROM gold;
.read sql/evaluate.sql
