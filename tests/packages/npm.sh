#!/bin/bash
# The npm package, installed from its file, gives the library's path to the
# drivers that Node has.
set -euo pipefail

if ! command -v npm >/dev/null; then
  echo "skipped because npm is not installed"
  exit 77
fi
cd "$WORK"
echo '{ "private": true }' >package.json
npm install --offline --no-audit --no-fund --cache "$WORK/cache" \
  "$BUILD"/dist/ftext-*.tgz >/dev/null
export NODE_PATH=$ROOT/build/hosts/node_modules
# A driver there may be made for a newer Node than the system's.
for newer in "$NODE_PATH"/node-linux-*/bin; do
  [ ! -x "$newer/node" ] || PATH=$newer:$PATH
done
cat >load.js <<'end'
const fs = require("fs");
const ftext = require("ftext");

const open = {
  "better-sqlite3": () => new (require("better-sqlite3"))(":memory:"),
  libsql: () => new (require("libsql"))(":memory:"),
  "node:sqlite": () =>
    new (require("node:sqlite").DatabaseSync)(":memory:", {
      allowExtension: true,
    }),
};
fs.accessSync(ftext.loadablePath());
fs.accessSync(ftext.scriptsPath() + "/prepare.sql");
const name = process.argv[2];
let db;
try {
  db = open[name]();
} catch (error) {
  console.log(name, "cannot be had here:", error.code);
  process.exit();
}
ftext.load(db);
const query = "SELECT ftext_token_count('Hello, world') AS count";
if (db.prepare(query).get().count !== 3) {
  throw new Error(name);
}
console.log(name, "loads it");
end
# One process each: every driver has an SQLite of its own, and a process that
# has two needs two copies of the library.
for driver in better-sqlite3 libsql node:sqlite; do
  node load.js "$driver"
done | tee loaded
cat >load.mjs <<'end'
import { loadablePath } from "ftext";
console.log(loadablePath());
end
[ -f "$(node load.mjs)" ]
if ! grep -q 'loads it' loaded; then
  echo "skipped because no driver is installed (make hosts)"
  exit 77
fi
