#!/bin/bash
# The example of every function and table runs without an error, one session
# for each family, in an empty directory.
set -u

run() { $SQLITE3 -batch -bail -list -cmd ".load $FTEXT" "$@" :memory:; }

failed=0
for family in $(run <<<'SELECT DISTINCT family FROM ftext_functions'); do
  mkdir "$WORK/$family"
  cd "$WORK/$family" || exit 1
  run <<<"SELECT rtrim(example, '; ') || ';' FROM ftext_functions
    WHERE family = '$family'" >"$WORK/$family.sql"
  if ! run -cmd '.echo on' <"$WORK/$family.sql" >"$WORK/out" 2>&1; then
    tail -n 5 "$WORK/out"
    failed=1
  fi
done
exit $failed
