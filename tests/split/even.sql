-- Keys in a row, with a prefix, or in steps fall evenly and independently.
-- Counts of a separate computation with Python's hashlib; chi squared with
-- 99 degrees of freedom has the mean 99 and the deviation 14.
CREATE TABLE number AS
  WITH RECURSIVE number(i) AS
    (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 200000)
  SELECT i FROM number;
SELECT min(n), max(n), printf('%.4f', sum((n - 2e3) * (n - 2e3) / 2e3))
  FROM (SELECT count(*) AS n FROM number GROUP BY ftext_fold(i, 100));
SELECT min(n), max(n), printf('%.3f', sum((n - 2e3) * (n - 2e3) / 2e3))
  FROM (SELECT count(*) AS n FROM number
        GROUP BY ftext_fold(printf('user_%07d', i), 100));
SELECT min(n), max(n), printf('%.4f', sum((n - 2e3) * (n - 2e3) / 2e3))
  FROM (SELECT count(*) AS n FROM number GROUP BY ftext_fold(i * 1000, 100));

-- Two seeds know nothing of each other: 4 % of the keys are in both valids.
SELECT sum(both), printf('%.3f', sum((n - 2e3) * (n - 2e3) / 2e3))
  FROM (SELECT count(*) AS n,
               sum(ftext_split(i, 'valid=.2,train=.8', 1) = 'valid' AND
                   ftext_split(i, 'valid=.2,train=.8', 2) = 'valid') AS both
          FROM number
         GROUP BY ftext_fold(i, 10, 1), ftext_fold(i, 10, 2));
