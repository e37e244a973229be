#!/bin/bash
# With @near 'group' no near duplicates are in two files, by the exact
# similarity of what was written; nothing is lost by it, groups of the user's
# stay together as well, and what was split before stays where it was.
set -eu

cd "$ROOT"
job() { tests/main/job "$@" >"$WORK/shown" || { cat "$WORK/shown"; exit 1; }; }
group='.parameter set @near group'
straddling() { # STEM: pairs of near duplicates in two files
  $SQLITE3 -batch -list -cmd ".load $FTEXT" -cmd "
    CREATE TABLE line AS
    SELECT 'train' AS split, record FROM ftext_read_jsonl('$1_train.jsonl')
    UNION ALL SELECT 'valid', record FROM ftext_read_jsonl('$1_valid.jsonl')" \
    -cmd "CREATE TEMP VIEW texts AS SELECT rowid AS id, replace(
      json_extract(record, '\$.prompt'), char(10, 10) || '###' || char(10, 10),
      '') AS text FROM line" \
    -cmd '.read sql/near_duplicates.sql' :memory: "
    SELECT count(*) FROM near_duplicate_pairs
      JOIN line AS x ON x.rowid = a JOIN line AS y ON y.rowid = b
    WHERE x.split <> y.split"
}
accounted() {
  awk '/^rows read/ { left = $3; counts = 1; next }
    /^rows kept/ { left -= $3; counts = 0 }
    counts { sub(/ *\(.*/, ""); left -= $NF }
    END { exit left != 0 }' "$WORK/shown"
}

$SQLITE3 -bail "$WORK/demo.db" <sql/demo_data.sql
view='CREATE TEMP VIEW tagged AS SELECT t.id, t.prompt,
  coalesce(a.label, t.label) AS label FROM demo.tags_raw AS t
  LEFT JOIN demo.label_alias AS a ON a.variant = t.label'
demo=("ATTACH '$WORK/demo.db' AS demo" "$view")
job :memory: "$WORK/report" "${demo[@]}"
grep -A 1 '^warning near_leak: .* 252 of 5065 rows' "$WORK/shown" |
  grep -x '  to keep them together: .parameter set @near group'
[ "$(straddling "$WORK/report")" -gt 100 ]
job :memory: "$WORK/off" "${demo[@]}" '.parameter set @near off'
if grep 'near_leak\|near dupl' "$WORK/shown"; then exit 1; fi
cmp "$WORK/off_valid.jsonl" "$WORK/report_valid.jsonl"

job :memory: "$WORK/group" "${demo[@]}" "$group"
if grep 'near_leak\|both files' "$WORK/shown"; then exit 1; fi
grep '^  near duplicates  *9[0-9][0-9]  (3[0-9][0-9] groups)$' "$WORK/shown"
[ "$(straddling "$WORK/group")" = 0 ]
accounted
tests/main/guarantees "$WORK/group" >"$WORK/is"
grep -x 'classes in both 87' "$WORK/is"
grep -x 'records 5065' "$WORK/is"

# Groups and near duplicates are one relation: 1 is like 2, whose customer
# wrote 3, which is like 4; all four stay together, thirty times.
chain="CREATE TABLE tagged AS
  WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n LIMIT 30),
  word(i, text) AS (SELECT i, substr(hex(ftext_fingerprint(i)), 1, 40)
    FROM (SELECT i FROM n UNION ALL SELECT i + 100 FROM n))
  SELECT n.i * 4 + 1 AS id, text AS prompt, 'a' AS label, NULL AS grp
    FROM n JOIN word USING (i)
  UNION ALL SELECT n.i * 4 + 2, text || '.', 'b', 'customer ' || n.i
    FROM n JOIN word USING (i)
  UNION ALL SELECT n.i * 4 + 3, text, 'a', 'customer ' || n.i
    FROM n JOIN word ON word.i = n.i + 100
  UNION ALL SELECT n.i * 4 + 4, text || '!', 'b', 'other ' || n.i
    FROM n JOIN word ON word.i = n.i + 100"
