-- Values that scikit-learn publishes or gives, and Krippendorff's example.
CREATE TABLE answer (truth TEXT, predicted TEXT);
INSERT INTO answer VALUES ('a', 'a'), ('a', 'a'), ('a', 'a'), ('a', 'b'),
  ('b', 'b'), ('b', 'b'), ('b', 'a'), ('c', 'c'), ('c', 'c'), ('d', 'c');
SELECT 'accuracy', avg(truth IS predicted) FROM answer;
SELECT 'f1', round(ftext_f1(truth, predicted, 'micro'), 7),
  round(ftext_f1(truth, predicted, 'macro'), 7),
  round(ftext_f1(truth, predicted, 'weighted'), 7) FROM answer;
SELECT 'balanced accuracy', round(ftext_recall(truth, predicted), 7)
FROM answer;
SELECT 'kappa', round(ftext_kappa(truth, predicted), 7) FROM answer;
SELECT 'mcc', round(ftext_mcc(truth, predicted), 7) FROM answer;

-- f1_score's own example: 0.26..., 0.33..., 0.26...; per class 0.8, 0, 0.
CREATE TABLE f1_example AS SELECT column1 AS truth, column2 AS predicted
FROM (VALUES (0, 0), (1, 2), (2, 1), (0, 0), (1, 0), (2, 1));
SELECT 'example', round(ftext_f1(truth, predicted, 'macro'), 2),
  round(ftext_f1(truth, predicted, 'micro'), 2),
  round(ftext_f1(truth, predicted, 'weighted'), 2),
  ftext_f1(truth, predicted, 'class:0'), ftext_f1(truth, predicted, 'class:1'),
  ftext_f1(truth, predicted, 'class:2') FROM f1_example;
-- fbeta_score's, beta 0.5: 0.23..., 0.33..., 0.23...; per class 0.71..., 0, 0.
SELECT 'fbeta', round(ftext_fbeta(truth, predicted, 0.5, 'macro'), 2),
  round(ftext_fbeta(truth, predicted, 0.5, 'micro'), 2),
  round(ftext_fbeta(truth, predicted, 0.5, 'weighted'), 2),
  round(ftext_fbeta(truth, predicted, 0.5, 'class:0'), 2) FROM f1_example;
-- precision_score's: 0.22..., 0.33..., 0.22...; recall_score's: 0.33....
SELECT 'precision', round(ftext_precision(truth, predicted, 'macro'), 2),
  round(ftext_precision(truth, predicted, 'micro'), 2),
  round(ftext_precision(truth, predicted, 'weighted'), 2) FROM f1_example;
SELECT 'recall', round(ftext_recall(truth, predicted, 'macro'), 2),
  round(ftext_recall(truth, predicted, 'micro'), 2),
  round(ftext_recall(truth, predicted, 'weighted'), 2) FROM f1_example;
-- matthews_corrcoef's: -0.33....
SELECT 'mcc', round(ftext_mcc(column1, column2), 2)
FROM (VALUES (1, 1), (1, -1), (1, 1), (-1, 1));

SELECT 'ranking', round(ftext_auroc(column1, column2), 4),
  round(ftext_auprc(column1, column2), 4)
FROM (VALUES (0, 0.1), (0, 0.4), (1, 0.35), (1, 0.8), (1, 0.4), (0, 0.4));
-- roc_auc_score's and average_precision_score's: 0.75, 0.83.
SELECT 'ranking', round(ftext_auroc(column1, column2), 2),
  round(ftext_auprc(column1, column2), 2)
FROM (VALUES (0, 0.1), (0, 0.4), (1, 0.35), (1, 0.8));

-- Krippendorff (2011), Computing Krippendorff's Alpha-Reliability: four
-- observers, twelve units; nominal 0.743.
CREATE TABLE observed (observer TEXT, labels TEXT);
INSERT INTO observed VALUES ('A', '[1,2,3,3,2,1,4,1,2,null,null,null]'),
  ('B', '[1,2,3,3,2,2,4,1,2,5,null,3]'),
  ('C', '[null,3,3,3,2,3,4,2,2,5,1,null]'),
  ('D', '[1,2,3,3,2,4,4,1,2,5,1,null]');
SELECT 'alpha', round(ftext_alpha(unit.key, unit.value), 6)
FROM observed, json_each(labels) AS unit;
