// node.js MODULE LIBRARY STATEMENTS: MODULE is better-sqlite3, libsql or
// node:sqlite.
const fs = require("fs");
const [, , moduleName, library, statements] = process.argv;

function open() {
  if (moduleName === "node:sqlite") {
    const { DatabaseSync } = require(moduleName);
    return new DatabaseSync(":memory:", { allowExtension: true });
  }
  const Database = require(moduleName);
  return new Database(":memory:");
}

const db = open();
db.loadExtension(library);

// Of a statement without rows these modules are asked to run it.
function first(sql) {
  const statement = db.prepare(sql);
  if (!/^SELECT/.test(sql)) {
    statement.run();
    return undefined;
  }
  return Object.values(statement.get())[0];
}

for (const line of fs.readFileSync(statements, "utf8").split("\n")) {
  let value;
  try {
    value = line === "" ? undefined : first(line);
  } catch (error) {
    console.error(error.message);
    value = "error";
  }
  if (value !== undefined) {
    console.log(String(value));
  }
}
