#!/bin/bash
# Debian's python3 with its module sqlite3 agrees with the shell.
set -u

python=/usr/bin/python3
loads='import sqlite3; sqlite3.Connection.enable_load_extension'
if ! $python -c "$loads" >/dev/null 2>&1; then
  echo "skipped because $python has no module sqlite3 that loads extensions"
  exit 77
fi
"$ROOT/tests/hosts/host" $python "$ROOT/tests/hosts/python.py" sqlite3
