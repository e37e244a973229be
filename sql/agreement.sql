-- agreement.sql: how far people agree on labels, and what they dispute.
--
-- Give your rows the name `annotations` and run the script; the scripts in
-- sql/labeling make such a view:
--
--   .load ftext
--   CREATE TEMP VIEW annotations AS
--   SELECT doc AS item_id, tag AS label, person AS annotator FROM tag;
--   .read sql/agreement.sql
--
-- `annotations` has the columns item_id, label and annotator: one row for
-- each label that a person gave to an item.  It may have, too,
--
--   created_at   of a person's labels for one item the latest counts
--   label_set    what was asked, where several questions were: figures of
--                different sets are never mixed
--   batch        a delivery, a week, a round: each gets its own figures
--   text         shown with the disputed items
--
-- An annotator that is NULL is somebody else in each row.  Two labels of one
-- person for one item at one time are no answer, and are left out.
--
-- Temporary tables stay.  A batch that is NULL is all batches together:
--
--   agreement_label(label_set, batch, item_id, annotator, label, text)
--     the labels that count
--   agreement_set(label_set, batch, items, shared, annotators, labels,
--     agreement, alpha)
--     shared: items with two labels or more.  agreement: of all pairs of labels
--     of one item, the share that is equal.  alpha: Krippendorff's
--   agreement_pair(label_set, batch, a, b, shared, agreement, kappa)
--     two people over the items that both labeled; kappa: Cohen's
--   agreement_item(label_set, item_id, labels, agreement, votes, majority,
--     text)
--     labels: how many.  votes: the labels as JSON objects with their counts.
--     majority: NULL on a tie
--
-- The figures are those of docs/metric.md: NULL where they are not defined.
-- It is SQL alone, for any program that has SQLite and ftext.

DROP TABLE IF EXISTS temp.agreement_label;
DROP TABLE IF EXISTS temp.agreement_scope;
DROP TABLE IF EXISTS temp.agreement_count;
DROP TABLE IF EXISTS temp.agreement_set;
DROP TABLE IF EXISTS temp.agreement_pair;
DROP TABLE IF EXISTS temp.agreement_item;

-- 1. The labels that count.  The NATURAL JOIN gives `annotations` the columns
-- that it does not have, as NULL.
CREATE TEMP TABLE agreement_label AS
WITH given AS (
  SELECT *, row_number() OVER () AS row, -- 1.0 is 1, and '1' as well
    CAST(CASE WHEN typeof(label) = 'real' AND label = CAST(label AS INTEGER)
      THEN CAST(label AS INTEGER) ELSE label END AS TEXT) AS label_text
  FROM annotations NATURAL LEFT JOIN (SELECT NULL AS created_at,
    NULL AS label_set, NULL AS batch, NULL AS text WHERE 0)
), aged AS (
  SELECT *, rank() OVER (PARTITION BY label_set, item_id,
    coalesce(annotator, ''), CASE WHEN annotator IS NULL THEN row END
    ORDER BY created_at DESC) AS age
  FROM given WHERE item_id IS NOT NULL AND label IS NOT NULL
)
SELECT label_set, batch, item_id, annotator, label_text AS label, text
FROM aged WHERE age = 1
GROUP BY label_set, item_id, coalesce(annotator, ''),
  CASE WHEN annotator IS NULL THEN row END
HAVING count(DISTINCT label_text) = 1;

-- Each batch, and all of them.
CREATE TEMP TABLE agreement_scope AS
SELECT label_set, batch, item_id, annotator, label FROM agreement_label
WHERE batch IS NOT NULL
UNION ALL
SELECT label_set, NULL, item_id, annotator, label FROM agreement_label;

CREATE TEMP TABLE agreement_count AS
SELECT label_set, batch, item_id, label, count(*) AS count
FROM agreement_scope GROUP BY label_set, batch, item_id, label;

-- 2. Sets and batches.
CREATE TEMP TABLE agreement_set AS
SELECT s.label_set, s.batch, items, shared, annotators, labels, agreement,
  alpha
FROM (
  SELECT label_set, batch, count(DISTINCT annotator) AS annotators,
    count(DISTINCT label) AS labels, ftext_alpha(item_id, label) AS alpha
  FROM agreement_scope GROUP BY label_set, batch) AS s
