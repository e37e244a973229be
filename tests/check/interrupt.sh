#!/bin/bash
# A survey of many rows stops when it is interrupted, in every pass.
set -u
if [ -n "$EXTRA_FLAGS" ]; then
  echo "because python is not built with $EXTRA_FLAGS"
  exit 77
fi
python=
for candidate in python3 /usr/bin/python3; do
  if $candidate - 2>/dev/null <<'PYTHON'; then
import sqlite3
sqlite3.connect(":memory:").enable_load_extension(True)
PYTHON
    python=$candidate
    break
  fi
done
[ -n "$python" ] || {
  echo "because no python3 can load extensions"
  exit 77
}
exec "$python" - <<'PYTHON'
import os
import sqlite3
import sys

db = sqlite3.connect(":memory:")
db.enable_load_extension(True)
db.load_extension(os.environ["FTEXT"])
db.execute("""CREATE TABLE dataset AS
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3000)
  SELECT i AS id, 'prompt ' || (i * 7919 % 3001) AS prompt, i % 5 AS label,
    i % 5 AS completion, i % 2 AS split, i % 100 AS "group" FROM n""")
survey = "SELECT count(*) FROM ftext_check('dataset')"


def calls_of(limit):
    """Runs the survey, interrupted at that call of the progress handler."""
    calls = 0

    def progress():
        nonlocal calls
        calls += 1
        return calls == limit

    db.set_progress_handler(progress, 1000)
    try:
        db.execute(survey).fetchall()
        return calls, None
    except sqlite3.OperationalError as error:
        return calls, str(error)


total, error = calls_of(-1)
if error or total < 40:
    sys.exit(f"{total} calls, {error}")
for limit in range(1, total, max(1, total // 40)):
    calls, error = calls_of(limit)
    if error != "interrupted" or calls != limit:
        sys.exit(f"at call {limit} of {total}: {error}, {calls} calls")
PYTHON
