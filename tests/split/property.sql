-- Promises P4 and P5 over 2,500 random classes and 300 random data sets.
-- What is expected comes from ranks in plain SQL, not from the fit; every
-- check tells how many cases it had, so that none is empty.

-- 2,500 classes of 1 to 60 rows; every seventh key comes twice.
CREATE TABLE class AS
  WITH RECURSIVE number(i) AS
    (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 2500)
  SELECT i AS class,
         1 + CAST(60 * ftext_unit(i, 'n') * ftext_unit(i, 'n2') *
                  ftext_unit(i, 'n3') AS INTEGER) AS size,
         json_extract(ARRAY_P, '$[' || ftext_fold(i, 4, 'p') || ']') AS p,
         json_extract(ARRAY_M, '$[' || ftext_fold(i, 6, 'm') || ']') AS least
    FROM number, (SELECT '[0.1,0.2,0.5,0.8]' AS ARRAY_P,
                         '[1,1,1,2,3,10]' AS ARRAY_M);
CREATE TABLE item AS
  WITH RECURSIVE number(i) AS
    (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 60)
  SELECT class, class || '-' || (i - (i % 7 = 0)) AS key, i AS arrival,
         printf('valid=%.1f,train=%.1f', p, 1 - p) AS spec, least, p,
         i <= (size + 1) / 2 AS is_old
    FROM class JOIN number ON i <= size;
CREATE INDEX item_class ON item(class);
CREATE TABLE fitted AS
  SELECT class, spec, p, least, count(DISTINCT key) AS n,
         ftext_split_fit(key, spec, least, 42) AS cuts
    FROM item GROUP BY class;

-- What the plain rule says: so many of the lowest units are in valid.
CREATE TABLE expected AS
  WITH unit AS (SELECT DISTINCT class, key, p, least,
                       ftext_unit(key, 42) AS unit FROM item),
  ranked AS (SELECT *, row_number() OVER (PARTITION BY class ORDER BY unit)
                         AS rank,
                    count(*) OVER (PARTITION BY class) AS n,
                    sum(unit < p) OVER (PARTITION BY class) AS natural
               FROM unit),
  needed AS (SELECT *, max(1, min(least, n / 2)) AS need FROM ranked)
  SELECT class, key, n, natural, need,
         CASE WHEN n = 1 THEN iif(p > 0.5, 'valid', 'train')
              WHEN rank <= min(max(natural, need), n - need) THEN 'valid'
              ELSE 'train' END AS split
    FROM needed;
SELECT 'classes', count(DISTINCT class), 'keys', count(*) FROM expected;
SELECT 'of a single key', count(DISTINCT iif(n = 1, class, NULL)),
       'untouched', count(DISTINCT iif(n > 1 AND natural >= need
                                       AND natural <= n - need, class, NULL)),
       'raised', count(DISTINCT iif(n > 1 AND natural < need, class, NULL)),
       'lowered', count(DISTINCT iif(n > 1 AND natural > n - need, class, NULL))
  FROM expected;
SELECT 'keys in another split than expected', count(*)
  FROM expected JOIN fitted USING (class)
 WHERE ftext_split(key, cuts, 42) IS NOT split;
CREATE TABLE plain AS
  SELECT spec, ftext_split_merge(spec) AS natural FROM fitted GROUP BY spec;
SELECT 'untouched cuts that changed', count(*) FROM fitted JOIN plain
 USING (spec) WHERE cuts <> natural
   AND class IN (SELECT class FROM expected
                  WHERE n > 1 AND natural BETWEEN need AND n - need);

-- P5: two keys are enough to be in both splits.
SELECT 'classes of two keys that lack a split', count(*) FROM (
  SELECT count(DISTINCT ftext_split(key, cuts, 42)) AS splits
    FROM item JOIN fitted USING (class) WHERE n > 1 GROUP BY class)
 WHERE splits < 2;

-- The order of the rows is nothing; the window says what the aggregate says.
CREATE TABLE shuffled AS SELECT * FROM item ORDER BY ftext_unit(rowid, 'o');
SELECT 'classes that begin with another key', count(*) > 1000 FROM
  (SELECT class, group_concat(key) AS keys FROM item GROUP BY class)
  JOIN (SELECT class, group_concat(key) AS other FROM shuffled GROUP BY class)
  USING (class) WHERE keys <> other;
SELECT 'cuts that depend on the order', count(*) FROM fitted JOIN
  (SELECT class, ftext_split_fit(key, spec, least, 42) AS other
     FROM shuffled GROUP BY class) USING (class) WHERE cuts <> other;
