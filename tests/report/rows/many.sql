-- A thousand classes in nine splits, with a token_count of their own.
CREATE TABLE dataset AS
WITH RECURSIVE number (n) AS (
  VALUES (0) UNION ALL SELECT n + 1 FROM number WHERE n < 7999
)
SELECT 'row-' || n AS id, 'Question ' || n || ' about '
    || ftext_unit(n, 'words') AS prompt, ' class ' || class AS completion,
  'class ' || class AS label, 'fold ' || ftext_fold(n, 9) AS split,
  CAST(5 + 3000 * ftext_unit(n, 'a') * ftext_unit(n, 'b')
    * ftext_unit(n, 'c') AS INTEGER) AS token_count
FROM (SELECT n, CAST(1000 * ftext_unit(n, 'x') * ftext_unit(n, 'y') AS INTEGER)
  AS class FROM number);
