-- Generation: every completion is another one.
CREATE TABLE dataset AS
WITH RECURSIVE number (n) AS (
  VALUES (0) UNION ALL SELECT n + 1 FROM number WHERE n < 199
)
SELECT n AS id, 'Tell me about ' || ftext_unit(n, 'topic') || ' ->' AS prompt,
  ' It is ' || ftext_unit(n, 'answer') || ', as is known.' || char(10)
    AS completion,
  CASE WHEN n % 4 = 0 THEN 'valid' ELSE 'train' END AS split
FROM number;