SELECT 'windows that differ', sum(cuts <> other), 'of', count(*) FROM fitted
  JOIN (SELECT class, ftext_split_fit(key, spec, least, 42)
                        OVER (PARTITION BY class) AS other FROM shuffled)
  USING (class);

-- P4: cuts stored when half of the rows were there hold for all later rows;
-- a new class is fitted when it appears.
CREATE TABLE live AS SELECT * FROM item WHERE is_old AND class % 5 > 0;
CREATE TABLE stored(class INTEGER PRIMARY KEY, cuts TEXT);
INSERT INTO stored SELECT class, ftext_split_fit(key, spec, least, 42)
  FROM live GROUP BY class;
CREATE TABLE assigned AS
  SELECT DISTINCT class, key, ftext_split(key, cuts, 42) AS split
    FROM live JOIN stored USING (class);
INSERT INTO live SELECT * FROM item WHERE NOT (is_old AND class % 5 > 0);
INSERT INTO stored SELECT class, ftext_split_fit(key, spec, least, 42)
  FROM live GROUP BY class ON CONFLICT(class) DO NOTHING;
SELECT 'rows', (SELECT count(*) FROM live), 'classes', (SELECT count(*)
         FROM stored), 'rows before', count(*), 'moved under stored cuts',
       sum(ftext_split(live.key, cuts, 42) IS NOT split)
  FROM live JOIN stored USING (class) JOIN assigned USING (class, key);
SELECT 'moved by a refit', sum(split <> ftext_split(key, cuts, 42)) > 0
  FROM assigned JOIN fitted USING (class);

-- Refitted after every single row, a key goes from train to valid only where
-- train had been rescued or there were fewer than min keys for each split.
CREATE TABLE grown AS
  SELECT class, p, least, spec, arrival,
         ftext_split_fit(key, spec, least, 42) OVER running AS cuts,
         count(*) FILTER (WHERE arrival % 7 <> 0) OVER running AS n
    FROM item
  WINDOW running AS (PARTITION BY class ORDER BY arrival
                     ROWS UNBOUNDED PRECEDING);
CREATE TABLE step AS
  SELECT *, lag(cuts) OVER (PARTITION BY class ORDER BY arrival) AS before,
         lag(n) OVER (PARTITION BY class ORDER BY arrival) AS n_before
    FROM grown JOIN plain USING (spec);
DELETE FROM step WHERE before IS NULL;
CREATE TABLE moved AS
  SELECT step.class, n_before < 2 * step.least AS is_small,
         before < natural AS was_lowered, n_before,
         ftext_split(key, before, 42) || ' to ' || ftext_split(key, cuts, 42)
           AS move
    FROM step JOIN item USING (class)
   WHERE item.arrival < step.arrival
     AND ftext_split(key, before, 42) <> ftext_split(key, cuts, 42);
SELECT 'steps', (SELECT count(*) FROM step), 'valid to train',
       sum(move = 'valid to train') > 0, 'train to valid, excepted',
       sum(move = 'train to valid' AND (is_small OR was_lowered)) > 0,
       'train to valid otherwise',
       sum(move = 'train to valid' AND NOT is_small AND NOT was_lowered)
  FROM moved;
SELECT 'running cuts that differ', count(*) FROM grown WHERE class % 25 = 0
   AND cuts IS NOT (SELECT ftext_split_fit(key, item.spec, item.least, 42)
                      FROM item WHERE item.class = grown.class
                       AND item.arrival <= grown.arrival);

-- A sliding window forgets exactly, keys that come twice included.
CREATE TABLE slid AS
  SELECT class, arrival, ftext_split_fit(key, spec, least, 42) OVER (
           PARTITION BY class ORDER BY arrival
           ROWS BETWEEN 4 PRECEDING AND 2 FOLLOWING) AS cuts
    FROM item;
SELECT 'sliding windows', count(*), 'that differ', sum(cuts IS NOT (
         SELECT ftext_split_fit(key, spec, least, 42) FROM item
          WHERE item.class = slid.class AND item.arrival
                BETWEEN slid.arrival - 4 AND slid.arrival + 2))
  FROM slid;

