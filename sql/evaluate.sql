-- evaluate.sql: a model's raw answers become figures, per run and per class.
--
-- Give your rows these names and run the script:
--
--   .load ftext
--   CREATE TEMP VIEW gold AS
--   SELECT id AS item_id, label FROM dataset WHERE split = 'valid';
--   CREATE TEMP VIEW answers AS
--   SELECT model AS run, id AS item_id, reply AS output FROM replies;
--   .read sql/evaluate.sql
--
-- `gold(item_id, label)` is what is true; the scripts in sql/labeling make
-- one.  `answers(run, item_id, output)` is what was answered, at most once for
-- a run and an item, and where the model says how likely the positive class
-- is, a column score.  `class_map(label, completion)` is the table that
-- prepare.sql keeps; for a model that answers with the label itself:
--
--   CREATE TEMP VIEW class_map AS
--   SELECT DISTINCT label, label AS completion FROM gold;
--
-- Parameters, each of which may be left out:
--
--   .parameter set @positive spam     the positive class; of two classes the
--                                     rarer, of more none
--   .parameter set @threshold 0.5     a score above it is the positive class
--   .parameter set @beta 2            of F-beta; 1
--   .parameter set @before base       the two runs to compare; the first and
--   .parameter set @after tuned       the last one by name
--
-- An answer counts for the item whose gold label is known; an output that
-- means no class is wrong.  Items of `gold` that a run has no row for are
-- counted (missing) and are in none of the run's figures, so look at them
-- first.  Temporary tables stay:
--
--   evaluate_answer(run, item_id, truth, output, predicted, score)
--   evaluate_run(run, items, missing, unparsed, unparsed_share, accuracy,
--     weighted_f1, macro_f1, mcc, kappa)
--   evaluate_class(run, label, precision, recall, f1, support, predicted,
--     correct)
--   evaluate_confusion(run, truth, predicted, count)    the wrong answers
--   evaluate_binary(run, positive, precision, recall, fbeta, auroc, auprc)
--   evaluate_change(item_id, truth, before, after)   where two runs differ
--
-- The figures are those of docs/metric.md.  It is SQL alone, for any program
-- that has SQLite and ftext.

DROP TABLE IF EXISTS temp.evaluate_setting;
DROP TABLE IF EXISTS temp.evaluate_map;
DROP TABLE IF EXISTS temp.evaluate_answer;
DROP TABLE IF EXISTS temp.evaluate_run;
DROP TABLE IF EXISTS temp.evaluate_class;
DROP TABLE IF EXISTS temp.evaluate_confusion;
DROP TABLE IF EXISTS temp.evaluate_binary;
DROP TABLE IF EXISTS temp.evaluate_change;
DROP TABLE IF EXISTS temp.evaluate_compared;

-- 1. The answers, read back by the map.  The NATURAL JOIN gives `answers`
-- without a column score one that is NULL.
CREATE TEMP TABLE evaluate_map AS
SELECT json_group_object(CAST(label AS TEXT), completion) AS map
FROM class_map;

CREATE TEMP TABLE evaluate_answer (
  run TEXT NOT NULL,
  item_id,
  truth TEXT NOT NULL,
  output,
  predicted TEXT, -- NULL where the output means no class
  score REAL,
  PRIMARY KEY (run, item_id)
);
INSERT INTO evaluate_answer
SELECT coalesce(run, ''), item_id,
  CAST(CASE WHEN typeof(label) = 'real' AND label = CAST(label AS INTEGER)
    THEN CAST(label AS INTEGER) ELSE label END AS TEXT), -- 1.0 is 1
  output, ftext_match_class(output, map), score
FROM (
  SELECT * FROM answers NATURAL LEFT JOIN (SELECT NULL AS score WHERE 0))
  JOIN gold USING (item_id), evaluate_map
WHERE label IS NOT NULL;

