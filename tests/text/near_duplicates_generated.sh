#!/bin/bash
# sql/near_duplicates.sql on generated sentences in seven versions each, held
# against all pairs: what is found is found with its exact similarity, and at
# least 0.94 of what there is at 0.8 and above is found.
set -eu

$SQLITE3 -batch -bail -cmd ".load $FTEXT" >"$WORK/out" <<'END'
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
.read sql/near_duplicates.sql
CREATE TABLE exact AS
SELECT p.id AS a, q.id AS b, ftext_similarity(p.text, q.text) AS similarity
FROM generated AS p JOIN generated AS q ON q.id > p.id
WHERE ftext_similarity(p.text, q.text) >= 0.8;
SELECT 'there is enough to find', count(*) > 200 FROM exact
WHERE similarity < 1;
SELECT 'all is exact', count(*) = 0 FROM (SELECT * FROM near_duplicate_pairs
  EXCEPT SELECT * FROM exact);
SELECT 'enough is found', (SELECT count(*) FROM near_duplicate_pairs) >=
  0.94 * (SELECT count(*) FROM exact);
-- The groups are closed under the pairs, and hold nobody else.
SELECT 'groups are closed', count(*) = 0 FROM near_duplicate_pairs AS p
  JOIN near_duplicate_groups AS x ON x.id = p.a
  JOIN near_duplicate_groups AS y ON y.id = p.b
WHERE x.representative <> y.representative;
SELECT 'groups hold nobody else', count(*) = 0 FROM near_duplicate_groups
WHERE id <> representative AND id NOT IN
  (SELECT a FROM near_duplicate_pairs UNION SELECT b FROM near_duplicate_pairs);
SELECT 'everybody has one', count(*) = 350 AND min(representative <= id)
FROM near_duplicate_groups;
END
cat "$WORK/out"
[ "$(grep -c '|1$' "$WORK/out")" -eq 6 ]
