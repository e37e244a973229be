// duckdb.js KEYS STATEMENT: KEYS is a CSV file of `number` and `hex`, the
// UTF-8 of a text; prints what the statement gives for the table `keys`.
const fs = require("fs");
const { DuckDBInstance } = require("@duckdb/node-api");
const [, , keys, statement] = process.argv;

async function main() {
  const db = await (await DuckDBInstance.create(":memory:")).connect();
  const read = `read_csv('${keys}', header = true, auto_detect = false,
    allow_quoted_nulls = false,
    columns = {'number': 'BIGINT', 'hex': 'VARCHAR'})`;
  for (const key of ["number", "decode(unhex(hex))"]) {
    await db.run(`CREATE OR REPLACE TABLE keys AS SELECT ${key} AS key
      FROM ${read} WHERE ${key} IS NOT NULL`);
    const reader = await db.runAndReadAll(
      `SELECT (unit * 4503599627370496)::BIGINT, split, fold, key
      FROM (${fs.readFileSync(statement, "utf8")})`);
    reader.getRows().forEach((row) => console.log(row.join("|")));
  }
}

main();
