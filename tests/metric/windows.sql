-- A window function gives at every row what the aggregate gives over the
-- frame, to the last bit: classes come and go as the frame moves.
CREATE TABLE answer AS
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 160)
SELECT i,
  CASE WHEN ftext_unit(i, 'no truth') < 0.1 THEN NULL
    ELSE 'class ' || (i / 40 + CAST(ftext_unit(i, 'truth') * 4 AS INTEGER))
    END AS truth,
  CASE WHEN ftext_unit(i, 'no answer') < 0.1 THEN NULL
    ELSE 'class ' || (i / 40 + CAST(ftext_unit(i, 'answer') * 5 AS INTEGER))
    END AS predicted,
  CASE WHEN ftext_unit(i, 'vote') < 0.5
    THEN CAST(ftext_unit(i, 'which') * 4 AS INTEGER)
    ELSE CAST(CAST(ftext_unit(i, 'which') * 4 AS INTEGER) AS TEXT) END AS vote
FROM n;
-- Frames: from i - before to i + after.
CREATE TABLE frame (id INTEGER PRIMARY KEY, before INTEGER, after INTEGER);
INSERT INTO frame VALUES (1, 0, 0), (2, 1, 0), (3, 7, 3), (4, 30, 0),
  (5, 0, 55), (6, 300, 0), (7, 300, 300), (8, -2, 9);

CREATE TABLE slid AS
SELECT 1 AS id, i, ftext_f1(truth, predicted) OVER w AS macro,
  ftext_precision(truth, predicted, 'weighted') OVER w AS weighted,
  ftext_recall(truth, predicted, 'class:class 3') OVER w AS class,
  ftext_fbeta(truth, predicted, 0.7, 'micro') OVER w AS micro,
  ftext_mcc(truth, predicted) OVER w AS mcc,
  ftext_kappa(truth, predicted) OVER w AS kappa,
  ftext_classification_report(truth, predicted) OVER w AS report,
  ftext_majority(vote) OVER w AS majority
FROM answer WINDOW w AS (ORDER BY i ROWS CURRENT ROW)
UNION ALL SELECT 2, i, ftext_f1(truth, predicted) OVER w,
  ftext_precision(truth, predicted, 'weighted') OVER w,
  ftext_recall(truth, predicted, 'class:class 3') OVER w,
  ftext_fbeta(truth, predicted, 0.7, 'micro') OVER w,
  ftext_mcc(truth, predicted) OVER w, ftext_kappa(truth, predicted) OVER w,
  ftext_classification_report(truth, predicted) OVER w,
  ftext_majority(vote) OVER w
FROM answer WINDOW w AS (ORDER BY i ROWS 1 PRECEDING)
UNION ALL SELECT 3, i, ftext_f1(truth, predicted) OVER w,
  ftext_precision(truth, predicted, 'weighted') OVER w,
  ftext_recall(truth, predicted, 'class:class 3') OVER w,
  ftext_fbeta(truth, predicted, 0.7, 'micro') OVER w,
  ftext_mcc(truth, predicted) OVER w, ftext_kappa(truth, predicted) OVER w,
  ftext_classification_report(truth, predicted) OVER w,
  ftext_majority(vote) OVER w
FROM answer
WINDOW w AS (ORDER BY i ROWS BETWEEN 7 PRECEDING AND 3 FOLLOWING)
UNION ALL SELECT 4, i, ftext_f1(truth, predicted) OVER w,
  ftext_precision(truth, predicted, 'weighted') OVER w,
  ftext_recall(truth, predicted, 'class:class 3') OVER w,
  ftext_fbeta(truth, predicted, 0.7, 'micro') OVER w,
  ftext_mcc(truth, predicted) OVER w, ftext_kappa(truth, predicted) OVER w,
  ftext_classification_report(truth, predicted) OVER w,
  ftext_majority(vote) OVER w
FROM answer WINDOW w AS (ORDER BY i ROWS 30 PRECEDING)
UNION ALL SELECT 5, i, ftext_f1(truth, predicted) OVER w,
  ftext_precision(truth, predicted, 'weighted') OVER w,
  ftext_recall(truth, predicted, 'class:class 3') OVER w,
  ftext_fbeta(truth, predicted, 0.7, 'micro') OVER w,
  ftext_mcc(truth, predicted) OVER w, ftext_kappa(truth, predicted) OVER w,
  ftext_classification_report(truth, predicted) OVER w,
  ftext_majority(vote) OVER w