-- Three splits: every boundary is clamped in the order of the list.
CREATE TABLE third AS
  WITH unit AS (SELECT DISTINCT class, key, least,
                       ftext_unit(key, 42) AS unit FROM item),
  ranked AS (SELECT *, row_number() OVER (PARTITION BY class ORDER BY unit)
                         AS rank,
                    count(*) OVER (PARTITION BY class) AS n,
                    sum(unit < .2) OVER (PARTITION BY class) AS valid,
                    sum(unit < .3) OVER (PARTITION BY class) AS test
               FROM unit),
  first AS (SELECT *, max(1, min(least, n / 3)) AS need FROM ranked),
  second AS (SELECT *, min(max(valid, need), n - 2 * need) AS below_valid
               FROM first)
  SELECT class, key, n, least,
         CASE WHEN n = 1 THEN 'train'
              WHEN n = 2 THEN iif(rank = 1, 'valid', 'train')
              WHEN rank <= below_valid THEN 'valid'
              WHEN rank <= min(max(test, below_valid + need), n - need)
              THEN 'test' ELSE 'train' END AS split
    FROM second;
CREATE TABLE cuts_of_three AS
  SELECT class, ftext_split_fit(key, 'valid=.2,test=.1,train=.7', least, 42)
           AS cuts FROM item GROUP BY class;
SELECT 'three splits: keys', count(*), 'in another split than expected',
       sum(ftext_split(key, cuts, 42) IS NOT split)
  FROM third JOIN cuts_of_three USING (class);
SELECT 'classes of three keys', count(*), 'that lack a split', sum(splits < 3)
  FROM (SELECT count(DISTINCT ftext_split(key, cuts, 42)) AS splits
          FROM third JOIN cuts_of_three USING (class)
         WHERE n > 2 GROUP BY class);
SELECT n, split, count(DISTINCT class) > 0, count(*) = count(DISTINCT class)
  FROM third WHERE n < 3 GROUP BY n, split;

-- Groups that span classes: 300 data sets of 12 classes, 100 rows of 40
-- groups.  Merged cuts keep a group together, and no class that has two
-- groups is absent from valid.
CREATE TABLE grouped AS
  WITH RECURSIVE number(i) AS
    (SELECT 0 UNION ALL SELECT i + 1 FROM number WHERE i < 29999)
  SELECT i / 100 AS data, (i / 100) || ':' || ftext_fold(i, 40, 'g') AS grp,
         CAST(12 * ftext_unit(i, 'c') * ftext_unit(i, 'c2') AS INTEGER)
           AS class
    FROM number;
CREATE TABLE class_cuts AS
  SELECT data, class, count(DISTINCT grp) AS groups,
         ftext_split_fit(grp, 'valid=.2,train=.8', 1, 42) AS cuts
    FROM grouped GROUP BY data, class;
CREATE TABLE group_cuts AS
  SELECT grp, ftext_split_merge(cuts) AS cuts, max(cuts) AS highest
    FROM grouped JOIN class_cuts USING (data, class) GROUP BY grp;
SELECT 'groups', count(*), 'with another cut than the highest',
       sum(cuts IS NOT highest) FROM group_cuts;
SELECT 'windows over groups', count(*), 'that differ', sum(window <> cuts)
  FROM (SELECT grp, ftext_split_merge(cuts) OVER (PARTITION BY grp) AS window
          FROM grouped JOIN class_cuts USING (data, class))
  JOIN group_cuts USING (grp);
CREATE TABLE present AS
  SELECT data, class, groups,
         sum(ftext_split(grp, group_cuts.cuts, 42) = 'valid') AS valid,
         sum(ftext_split(grp, group_cuts.cuts, 42) = 'train') AS train,
         sum(ftext_split(grp, 'valid=.2,train=.8', 42) = 'valid') AS plain
    FROM grouped JOIN group_cuts USING (grp) JOIN class_cuts
   USING (data, class) GROUP BY data, class;
SELECT 'feasible classes', sum(groups > 1), 'absent from valid',
       sum(groups > 1 AND valid = 0), 'without the fit there were',
       sum(groups > 1 AND plain = 0) FROM present;

-- A merge forgets exactly, too.
CREATE TABLE chain AS
  SELECT row_number() OVER (ORDER BY data, class) AS i, cuts FROM class_cuts;
CREATE INDEX chain_i ON chain(i);
SELECT 'sliding merges', count(*), 'that differ', sum(merged IS NOT (
         SELECT max(cuts) FROM chain AS other
          WHERE other.i BETWEEN slide.i - 3 AND slide.i))
  FROM (SELECT i, ftext_split_merge(cuts) OVER (
                 ORDER BY i ROWS 3 PRECEDING) AS merged FROM chain) AS slide;
