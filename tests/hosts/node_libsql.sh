#!/bin/bash
# Node's module libsql loads ftext, and agrees with the shell.
set -u

export NODE_PATH=$ROOT/build/hosts/node_modules
if ! node -e 'require("libsql")' >/dev/null 2>&1; then
  echo "skipped because libsql is not installed (make hosts)"
  exit 77
fi
"$ROOT/tests/hosts/host" node "$ROOT/tests/hosts/node.js" libsql
