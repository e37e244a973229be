#!/bin/bash
# Whatever stands where in a record: it is read or refused by name, and what
# is written again says the same; a valid record is read, and what is written
# of it is valid.
set -eu
cd "$ROOT"
database=$WORK/mutants.db
sql() {
  $SQLITE3 -batch -cmd ".load $FTEXT" "$@" "$database"
}

sql -bail <tests/record/mutants.sql
# A statement for each, since an error ends a statement.
sql -bail >"$WORK/statements" <<'SQL'
SELECT printf('UPDATE mutant SET messages = ftext_messages(record, target)
 WHERE id = %d;
UPDATE mutant SET again = ftext_record(target, messages)
 WHERE id = %d AND messages IS NOT NULL;', id, id) FROM mutant;
SQL
{
  echo "BEGIN;"
  cat "$WORK/statements"
  echo "COMMIT;"
} | sql 2>"$WORK/errors" || true

# Which breaches there are: none.
sql -bail >"$WORK/found" <<'SQL'
CREATE TABLE valid AS
  SELECT * FROM mutant WHERE ftext_validate(record, target) IS NULL;
SELECT 'valid, but not read', target, record FROM valid
 WHERE messages IS NULL AND target NOT IN ('cohere-rerank',
   'axolotl-segments', 'axolotl-tokens')
   AND NOT (target = 'trl-implicit-preference-chat' AND
            json_array_length(record -> 'chosen') > 1);
SELECT 'valid, but written invalid', target, record, again FROM valid
 WHERE ftext_validate(again, target) IS NOT NULL;
-- No parts are an empty text, a reply that is a text gets the number of its
-- call, and a label has a default.
SELECT 'written otherwise', target, record, again FROM mutant
 WHERE ftext_messages(again, target) <>
       replace(messages, '"content":[]', '"content":""')
   AND ftext_messages(again, target) <> messages
   AND NOT (target = 'sharegpt' AND messages LIKE '%"tool","content":[]%')
   AND NOT (target LIKE 'trl-unpaired%' AND record -> 'label' IS NULL);
SQL
grep -vE 'error near line [0-9]+: ftext_(messages|record): [a-z]' \
  "$WORK/errors" >>"$WORK/found" || true
if [ -s "$WORK/found" ]; then
  wc -l <"$WORK/found"
  cut -c 1-600 "$WORK/found" | head -n 20
  exit 1
fi

# There was something to find.
counts=$(sql -separator ' ' <<'SQL'
SELECT (SELECT count(*) > 12000 FROM mutant),
       (SELECT count(again) > 6000 FROM mutant),
       (SELECT count(again) > 1000 FROM valid);
SQL
)
errors=$(wc -l <"$WORK/errors")
if [ "$counts" != "1 1 1" ] || [ "$errors" -lt 4000 ]; then
  echo "too few mutants: $counts, $errors refused"
  exit 1
fi
