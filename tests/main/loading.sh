#!/bin/bash
# The programs of docs/loading.md run as they stand; prepare.sql gives the same
# files from Python as from the shell, and plan.sql runs there too.
set -eu

if [ -n "$EXTRA_FLAGS" ]; then
  echo "skipped because python is not built with $EXTRA_FLAGS"
  exit 77
fi
python=/usr/bin/python3
loads='import sqlite3; sqlite3.Connection.enable_load_extension'
if ! $python -c "$loads" 2>/dev/null; then
  echo "skipped because $python has no module sqlite3 that loads extensions"
  exit 77
fi
ln -s "$ROOT/sql" "$WORK/sql"
ln -s "$BUILD" "$WORK/build"
cd "$WORK"
$SQLITE3 -bail tags.db <sql/demo_data.sql
awk '/^```/ { inside = 0 }
  inside { print > ("program" number ".py") }
  /^```python$/ { inside = 1; number++ }' "$ROOT/docs/loading.md"

[ "$($python program1.py)" = 3 ]
if $python -c 'import apsw' 2>/dev/null; then $python program2.py; fi
$python program3.py >shown
tail -n 1 shown | grep '^tags_valid.jsonl: '

# plan.sql reads what prepare.sql left, in the same way.
cat sql/prepare.sql sql/plan.sql >both.sql
sed 's|sql/prepare.sql|both.sql|' program3.py >program4.py
$python program4.py >shown
tail -n 1 shown | grep '^fine-tunes .* USD '

cd "$ROOT"
tests/main/job "$WORK/again.db" "$WORK/shell" \
  ".parameter set @valid 0.1" "ATTACH '$WORK/tags.db' AS tags" \
  'CREATE TEMP VIEW tagged AS SELECT id, prompt, label FROM tags.tags_raw' \
  >/dev/null
cmp "$WORK/tags_train.jsonl" "$WORK/shell_train.jsonl"
cmp "$WORK/tags_valid.jsonl" "$WORK/shell_valid.jsonl"
