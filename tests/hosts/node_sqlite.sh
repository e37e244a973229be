#!/bin/bash
# Node's own module node:sqlite, which came with Node 22.5.
. "$ROOT/tests/hosts/lib.bash"

host "Node, node:sqlite"
use_npm_node
needs "$("$node" --version || echo node) has no node:sqlite that loads \
extensions" "$node" -p '
new (require("node:sqlite").DatabaseSync)(":memory:", { allowExtension: true })
  .loadExtension;
process.versions.node'
agrees "$node" --no-warnings "$ROOT/tests/hosts/node.js" node:sqlite