CREATE TEMP TABLE evaluate_compared (
  before TEXT,
  after TEXT,
  found INTEGER
    CONSTRAINT "no row of answers has a run and an item of gold" CHECK (found),
  known INTEGER
    CONSTRAINT "@before and @after are runs of answers" CHECK (known = 1)
);
INSERT INTO evaluate_compared
SELECT before, after, (SELECT count(*) FROM evaluate_answer),
  (before IS NULL OR before IN (SELECT run FROM evaluate_answer))
  AND (after IS NULL OR after IN (SELECT run FROM evaluate_answer))
FROM (
  SELECT coalesce(@before, min(run)) AS before,
    coalesce(@after, max(run)) AS after
  FROM evaluate_answer);

-- 2. Each run at once.
CREATE TEMP TABLE evaluate_run AS
SELECT run, count(*) AS items,
  (SELECT count(*) FROM gold WHERE label IS NOT NULL) - count(*) AS missing,
  sum(predicted IS NULL) AS unparsed,
  avg(predicted IS NULL) AS unparsed_share,
  ftext_f1(truth, predicted, 'micro') AS accuracy,
  ftext_f1(truth, predicted, 'weighted') AS weighted_f1,
  ftext_f1(truth, predicted, 'macro') AS macro_f1,
  ftext_mcc(truth, predicted) AS mcc,
  ftext_kappa(truth, predicted) AS kappa
FROM evaluate_answer GROUP BY run;

-- 3. Each class, and what is taken for what.
CREATE TEMP TABLE evaluate_class AS
SELECT run,
  json_extract(value, '$.label') AS label,
  json_extract(value, '$.precision') AS precision,
  json_extract(value, '$.recall') AS recall,
  json_extract(value, '$.f1') AS f1,
  json_extract(value, '$.support') AS support,
  json_extract(value, '$.predicted') AS predicted,
  json_extract(value, '$.correct') AS correct
FROM (
  SELECT run, ftext_classification_report(truth, predicted) AS report
  FROM evaluate_answer GROUP BY run), json_each(report, '$.classes');

CREATE TEMP TABLE evaluate_confusion AS
SELECT run, truth, predicted, count(*) AS count
FROM evaluate_answer WHERE predicted IS NOT truth
GROUP BY run, truth, predicted;

-- 4. One class against the rest.  Where a run has scores, the threshold says
-- what was answered, and no score is a wrong answer.
CREATE TEMP TABLE evaluate_setting (
  positive TEXT,
  threshold REAL NOT NULL,
  beta REAL NOT NULL
    CONSTRAINT "@beta is a number, at least 0" CHECK (beta >= 0)
);
INSERT INTO evaluate_setting
SELECT
  coalesce(@positive, CASE (SELECT count(DISTINCT truth) FROM evaluate_answer)
    WHEN 2 THEN (
      SELECT truth FROM evaluate_answer GROUP BY truth
      ORDER BY count(DISTINCT item_id), truth LIMIT 1) END),
  coalesce(@threshold, 0.5), coalesce(@beta, 1);

CREATE TEMP TABLE evaluate_binary AS
WITH judged AS (
  SELECT run, score, scored, beta, positive, truth = positive AS truth,
    CASE WHEN scored THEN score > threshold ELSE predicted = positive END
      AS predicted
  FROM (SELECT *, count(score) OVER (PARTITION BY run) > 0 AS scored
    FROM evaluate_answer), evaluate_setting
  WHERE positive IS NOT NULL
)
SELECT run, positive,
  ftext_precision(truth, predicted, 'class:1') AS precision,
  ftext_recall(truth, predicted, 'class:1') AS recall,
  ftext_fbeta(truth, predicted, beta, 'class:1') AS fbeta,
  CASE WHEN scored THEN ftext_auroc(truth, score) END AS auroc,
  CASE WHEN scored THEN ftext_auprc(truth, score) END AS auprc
FROM judged GROUP BY run;

-- 5. Two runs, over the items that both have.
CREATE TEMP TABLE evaluate_change AS
SELECT b.item_id, b.truth, b.predicted AS before, a.predicted AS after
FROM evaluate_compared AS c
  JOIN evaluate_answer AS b ON b.run = c.before
  JOIN evaluate_answer AS a ON a.run = c.after AND a.item_id = b.item_id
