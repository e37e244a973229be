-- As window functions they say for every frame what they say for its rows
-- alone, whatever comes in and goes out: NULLs, keys twice, empty frames.
CREATE TABLE row AS
  WITH RECURSIVE number(i) AS
    (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 120)
  SELECT i, nullif(ftext_fold(i, 25), 0) AS key,
         nullif(1 + ftext_fold(i, 9, 'least'), 0) AS least,
         CASE WHEN ftext_fold(i, 6, 'none') > 0 THEN printf(
           'valid<%013x,test<%013x,train', 1 + ftext_fold(i, 40, 'cut'),
           50 + ftext_fold(i, 40, 'cut')) END AS cuts
    FROM number;
SELECT count(*), count(key), count(DISTINCT key), count(cuts),
       count(DISTINCT cuts) FROM row;

CREATE VIEW windowed AS SELECT i,
    ftext_split_fit(key, 'valid=0.2,train=0.8', 3) OVER w AS fit,
    ftext_split_fit(key, 'a=1,b=1,c=1', 2, 7) OVER w AS seeded,
    ftext_split_merge(cuts) OVER w AS merged
  FROM row WINDOW w AS (ORDER BY i ROWS BETWEEN 9 PRECEDING AND 3 PRECEDING);
CREATE VIEW direct AS SELECT i,
    (SELECT ftext_split_fit(key, 'valid=0.2,train=0.8', 3) FROM row
      WHERE i BETWEEN other.i - 9 AND other.i - 3) AS fit,
    (SELECT ftext_split_fit(key, 'a=1,b=1,c=1', 2, 7) FROM row
      WHERE i BETWEEN other.i - 9 AND other.i - 3) AS seeded,
    (SELECT ftext_split_merge(cuts) FROM row
      WHERE i BETWEEN other.i - 9 AND other.i - 3) AS merged
  FROM row AS other;
SELECT count(*), count(fit), count(DISTINCT fit), count(DISTINCT seeded),
       count(merged), count(DISTINCT merged) FROM windowed;
SELECT * FROM windowed EXCEPT SELECT * FROM direct;

-- Frames that shrink to nothing, and groups of rows left out of theirs.
SELECT i, ftext_split_fit(key, 'a=1,b=1', 1) OVER w,
       ftext_split_merge(cuts) OVER w
  FROM row WHERE i <= 4
WINDOW w AS (ORDER BY i ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING);
SELECT count(*) FROM (SELECT i,
    ftext_split_fit(key, 'a=1,b=1', 1) OVER (ORDER BY key
      RANGE BETWEEN 2 PRECEDING AND 2 FOLLOWING) AS near,
    (SELECT ftext_split_fit(key, 'a=1,b=1', 1) FROM row
      WHERE key BETWEEN other.key - 2 AND other.key + 2) AS wanted
  FROM row AS other WHERE key IS NOT NULL) WHERE near IS NOT wanted;
