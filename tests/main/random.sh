#!/bin/bash
# Random sets that grow twice: each time every row is accounted for, every
# class of two prompts is in both files, and what was decided stays.
set -eu

cd "$ROOT"
for seed in 1 2 3 4 5 6 7 8; do
  database=$WORK/$seed.db
  $SQLITE3 "$database" 'CREATE TABLE tagged (id, prompt, label);
    CREATE TABLE old_map AS SELECT 0 AS label, 0, 0, 0;
    CREATE TABLE old_split AS SELECT 0 AS fingerprint, 0, 0'
  for round in 1 2 3; do
    # Few classes with many rows, many with few; texts repeat and conflict.
    $SQLITE3 -batch -bail -cmd ".load $FTEXT" "$database" >"$WORK/out" <<SQL
INSERT INTO tagged
WITH RECURSIVE n(i) AS (
  VALUES (1) UNION ALL SELECT i + 1 FROM n LIMIT 20 * $seed)
SELECT i + 1000 * $round,
  'text ' || CAST(ftext_unit(i, 'text $seed $round') * 200 * $seed AS INTEGER),
  'class ' || CAST(ftext_unit(i, 'a $seed $round')
    * ftext_unit(i, 'b $seed $round') * 6 * ($seed + $round) AS INTEGER)
FROM n;
SQL
    # A new conflict may take away the one prompt that a class had in valid:
    # then the set is refused until that class is split anew.
    for attempt in 1 2; do
      status=0
      tests/main/job "$database" "$WORK/$seed" >"$WORK/shown" 2>&1 || status=$?
      if ! grep '^  DELETE' "$WORK/shown" >"$WORK/mend"; then break; fi
      echo "seed $seed, round $round, attempt $attempt: mending a class"
      {
        echo '.read sql/prepare.sql'
        cat "$WORK/mend"
        echo 'DELETE FROM old_split WHERE fingerprint NOT IN
          (SELECT fingerprint FROM prompt_split);'
      } | $SQLITE3 -batch -cmd ".load $FTEXT" "$database" \
        >/dev/null 2>&1 || true
    done
    if [ "$status" -ne 0 ]; then
      echo "seed $seed, round $round"
      cat "$WORK/shown"
      exit 1
    fi
    $SQLITE3 -batch -bail -cmd ".load $FTEXT" "$database" >"$WORK/is" <<SQL
SELECT 'forgotten or changed',
  (SELECT count(*) FROM (
    SELECT * FROM old_map WHERE label <> 0 EXCEPT SELECT * FROM class_map)),
  (SELECT count(*) FROM (
    SELECT * FROM old_split WHERE fingerprint <> 0
    EXCEPT SELECT * FROM prompt_split));
DROP TABLE old_map;
DROP TABLE old_split;
CREATE TABLE old_map AS SELECT * FROM class_map;
CREATE TABLE old_split AS SELECT * FROM prompt_split;
CREATE TEMP TABLE clean AS
SELECT prompt, min(label) AS label FROM tagged GROUP BY prompt
HAVING count(DISTINCT label) = 1;
CREATE TEMP TABLE class AS
SELECT label FROM clean GROUP BY label HAVING count(*) > 1;
SELECT 'classes', count(*) FROM class;
SELECT 'prompts', count(*) FROM clean JOIN class USING (label);
SQL
    tests/main/guarantees "$WORK/$seed" >"$WORK/files"
    classes=$(sed -n 's/^classes|//p' "$WORK/is")
    {
      echo 'forgotten or changed|0|0'
      echo "classes|$classes"
      echo "prompts|$(sed -n 's/^records \([0-9]*\)$/\1/p' "$WORK/files")"
    } | diff -u - "$WORK/is"
    for line in "classes in train $classes" "classes in valid $classes" \
      "classes in both $classes" "first tokens $classes" 'prompts twice 0'; do
      grep -qx "$line" "$WORK/files" || {
        echo "seed $seed, round $round, not so: $line"
        exit 1
      }
    done
    # Rows read are rows kept and each reason, by the summary's own figures.
    awk '/^rows read/ { left = $3; counts = 1; next }
      /^rows kept/ { left -= $3; counts = 0 }
      counts { sub(/ *\(.*/, ""); left -= $NF }
      END { exit left != 0 }' "$WORK/shown"
  done
done
