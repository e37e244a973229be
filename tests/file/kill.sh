#!/bin/bash
# An export killed at a random moment leaves the whole old file or the whole
# new one, 200 times: 100 times one file, 100 times two files together.
# shellcheck source=/dev/null
. "$ROOT/tests/file/lib.bash"

query="WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n
  WHERE i < 6000) SELECT i, 'VERSION' AS version,
  iif(i % 5 = 0, 'valid', 'train') AS split, printf('%.80c', 'x') AS text
  FROM n"

for version in a b; do
  export_sql one.jsonl "${query/VERSION/$version}" >one.$version.sql
  export_sql '{split}.jsonl' "${query/VERSION/$version}" >two.$version.sql
done
start=$(date +%s%N)
for version in a b; do
  for kind in one two; do
    $SQLITE3 -batch -cmd ".load $FTEXT" <$kind.$version.sql >/dev/null
  done
  for file in one train valid; do
    cp "$file.jsonl" $file.$version.whole
  done
done
# Of one export, in microseconds; delays reach a little beyond it.
duration=$((($(date +%s%N) - start) / 4000))

before=0 during=0 between=0 after=0
versions=(a b)
for ((i = 0; i < 200; i++)); do
  kind="one" files=("one")
  if ((i % 2)); then kind=two files=(train valid); fi
  old=${versions[$((i / 2 % 2))]} new=${versions[$((1 - i / 2 % 2))]}
  for file in "${files[@]}"; do
    cp "$file.$old.whole" "$file.jsonl"
  done
  rm -f ./*.ftext-*
  $SQLITE3 -batch -cmd ".load $FTEXT" <"$kind.$new.sql" >/dev/null 2>&1 &
  sleep "$(printf '0.%06d' $((RANDOM * duration * 3 / 65536)))"
  kill -9 $! 2>/dev/null
  wait $! 2>/dev/null
  count=0
  for file in "${files[@]}"; do
    if cmp -s "$file.jsonl" "$file.$new.whole"; then
      count=$((count + 1))
    elif ! cmp -s "$file.jsonl" "$file.$old.whole"; then
      expect "run $i: $file.jsonl is whole" yes no
    fi
  done
  if [ $count -eq ${#files[@]} ]; then
    after=$((after + 1))
  elif [ $count -gt 0 ]; then
    between=$((between + 1))
  elif [ -n "$(find . -name '*.ftext-*')" ]; then
    during=$((during + 1))
  else
    before=$((before + 1))
  fi
done
echo "killed before the file was begun: $before," \
  "while it was written: $during, between two renames: $between, behind: $after"
expect 'some were killed while writing' yes \
  "$([ $during -gt 0 ] && echo yes)"

# What they left goes with the next export.
for kind in one two; do
  $SQLITE3 -batch -cmd ".load $FTEXT" <$kind.a.sql >/dev/null
done
expect 'nothing is left' '' \
  "$(find . -name '*.ftext-*' ! -name '*.ftext-old-*')"
finish
