-- sql/near_duplicates.sql on rows that can be read.
CREATE TABLE doc (id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO doc VALUES
  (1, 'My new card has not arrived yet, what should I do?'),
  (2, 'my new card has not arrived yet,  what should I do?'),
  (3, 'My new card has not arrived yet, what should I do now?'),
  (4, 'My new card hasn''t arrived yet, what should I do now?'),
  (10, 'MY NEW CARD HAS NOT ARRIVED YET, WHAT SHOULD I DO?'),
  (11, 'How do I change my PIN?'),
  (12, 'yes'), (13, 'Yes '), (14, 'no'),
  (15, NULL), (16, NULL), (17, ''), (18, '  ');
CREATE TEMP VIEW texts AS SELECT id, body AS text FROM doc;
.read sql/near_duplicates.sql
SELECT a, b, round(similarity, 4) FROM near_duplicate_pairs ORDER BY a, b;
SELECT id, representative FROM near_duplicate_groups ORDER BY id;
SELECT typeof(id), typeof(representative), count(*)
FROM near_duplicate_groups GROUP BY 1, 2;
-- Another threshold, and a second run in the same session.
.parameter set @similarity 0.9
.read sql/near_duplicates.sql
SELECT a, b, round(similarity, 4) FROM near_duplicate_pairs ORDER BY a, b;
SELECT group_concat(id) FROM (SELECT * FROM near_duplicate_groups ORDER BY id)
WHERE representative = 1;
-- Nothing else stays.
SELECT name FROM temp.sqlite_schema WHERE type = 'table' AND name LIKE 'near%'
ORDER BY name;

-- Ids that are texts.
DROP VIEW texts;
CREATE TEMP VIEW texts AS SELECT 'row ' || id AS id, body AS text FROM doc;
.read sql/near_duplicates.sql
SELECT a, b FROM near_duplicate_pairs ORDER BY a, b;
SELECT group_concat(id, ';') FROM
  (SELECT * FROM near_duplicate_groups ORDER BY id)
WHERE representative = 'row 1';

-- A hundred copies are a star of 99 pairs, not 4,950.
DROP VIEW texts;
CREATE TEMP VIEW texts AS WITH RECURSIVE n(id) AS (
  SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 100)
SELECT id, 'Please cancel my order' AS text FROM n;
.read sql/near_duplicates.sql
SELECT count(*), min(a), max(a), min(similarity) FROM near_duplicate_pairs;
SELECT count(*), count(DISTINCT representative) FROM near_duplicate_groups;
