-- sql/near_duplicates.sql on rows that can be read, then on many.
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

-- A thousand copies are a star of 999 pairs, not 499,500.
DROP VIEW texts;
CREATE TEMP VIEW texts AS WITH RECURSIVE n(id) AS (
  SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 1000)
SELECT id, 'Please cancel my order' AS text FROM n;
.read sql/near_duplicates.sql
SELECT count(*), min(a), max(a), min(similarity) FROM near_duplicate_pairs;
SELECT count(*), count(DISTINCT representative) FROM near_duplicate_groups;

-- Generated sentences in many versions, held against all pairs.  What is
-- found is found with its exact similarity, and at least 0.94 of what there
-- is at 0.8 and above is found.
DROP VIEW texts;
CREATE TABLE word AS SELECT key AS number, value AS word FROM json_each(
  '["card","order","refund","account","payment","invoice","delivery","parcel",
    "password","transfer","limit","top-up","exchange","rate","cash","fee",
    "statement","address","receipt","voucher","branch","merchant","balance"]');
CREATE TABLE generated AS
WITH RECURSIVE n(id) AS (
  SELECT 0 UNION ALL SELECT id + 1 FROM n WHERE id < 349),
drawn AS (
  SELECT id, id % 7 AS version, id / 7 * 7919 AS x FROM n)
SELECT id, CASE version WHEN 5 THEN 'hi, ' ELSE '' END || 'why is the '
  || (SELECT word FROM word WHERE number = x % 23) || ' of my '
  || (SELECT word FROM word WHERE number = x / 23 % 23)
  || CASE version WHEN 1 THEN ' is not there, and the '
    WHEN 2 THEN ' isn''t there and the ' ELSE ' is not there and the ' END
  || (SELECT word FROM word
      WHERE number = (x / 529 + (version = 3)) % 23)
  || CASE version WHEN 4 THEN ' was wrong' ELSE ' wrong' END
  || CASE version WHEN 6 THEN ' again, please help' ELSE '' END AS text
FROM drawn;
CREATE TEMP VIEW texts AS SELECT id, text FROM generated;
.parameter clear
.read sql/near_duplicates.sql
CREATE TABLE exact AS
SELECT p.id AS a, q.id AS b, ftext_similarity(p.text, q.text) AS similarity
FROM generated AS p JOIN generated AS q ON q.id > p.id
WHERE ftext_similarity(p.text, q.text) >= 0.8;
SELECT count(*) > 200 FROM exact WHERE similarity < 1;
SELECT count(*) FROM (SELECT * FROM near_duplicate_pairs
  EXCEPT SELECT * FROM exact);
SELECT (SELECT count(*) FROM near_duplicate_pairs) >=
  0.94 * (SELECT count(*) FROM exact);
-- The groups are closed under the pairs, and hold nobody else.
SELECT count(*) FROM near_duplicate_pairs AS p
  JOIN near_duplicate_groups AS x ON x.id = p.a
  JOIN near_duplicate_groups AS y ON y.id = p.b
WHERE x.representative <> y.representative;
SELECT count(*) FROM near_duplicate_groups
WHERE id <> representative AND id NOT IN
  (SELECT a FROM near_duplicate_pairs UNION SELECT b FROM near_duplicate_pairs);
SELECT count(*), sum(representative > id) FROM near_duplicate_groups;
