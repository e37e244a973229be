#!/bin/bash
# The example of every function gives the same in a UTF-16 database as in a
# UTF-8 one.
set -u

run() { $SQLITE3 -batch -list -cmd ".load $FTEXT" "$@" :memory: 2>&1; }

failed=0
for family in $(run <<<'SELECT DISTINCT family FROM ftext_functions'); do
  run <<<"SELECT rtrim(example, '; ') || ';' FROM ftext_functions
    WHERE family = '$family' AND flags LIKE 'DETERMINISTIC%'" \
    >"$WORK/script.sql"
  for encoding in UTF-8 UTF-16le UTF-16be; do
    run -cmd "PRAGMA encoding = '$encoding'" <"$WORK/script.sql" \
      >"$WORK/$encoding"
  done
  diff -u "$WORK/UTF-8" "$WORK/UTF-16le" || failed=1
  diff -u "$WORK/UTF-8" "$WORK/UTF-16be" || failed=1
done
exit $failed
