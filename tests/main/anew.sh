#!/bin/bash
# A class whose prompts in valid all got another label: what is left stays in
# train, so nothing is written and the old files stay, until the user lets the
# class be split anew by the statement that the error shows.
set -eu

$SQLITE3 -bail "$WORK/tags.db" "CREATE TABLE tagged AS
  WITH RECURSIVE n(id) AS (
    VALUES (1) UNION ALL SELECT id + 1 FROM n LIMIT 40)
  SELECT id, 'prompt ' || id AS prompt,
    CASE id % 4 WHEN 0 THEN 'it''s rare' ELSE 'often' END AS label FROM n"
cd "$ROOT"
tests/main/job "$WORK/tags.db" "$WORK/tags" >/dev/null
cp "$WORK/tags_valid.jsonl" "$WORK/old_valid.jsonl"
$SQLITE3 -batch -bail -cmd ".load $FTEXT" "$WORK/tags.db" "
  CREATE TABLE old AS SELECT * FROM prompt_split;
  UPDATE tagged SET label = 'often' WHERE label LIKE '%rare'
    AND ftext_fingerprint(prompt) IN (
      SELECT fingerprint FROM prompt_split WHERE split = 'valid')"

if tests/main/job "$WORK/tags.db" "$WORK/tags" >"$WORK/refused" 2>&1; then
  echo 'a class was missing in valid, and the files were written'
  exit 1
fi
grep -F "error class_absent: class 'it's rare' has no row in split 'valid'" \
  "$WORK/refused"
cmp "$WORK/tags_valid.jsonl" "$WORK/old_valid.jsonl"

{
  echo '.read sql/prepare.sql'
  grep '^  DELETE' "$WORK/refused"
  echo '.read sql/prepare.sql'
} | $SQLITE3 -batch -cmd ".load $FTEXT" \
  -cmd ".parameter set @stem '$WORK/tags'" "$WORK/tags.db" \
  >"$WORK/shown" 2>&1 || true
tail -n 2 "$WORK/shown" | grep -F "tags_valid.jsonl: "
tests/main/guarantees "$WORK/tags" | grep -x 'classes in both 2'
$SQLITE3 "$WORK/tags.db" "SELECT count(*) FROM (
  SELECT fingerprint, split FROM old EXCEPT
  SELECT fingerprint, split FROM prompt_split)" |
  awk '$1 > 1 { print "more than the one prompt moved"; exit 1 }'
