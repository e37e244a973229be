#!/bin/bash
# Rows of one group stay together, and the classes are in both files still.
set -eu

$SQLITE3 -bail "$WORK/tags.db" <"$ROOT/sql/demo_data.sql"
$SQLITE3 -bail "$WORK/tags.db" <<'SQL'
CREATE VIEW tagged AS
SELECT t.id, t.prompt, coalesce(a.label, t.label) AS label, customer AS grp
FROM tags_raw AS t LEFT JOIN label_alias AS a ON a.variant = t.label;
SQL
cd "$ROOT"
run() {
  tests/main/job "$WORK/tags.db" "$1" >"$WORK/shown" || {
    cat "$WORK/shown"
    exit 1
  }
  $SQLITE3 -list "$WORK/tags.db" 'SELECT count(*) FROM (SELECT 1 FROM
    prompt_split GROUP BY key HAVING count(DISTINCT split) > 1)' | grep -x 0
}
run "$WORK/tags"
tests/main/guarantees "$WORK/tags" >"$WORK/is"
both=$(sed -n 's/^classes in both //p' "$WORK/is")
grep -x "classes in train $both" "$WORK/is"
grep -x "classes in valid $both" "$WORK/is"
[ "$both" -ge 84 ]
$SQLITE3 "$WORK/tags.db" "SELECT count(*) FROM (SELECT key FROM prompt_split
  WHERE key LIKE 'c%' AND length(key) = 5 GROUP BY key HAVING count(*) > 1)" |
  awk '$1 < 500 { print "too few groups to show anything"; exit 1 }'

# A known customer writes about something new: the customer stays.
$SQLITE3 -bail "$WORK/tags.db" <<'SQL'
CREATE TABLE old AS SELECT * FROM prompt_split;
-- An old prompt is found again, before the old one, from someone else.
INSERT INTO tags_raw (id, prompt, label, customer)
SELECT -id, prompt, label, 'c9999' FROM tags_raw
WHERE customer IS NOT NULL AND label > '' AND id % 10 = 0;
INSERT INTO tags_raw (prompt, label, customer)
SELECT 'About that: ' || prompt, 'follow-up', customer FROM tags_raw
WHERE customer IS NOT NULL AND id % 200 = 0;
SQL
run "$WORK/tags"
$SQLITE3 -list "$WORK/tags.db" 'SELECT count(*) FROM (
  SELECT * FROM old EXCEPT SELECT * FROM prompt_split)' | grep -x 0

# Groups that are named only now, for prompts that have their split already:
# a group that would be torn is refused, none is moved.
$SQLITE3 -bail "$WORK/late.db" "CREATE TABLE tagged AS
  WITH RECURSIVE n(id) AS (
    VALUES (1) UNION ALL SELECT id + 1 FROM n LIMIT 40)
  SELECT id, 'prompt ' || id AS prompt, 'class ' || (id % 2) AS label FROM n"
tests/main/job "$WORK/late.db" "$WORK/late" >/dev/null
cp "$WORK/late_valid.jsonl" "$WORK/before.jsonl"
$SQLITE3 -bail "$WORK/late.db" "ALTER TABLE tagged ADD COLUMN grp;
  UPDATE tagged SET grp = id"
tests/main/job "$WORK/late.db" "$WORK/late" >/dev/null
cmp "$WORK/late_valid.jsonl" "$WORK/before.jsonl"
$SQLITE3 -bail "$WORK/late.db" "UPDATE tagged SET grp = id % 4"
if tests/main/job "$WORK/late.db" "$WORK/late" >"$WORK/shown" 2>&1; then
  echo 'a group was torn, and the files were written'
  exit 1
fi
grep '^error group_leak' "$WORK/shown"
cmp "$WORK/late_valid.jsonl" "$WORK/before.jsonl"

# A group follows the cuts of all its classes: where a rare one needs two of
# its few groups in valid, they go there with the frequent class as well.
$SQLITE3 -bail "$WORK/wide.db" "CREATE TABLE tagged AS
  WITH RECURSIVE n(id) AS (
    VALUES (1) UNION ALL SELECT id + 1 FROM n LIMIT 60)
  SELECT id, 'rare ' || id AS prompt, 'rare ' || (id % 15) AS label,
    'group ' || id AS grp FROM n
  UNION ALL SELECT 100 + id, 'big ' || id, 'big', 'group ' || id FROM n"
tests/main/job "$WORK/wide.db" "$WORK/wide" '.parameter set @min 2' >/dev/null
$SQLITE3 -list -cmd ".load $FTEXT" "$WORK/wide.db" "
  SELECT count(*), min(valid) FROM (
    SELECT sum(split = 'valid') AS valid
    FROM tagged JOIN prompt_split ON ftext_fingerprint(prompt) = fingerprint
    GROUP BY label)" | grep -x '16|2'
