-- A check lists a thousand findings and says how many more there are; classes
-- beyond what is kept are counted.
CREATE TABLE d AS
  WITH RECURSIVE number(i) AS
    (SELECT 0 UNION ALL SELECT i + 1 FROM number WHERE i < 5599)
  SELECT i AS id, 'prompt ' || i AS prompt,
         ' ' || printf('%04d', i / 4 + i % 2) AS completion,
         CASE WHEN i % 4 > 1 THEN 'C' ELSE 'c' END || 'lass ' || (i / 4)
           AS label,
         CASE WHEN i % 4 % 2 THEN 'train' ELSE 'valid' END AS split,
         'g' || (i / 4) AS "group"
    FROM number;
SELECT "check", count(*), sum(message LIKE 'and % more findings of this check'),
       max(CASE WHEN message LIKE 'and %' THEN message END)
  FROM ftext_check('d') GROUP BY "check" HAVING count(*) > 900;
-- more classes than are kept
CREATE TABLE wide AS
  WITH RECURSIVE number(i) AS
    (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 66000)
  SELECT 'prompt ' || i AS prompt, ' ' || i AS completion, 'c' || i AS label
    FROM number;
SELECT "check", count, value, substr(message, 1, 70) FROM ftext_check('wide',
  '{"near_rows":0}') WHERE "check" IN ('class_count', 'class_capacity', 'summary');