FROM answer
WINDOW w AS (ORDER BY i ROWS BETWEEN CURRENT ROW AND 55 FOLLOWING)
UNION ALL SELECT 6, i, ftext_f1(truth, predicted) OVER w,
  ftext_precision(truth, predicted, 'weighted') OVER w,
  ftext_recall(truth, predicted, 'class:class 3') OVER w,
  ftext_fbeta(truth, predicted, 0.7, 'micro') OVER w,
  ftext_mcc(truth, predicted) OVER w, ftext_kappa(truth, predicted) OVER w,
  ftext_classification_report(truth, predicted) OVER w,
  ftext_majority(vote) OVER w
FROM answer WINDOW w AS (ORDER BY i)
UNION ALL SELECT 7, i, ftext_f1(truth, predicted) OVER w,
  ftext_precision(truth, predicted, 'weighted') OVER w,
  ftext_recall(truth, predicted, 'class:class 3') OVER w,
  ftext_fbeta(truth, predicted, 0.7, 'micro') OVER w,
  ftext_mcc(truth, predicted) OVER w, ftext_kappa(truth, predicted) OVER w,
  ftext_classification_report(truth, predicted) OVER w,
  ftext_majority(vote) OVER w
FROM answer WINDOW w AS ()
UNION ALL SELECT 8, i, ftext_f1(truth, predicted) OVER w,
  ftext_precision(truth, predicted, 'weighted') OVER w,
  ftext_recall(truth, predicted, 'class:class 3') OVER w,
  ftext_fbeta(truth, predicted, 0.7, 'micro') OVER w,
  ftext_mcc(truth, predicted) OVER w, ftext_kappa(truth, predicted) OVER w,
  ftext_classification_report(truth, predicted) OVER w,
  ftext_majority(vote) OVER w
FROM answer
WINDOW w AS (ORDER BY i ROWS BETWEEN 2 FOLLOWING AND 9 FOLLOWING);

-- The rows of a frame come in another order than in the window.
CREATE TABLE whole AS
SELECT f.id, row.i, ftext_f1(truth, predicted) AS macro,
  ftext_precision(truth, predicted, 'weighted') AS weighted,
  ftext_recall(truth, predicted, 'class:class 3') AS class,
  ftext_fbeta(truth, predicted, 0.7, 'micro') AS micro,
  ftext_mcc(truth, predicted) AS mcc, ftext_kappa(truth, predicted) AS kappa,
  ftext_classification_report(truth, predicted) AS report,
  ftext_majority(vote) AS majority
FROM frame AS f, (SELECT i FROM answer) AS row
  LEFT JOIN (SELECT * FROM answer ORDER BY ftext_unit(i)) AS a
    ON a.i BETWEEN row.i - f.before AND row.i + f.after
GROUP BY f.id, row.i;

SELECT 'rows', count(*) FROM slid;
SELECT 'different', s.id, s.i, s.macro IS w.macro, s.weighted IS w.weighted,
  s.class IS w.class, s.micro IS w.micro, s.mcc IS w.mcc, s.kappa IS w.kappa,
  s.report IS w.report,
  s.majority IS w.majority AND typeof(s.majority) = typeof(w.majority)
FROM slid AS s JOIN whole AS w USING (id, i)
WHERE s.macro IS NOT w.macro OR s.weighted IS NOT w.weighted
  OR s.class IS NOT w.class OR s.micro IS NOT w.micro
  OR s.mcc IS NOT w.mcc OR s.kappa IS NOT w.kappa
  OR s.report IS NOT w.report OR s.majority IS NOT w.majority
  OR typeof(s.majority) <> typeof(w.majority) LIMIT 10;
-- It was a test of something: of many values.
SELECT 'values', count(DISTINCT macro) > 200, count(DISTINCT kappa) > 200,
  count(DISTINCT report) > 600, count(DISTINCT majority),
  count(DISTINCT typeof(majority)), max(json_array_length(report, '$.classes'))
FROM slid;

-- EXCLUDE makes SQLite count anew at each row.
SELECT 'excluded', count(*), count(DISTINCT figure) > 100 FROM (
  SELECT i, ftext_kappa(truth, predicted) OVER (ORDER BY i
    ROWS BETWEEN 9 PRECEDING AND 9 FOLLOWING EXCLUDE CURRENT ROW) AS figure
  FROM answer) AS s
WHERE figure IS (SELECT ftext_kappa(truth, predicted) FROM answer AS a
  WHERE a.i BETWEEN s.i - 9 AND s.i + 9 AND a.i <> s.i);
