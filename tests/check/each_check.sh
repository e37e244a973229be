#!/bin/bash
# Every check has a case: cases/<check>.sql.  Its lines are
#   -- options {...}          for ftext_check, in both parts; may be missing
#   -- above count|value|ids  then data of which the check finds that much
#   -- below                  then data just under the threshold
# Above, all fixes of the check are run, and the finding must be gone.
set -u
cases=$ROOT/tests/check/cases
failed=0

complain() {
  echo "$1: $2"
  failed=1
}

run() { $SQLITE3 -batch -bail -cmd ".load $FTEXT" "$WORK/$1.db" 2>&1; }

# findings DATABASE CHECK OPTIONS: what the check found there.
findings() {
  run "$1" <<SQL
SELECT sum(count), max(value), group_concat(examples, ' ') FROM
ftext_check('dataset', '$3') WHERE "check" = '$2' GROUP BY "check";
SQL
}

# fixes DATABASE CHECK OPTIONS: the SQL that mends it.
fixes() {
  run "$1" <<SQL
SELECT DISTINCT fix || ';' FROM ftext_check('dataset', '$3')
WHERE "check" = '$2' AND fix IS NOT NULL;
SQL
}

part() { awk -v part="$1" \
  '/^-- (above|below)/{ on = ($2 == part) } on' "$2"; }

one_check() {
  local check=$1 file=$cases/$1.sql options expected found
  [ -e "$file" ] || { complain "$check" "no case"; return; }
  options=$(sed -n "s/^-- options //p" "$file" | sed "s/'/''/g")
  options=${options:-{\}}
  expected=$(sed -n 's/^-- above //p' "$file")
  part above "$file" | run "above_$check" >"$WORK/error" ||
    complain "$check" "$(cat "$WORK/error")"
  part below "$file" | run "below_$check" >"$WORK/error" ||
    complain "$check" "$(cat "$WORK/error")"
  found=$(findings "above_$check" "$check" "$options")
  [ "$found" = "$expected" ] ||
    complain "$check" "found '$found', not '$expected'"
  found=
  if part below "$file" | grep -q '^CREATE'; then
    found=$(findings "below_$check" "$check" "$options")
  fi
  [ -z "$found" ] || complain "$check" "found '$found' below its threshold"
  fixes "above_$check" "$check" "$options" >"$WORK/fix.sql"
  [ -s "$WORK/fix.sql" ] || return
  run "above_$check" <"$WORK/fix.sql" >"$WORK/error" ||
    complain "$check" "fix: $(cat "$WORK/error" "$WORK/fix.sql")"
  found=$(findings "above_$check" "$check" "$options")
  [ -z "$found" ] ||
    complain "$check" "still found '$found' after $(cat "$WORK/fix.sql")"
}

for check in $(run none <<<'SELECT "check" FROM ftext_checks'); do
  one_check "$check"
done
for file in "$cases"/*.sql; do
  [ -e "$WORK/above_$(basename "$file")" ] ||
    [ -e "$WORK/above_$(basename "$file" .sql).db" ] ||
    complain "$file" "a case of no check"
done
exit $failed