JOIN (
  SELECT label_set, batch, count(*) AS items, sum(labels > 1) AS shared,
    1.0 * sum(equal) / nullif(sum(labels * (labels - 1)), 0) AS agreement
  FROM (
    SELECT label_set, batch, item_id, sum(count) AS labels,
      sum(count * (count - 1)) AS equal
    FROM agreement_count GROUP BY label_set, batch, item_id)
  GROUP BY label_set, batch) AS i
ON i.label_set IS s.label_set AND i.batch IS s.batch
ORDER BY s.label_set, s.batch IS NOT NULL, s.batch;

-- 3. Two people each.
CREATE INDEX temp.agreement_scope_item ON agreement_scope (item_id);
CREATE TEMP TABLE agreement_pair AS
SELECT a.label_set, a.batch, a.annotator AS a, b.annotator AS b,
  count(*) AS shared, avg(a.label = b.label) AS agreement,
  ftext_kappa(a.label, b.label) AS kappa
FROM agreement_scope AS a JOIN agreement_scope AS b
  ON b.item_id = a.item_id AND b.label_set IS a.label_set
  AND b.batch IS a.batch AND b.annotator > a.annotator
GROUP BY a.label_set, a.batch, a.annotator, b.annotator
ORDER BY a.label_set, a.batch IS NOT NULL, a.batch, a.annotator, b.annotator;

-- 4. Items with more than one label.
CREATE TEMP TABLE agreement_item AS
SELECT c.label_set, c.item_id, labels, agreement, votes, majority, text
FROM (
  SELECT label_set, item_id, sum(count) AS labels,
    1.0 * sum(count * (count - 1)) / (sum(count) * (sum(count) - 1))
      AS agreement,
    json_group_array(json_object('label', label, 'count', count)) AS votes
  FROM (SELECT * FROM agreement_count WHERE batch IS NULL
    ORDER BY label_set, item_id, count DESC, label)
  GROUP BY label_set, item_id HAVING sum(count) > 1) AS c
JOIN (
  SELECT label_set, item_id, ftext_majority(label) AS majority,
    min(text) AS text
  FROM agreement_label GROUP BY label_set, item_id) AS m
ON m.item_id = c.item_id AND m.label_set IS c.label_set
ORDER BY agreement, labels DESC, c.item_id;

DROP TABLE agreement_scope;
DROP TABLE agreement_count;

-- 5. What to know about it.  Ten of a kind are shown, the tables have the rest.
SELECT printf('%6s %7s %7s %7s %10s %8s  %s', 'items', 'shared', 'people',
  'labels', 'agreement', 'alpha', 'label set, batch') AS sets
UNION ALL
SELECT printf('%6d %7d %7d %7d %10s %8s  %s', items, shared, annotators,
  labels,
  CASE WHEN agreement IS NULL THEN '-' ELSE printf('%.4f', agreement) END,
  CASE WHEN alpha IS NULL THEN '-' ELSE printf('%.4f', alpha) END,
  coalesce(label_set || ', ', '') || coalesce(batch, 'all'))
FROM agreement_set;

SELECT printf('%7s %10s %8s  %s', 'shared', 'agreement', 'kappa',
  'two people, those who disagree most') AS pairs
UNION ALL
SELECT * FROM (
  SELECT printf('%7d %10.4f %8s  %s', shared, agreement,
    CASE WHEN kappa IS NULL THEN '-' ELSE printf('%.4f', kappa) END,
    coalesce(label_set || ': ', '') || a || ' | ' || b)
  FROM agreement_pair WHERE batch IS NULL
  ORDER BY kappa IS NULL, kappa, shared DESC, a, b LIMIT 10);

SELECT printf('%7s  %s', 'labels', 'items most disputed') AS disputed
UNION ALL
SELECT * FROM (
  SELECT printf('%7d  %s%s: %s%s', labels, coalesce(label_set || ', ', ''),
    item_id,
    (SELECT group_concat(printf('%s %d', json_extract(value, '$.label'),
      json_extract(value, '$.count')), ' | ') FROM json_each(votes)),
    CASE WHEN text IS NULL THEN ''
      WHEN length(text) > 50
        THEN printf('  "%s..."', substr(replace(text, char(10), ' '), 1, 47))
      ELSE printf('  "%s"', replace(text, char(10), ' ')) END)
  FROM agreement_item WHERE agreement < 1
  ORDER BY agreement, labels DESC, item_id LIMIT 10);
