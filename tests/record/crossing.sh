#!/bin/bash
# Every conversation written for every target: a record or the reason why not;
# and what a record says, written for its target again, is that record.
set -eu
cd "$ROOT"
database=$WORK/crossing.db
sql() {
  $SQLITE3 -batch -cmd ".load $FTEXT" "$@" "$database"
}

sql -bail <tests/record/crossing.sql
# A statement for each, since an error ends a statement.
{
  echo "BEGIN;"
  sql -bail <<'SQL'
SELECT printf('UPDATE crossing SET record = ftext_record(target, messages)
 WHERE id = %d;
UPDATE crossing SET again = ftext_record(target, ftext_messages(record, target))
 WHERE id = %d AND record IS NOT NULL;', id, id) FROM crossing;
SQL
  echo "COMMIT;"
} >"$WORK/statements"
sql <"$WORK/statements" 2>"$WORK/errors" || true

sql -bail >"$WORK/found" <<'SQL'
SELECT 'written, but not again', target, messages, record FROM crossing
 WHERE record IS NOT NULL AND again IS NULL;
SELECT 'written otherwise', target, messages, record, again FROM crossing
 WHERE again <> record;
SELECT 'no JSON', target, messages, record FROM crossing
 WHERE record IS NOT NULL AND NOT json_valid(record);
SELECT 'nothing written', target FROM crossing
 WHERE target NOT IN ('cohere-rerank', 'axolotl-segments', 'axolotl-tokens')
 GROUP BY target HAVING count(record) = 0;
SQL
grep -vE 'error near line [0-9]+: ftext_(messages|record): [a-z]' \
  "$WORK/errors" >>"$WORK/found" || true
if [ -s "$WORK/found" ]; then
  wc -l <"$WORK/found"
  cut -c 1-700 "$WORK/found" | head -n 20
  exit 1
fi
