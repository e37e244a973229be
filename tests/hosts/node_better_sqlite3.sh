#!/bin/bash
# Node's module better-sqlite3 loads ftext, and agrees with the shell.
set -u

export NODE_PATH=$ROOT/build/hosts/node_modules
if ! node -e 'require("better-sqlite3")' >/dev/null 2>&1; then
  echo "skipped because better-sqlite3 is not installed (make hosts)"
  exit 77
fi
"$ROOT/tests/hosts/host" node "$ROOT/tests/hosts/node.js" better-sqlite3