WHERE a.predicted IS NOT b.predicted
ORDER BY b.item_id;

-- 6. What to know about it.  Ten of a kind are shown, the tables have the rest.
SELECT printf('%-20s %7s %7s %8s %8s %8s %8s %8s', 'run', 'items', 'missing',
  'unparsed', 'accuracy', 'weighted', 'macro', 'mcc') AS runs
UNION ALL
SELECT printf('%-20s %7d %7d %7.1f%% %8.4f %8.4f %8.4f %8.4f', run, items,
  missing, 100 * unparsed_share, accuracy, weighted_f1, macro_f1, mcc)
FROM (SELECT * FROM evaluate_run ORDER BY run);

SELECT printf('%-20s %9s %9s %9s %9s %9s  %s', 'run', 'precision', 'recall',
  'F-' || printf('%g', beta), 'AUROC', 'AUPRC', 'positive class') AS binary
FROM evaluate_setting WHERE positive IS NOT NULL
UNION ALL
SELECT printf('%-20s %9.4f %9.4f %9.4f %9s %9s  %s', run, precision, recall,
  fbeta,
  CASE WHEN auroc IS NULL THEN '-' ELSE printf('%.4f', auroc) END,
  CASE WHEN auprc IS NULL THEN '-' ELSE printf('%.4f', auprc) END, positive)
FROM (SELECT * FROM evaluate_binary ORDER BY run);

SELECT printf('%-20s %9s %9s %9s %8s %9s  %s', 'run', 'precision', 'recall',
  'f1', 'support', 'predicted', 'class, the ten worst') AS classes
UNION ALL
SELECT printf('%-20s %9.4f %9.4f %9.4f %8d %9d  %s', run, precision, recall,
  f1, support, predicted, label)
FROM (
  SELECT *, row_number() OVER (PARTITION BY run
    ORDER BY f1, support DESC, label) AS place
  FROM evaluate_class ORDER BY run, place)
WHERE place <= 10;

SELECT printf('%-20s %7s  %s', 'run', 'count', 'truth -> answer') AS confusions
UNION ALL
SELECT printf('%-20s %7d  %s -> %s', run, count, truth,
  coalesce(predicted, '(no class)'))
FROM (
  SELECT *, row_number() OVER (PARTITION BY run
    ORDER BY count DESC, truth, predicted) AS place
  FROM evaluate_confusion ORDER BY run, place)
WHERE place <= 10;

-- McNemar's test (1947, with Edwards' correction) looks at the items that one
-- run alone has right: above 3.84 chance gets once in twenty times.
WITH both AS (
  SELECT c.before, c.after, b.predicted IS b.truth AS before_right,
    a.predicted IS a.truth AS after_right
  FROM evaluate_compared AS c
    JOIN evaluate_answer AS b ON b.run = c.before
    JOIN evaluate_answer AS a ON a.run = c.after AND a.item_id = b.item_id
  WHERE c.before <> c.after
), total AS (
  SELECT before, after, count(*) AS items, sum(before_right) AS before_right,
    sum(after_right) AS after_right, sum(after_right > before_right) AS won,
    sum(after_right < before_right) AS lost
  FROM both GROUP BY before, after
)
SELECT printf('%s -> %s: of %d items in both %d -> %d right', before, after,
  items, before_right, after_right) AS comparison
FROM total
UNION ALL
SELECT printf('  %d won, %d lost; McNemar %.2f', won, lost,
  CASE won WHEN lost THEN 0.0
    ELSE (abs(won - lost) - 1.0) * (abs(won - lost) - 1.0) / (won + lost) END)
FROM total
UNION ALL
SELECT * FROM (
  SELECT printf('  item %s, %s: %s -> %s', item_id, truth,
    coalesce(before, '(no class)'), coalesce(after, '(no class)'))
  FROM evaluate_change ORDER BY after IS truth, item_id LIMIT 10);
