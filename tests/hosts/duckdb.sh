#!/bin/bash
# DuckDB splits as ftext does, by the statement in docs/scaling.md.
. "$ROOT/tests/hosts/lib.bash"

host "DuckDB, the same split"
use_npm_node
needs "@duckdb/node-api is not installed" "$node" -p '
require("@duckdb/node-api").version()'
same_split duckdb "$node" "$ROOT/tests/hosts/duckdb.js"
