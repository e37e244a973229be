#!/bin/bash
# Debian's python3 with the module apsw agrees with the shell.
set -u

python=/usr/bin/python3
loads='import apsw; apsw.Connection.enableloadextension'
if ! $python -c "$loads" >/dev/null 2>&1; then
  echo "skipped because $python has no module apsw that loads extensions"
  exit 77
fi
"$ROOT/tests/hosts/host" $python "$ROOT/tests/hosts/python.py" apsw
