#!/bin/bash
# The lines of docs/split.md for Python and Node give the splits of SQL.
set -eu
keys="1 2 -7 user_1 ana@example.com Zoë 日本語 😀 9223372036854775807"
for i in $(seq 3 200); do keys="$keys $i"; done

expected=$(for key in $keys; do echo "SELECT '$key',
  ftext_split('$key', 'valid=0.2,train=0.8', 42) = 'valid',
  ftext_fold('$key', 5, 42);"; done |
  $SQLITE3 -batch -bail -separator ' ' -cmd ".load $FTEXT")

block() { # LANGUAGE: the fenced block in the page
  sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/p" "$ROOT/docs/split.md" | sed '1d;$d'
}

ran=0
if command -v python3 >/dev/null; then
  block python >"$WORK/split.py"
  [ -s "$WORK/split.py" ]
  cat >>"$WORK/split.py" <<'PYTHON'
import sys
for key in sys.argv[1:]:
    print(key, int(is_valid(key)), int(unit(key) * 5))
PYTHON
  # shellcheck disable=SC2086
  diff <(echo "$expected") \
    <(PYTHONIOENCODING=utf-8 python3 "$WORK/split.py" $keys)
  ran=1
fi
if command -v node >/dev/null; then
  block js >"$WORK/split.js"
  [ -s "$WORK/split.js" ]
  cat >>"$WORK/split.js" <<'NODE'
for (const key of process.argv.slice(2))
  console.log(key, Number(isValid(key)), Math.floor(unit(key) * 5))
NODE
  # shellcheck disable=SC2086
  diff <(echo "$expected") <(node "$WORK/split.js" $keys)
  ran=1
fi
[ $ran = 1 ] || { echo "neither python3 nor node is here"; exit 77; }
