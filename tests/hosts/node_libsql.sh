#!/bin/bash
# Node's module libsql.
. "$ROOT/tests/hosts/lib.bash"

host "Node, libsql"
use_npm_node
needs "libsql is not installed (make hosts)" "$node" -p '
new (require("libsql"))(":memory:");
JSON.parse(require("fs").readFileSync(
  process.env.NODE_PATH + "/libsql/package.json")).version'
agrees "$node" "$ROOT/tests/hosts/node.js" libsql
