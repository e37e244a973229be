#!/bin/bash
# Node's module better-sqlite3.
. "$ROOT/tests/hosts/lib.bash"

host "Node, better-sqlite3"
use_npm_node
needs "better-sqlite3 is not installed (make hosts)" "$node" -p '
new (require("better-sqlite3"))(":memory:");
require("better-sqlite3/package.json").version'
agrees "$node" "$ROOT/tests/hosts/node.js" better-sqlite3
