-- Chains, rings, loners; numbers are ordered as numbers, before texts.
SELECT ftext_components(column1, column2) FROM (VALUES
  (10, 9), (9, 100), (100, 10), (7, NULL), (NULL, 8), (3, 3), ('b', 'a'),
  ('a', 20), ('z', NULL), ('é', 'Z'), (NULL, NULL));
SELECT ftext_components(1, 2) WHERE 0;
SELECT ftext_components(NULL, NULL);
-- 1, 1.0 and '1' are one id; it is a number if it came as one once.
SELECT ftext_components(column1, column2)
FROM (VALUES ('1', '2'), (1.0, NULL), ('10', '9'));
SELECT ftext_components('10', '9'), ftext_components(-5, '-6'),
  ftext_components(9223372036854775807, -9223372036854775807 - 1);
-- Ids are quoted as JSON; an empty one is an id.
SELECT ftext_components(column1, column2)
FROM (VALUES ('a"b', 'c\d'), ('', char(10)));
-- JSON that nests.
SELECT json_object('groups', ftext_components(1, 2));
-- The order of the rows does not matter, nor which side an id stands on.
WITH RECURSIVE edge(i, a, b) AS (
  SELECT 1, 7, 11 UNION ALL
  SELECT i + 1, i * 7919 % 1000, i * 104729 % 1500 FROM edge WHERE i < 700)
SELECT (SELECT ftext_components(a, b) FROM edge)
    = (SELECT ftext_components(b, a) FROM
        (SELECT a, b FROM edge ORDER BY i * 31337 % 997)),
  (SELECT ftext_components(a, b) FROM edge)
    = (SELECT ftext_components(CAST(a AS TEXT), b) FROM
        (SELECT a, b FROM edge UNION ALL SELECT b, a FROM edge));
-- Against the slow way: the smallest number that can be reached.
CREATE TABLE edge AS WITH RECURSIVE e(i) AS (
  SELECT 1 UNION ALL SELECT i + 1 FROM e WHERE i < 100)
SELECT i * 7919 % 200 AS a, i * 104729 % 211 AS b FROM e;
WITH RECURSIVE link(a, b) AS (
  SELECT a, b FROM edge UNION SELECT b, a FROM edge),
reach(node, other) AS (
  SELECT a, a FROM link UNION SELECT r.node, l.b FROM reach AS r
    JOIN link AS l ON l.a = r.other)
SELECT count(*), sum(value = smallest), count(DISTINCT value) FROM
  (SELECT node, min(other) AS smallest FROM reach GROUP BY node)
  JOIN json_each((SELECT ftext_components(a, b) FROM edge))
    ON key = CAST(node AS TEXT);
-- A long chain, and grouped.
WITH RECURSIVE e(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM e WHERE i < 5000)
SELECT count(*), count(DISTINCT value), max(value) FROM
  json_each((SELECT ftext_components(i + 1, i) FROM e));
SELECT a % 2, ftext_components(a, b) FROM
  (SELECT column1 AS a, column2 AS b FROM (VALUES (1, 3), (2, 4), (3, 5)))
GROUP BY 1;
.bail off
SELECT ftext_components(1.5, 1);
SELECT ftext_components(1, 9e999);
SELECT ftext_components(-9e999, 1);
SELECT ftext_components(1, x'31');
SELECT ftext_components(CAST(x'61ff' AS TEXT), 1);
SELECT ftext_components(column1, 1) FROM (VALUES (1), (x'00'), (3));
SELECT ftext_components(1, 2) OVER ();
CREATE TABLE long AS SELECT 'aaaaaaaaaa' AS a, 'bbbbbbbbbb' AS b;
.limit length 53
SELECT ftext_components(a, b) FROM long;
.limit length 52
SELECT ftext_components(a, b) FROM long;