splits="SELECT count(*), sum(low <> high), count(DISTINCT low) FROM (
  SELECT min(split) AS low, max(split) AS high
  FROM tagged JOIN prompt_split ON ftext_fingerprint(prompt) = fingerprint
  GROUP BY (id - 1) / 4)"
read_splits() { $SQLITE3 -list -cmd ".load $FTEXT" "$1" "$splits"; }
for near in report group; do
  job "$WORK/$near.db" "$WORK/$near" "$chain" ".parameter set @near $near"
  read_splits "$WORK/$near.db" >"$WORK/$near.is"
done
grep -x '30|0|2' "$WORK/group.is"
awk -F '|' '$2 < 5 { print "report keeps them together too"; exit 1 }' \
  "$WORK/report.is"

# More rows: a new near duplicate goes where the old one is, in both files.
$SQLITE3 -cmd ".load $FTEXT" "$WORK/group.db" "
  CREATE TABLE old AS SELECT * FROM prompt_split;
  INSERT INTO tagged SELECT id, prompt || '?', label, NULL FROM tagged"
job "$WORK/group.db" "$WORK/group" "$group"
kept="SELECT count(*) FROM (
  SELECT * FROM old EXCEPT SELECT * FROM prompt_split)"
read_splits "$WORK/group.db" | grep -x '30|0|2'
$SQLITE3 "$WORK/group.db" "$kept" | grep -x 0
[ "$(straddling "$WORK/group")" = 0 ]

# Prompts that were split apart stay apart, which is said, and counted; the
# statement that is shown lets them be split anew.
$SQLITE3 "$WORK/report.db" 'CREATE TABLE old AS SELECT * FROM prompt_split;
  INSERT INTO tagged SELECT -id, prompt || id, label, NULL FROM tagged'
job "$WORK/report.db" "$WORK/report" "$group"
$SQLITE3 "$WORK/report.db" "$kept" | grep -x 0
torn=$(awk -F '|' '{ print $2 }' "$WORK/report.is")
grep "^warning: [0-9]* prompts in $torn groups of near duplicates are in both" \
  "$WORK/shown"
accounted
{
  echo '.read sql/prepare.sql'
  grep '^  DELETE' "$WORK/shown"
  echo '.read sql/prepare.sql'
} | $SQLITE3 -batch -bail -cmd ".load $FTEXT" -cmd "$group" \
  -cmd ".parameter set @stem '$WORK/report'" "$WORK/report.db" >"$WORK/both"
[ "$(grep -c '^warning: .* groups of near' "$WORK/both")" = 1 ]
[ "$(straddling "$WORK/report")" = 0 ]

# A class whose prompts are all alike cannot be in both files; it is counted.
alike="CREATE TABLE tagged AS
  SELECT key AS id, value || key AS prompt, 'class ' || (key % 2) AS label
  FROM json_each('[\"one\",\"two\",\"six\",\"ten\",\"red\",\"tea\",\"sea\",
    \"bay\",\"sky\",\"fog\"]')
  UNION ALL SELECT 20 + key, 'The delivery is far too late' || value, 'late'
  FROM json_each('[\"\",\".\",\"!\",\"!!\"]')"
job :memory: "$WORK/alike" "$alike" "$group"
grep -x 'class with one group, left out: late' "$WORK/shown"
grep -x '  only one of its class            4  (1 classes)' "$WORK/shown"
accounted
job :memory: "$WORK/alike" "$alike" "$group" '.parameter set @single train'
grep -x 'class with one group, in train alone: late' "$WORK/shown"
[ "$(grep -c 'far too late' "$WORK/alike_train.jsonl")" = 4 ]

for wrong in '@near both' '@similarity 0' '@similarity 80'; do
  if tests/main/job :memory: "$WORK/wrong" "$alike" ".parameter set $wrong" \
    >"$WORK/shown" 2>&1; then exit 1; fi
  grep -F "${wrong% *} is " "$WORK/shown"
done
# Less alike is asked for, more is found.
job :memory: "$WORK/group" "${demo[@]}" "$group" \
  '.parameter set @similarity 0.6'
awk '$1 == "near" && $3 < 1000 { exit 1 }' "$WORK/shown"
