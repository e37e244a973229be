#!/bin/bash
# Processes that write the same files at the same time leave the files of one
# of them, whole, and nothing else; who reads meanwhile reads whole files.
# shellcheck source=/dev/null
. "$ROOT/tests/file/lib.bash"

for version in 1 2; do
  export_sql '{split}.jsonl' "SELECT $version AS version, value AS i,
    iif(value % 2, 'odd', 'even') AS split, printf('%.50c', 'x') AS text
    FROM generate_series(1, 4000)" >$version.sql
  sql "$(cat $version.sql)" >/dev/null
  mv odd.jsonl odd.$version
  mv even.jsonl even.$version
  for ((i = 0; i < 10; i++)); do cat $version.sql; done >$version.many
done
cp odd.1 odd.jsonl

for version in 1 2; do
  sql "$(cat $version.many)" >$version.out &
done
for ((i = 0; i < 20; i++)); do
  cp odd.jsonl seen
  cmp -s seen odd.1 || cmp -s seen odd.2 ||
    expect 'what is read meanwhile is whole' yes no
done
wait
for split in odd even; do
  cmp -s $split.jsonl $split.1 || cmp -s $split.jsonl $split.2 ||
    expect "$split.jsonl is whole" yes no
done
expect 'all succeeded' 20 "$(cat 1.out 2.out | grep -c '^{"rows":4000,')"
expect 'nothing is left' '' "$(find . -name '*.ftext-*')"

# Begun at the same moment, again and again: each leaves whole files alone.
whole=0
for ((i = 0; i < 40; i++)); do
  rm -f odd.jsonl even.jsonl
  for version in 1 2; do
    $SQLITE3 -batch -cmd ".load $FTEXT" <$version.sql >/dev/null 2>&1 &
  done
  wait
  for split in odd even; do
    if cmp -s $split.jsonl $split.1 || cmp -s $split.jsonl $split.2; then
      whole=$((whole + 1))
    fi
  done
  expect "round $i: nothing is left" '' "$(find . -name '*.ftext-*')"
done
expect 'whole files' 80 $whole
finish
