// node.js MODULE LIBRARY QUERIES: MODULE is better-sqlite3 or libsql.
const fs = require("fs");
const [, , module_name, library, queries] = process.argv;
const Database = require(module_name);

const db = new Database(":memory:");
db.loadExtension(library);
for (const line of fs.readFileSync(queries, "utf8").split("\n")) {
  if (line !== "") {
    console.log(Object.values(db.prepare(line).get())[0]);
  }
}
