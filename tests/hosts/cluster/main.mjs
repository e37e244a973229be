// main.mjs SQLD BUILD: a primary and two replicas of libSQL, each with
// BUILD/ftextpure.so, count, split and check a dataset in parts.  What they
// find must be what one sqlite3 shell finds in the whole; a replica that is
// killed while it works changes nothing.  Prints what was seen and how long
// it took.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { FTEXT_CHECK, keepSpecs, LOADS, PARTS, ROWS, schema, SHARDS, WHOLE }
  from "./job.mjs";
import { added, addedChecks, found, sorted } from "./merge.mjs";
import { spread } from "./pool.mjs";
import { freePort, Server, until } from "./server.mjs";

const TOTAL_SECONDS = 240;
const REPLICATION_SECONDS = 60;

const [, , sqld, build] = process.argv;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ftext-cluster-"));
const servers = [];
let passed = 0;
let failed = 0;

function end(status) {
  servers.forEach((server) => server.kill());
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  process.exit(status);
}

function tell(what, good) {
  console.log(`${good ? "ok      " : "FAILED  "} ${what}`);
  good ? passed++ : failed++;
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

// The one machine: a database of its own, filled by the same statements.
function shell(statement) {
  const { q, params } = statement.q ? statement : { q: statement, params: {} };
  const set = Object.entries(params)
    .map(([name, value]) => `.parameter set @${name} ${value}\n`).join("");
  const rows = execFileSync(process.env.SQLITE3 || "sqlite3",
    ["-batch", "-bail", "-json", "-cmd", `.load ${path.resolve(build)}/ftext`,
      path.join(folder, "shell.db")],
    { input: `${set}${q};\n`, encoding: "utf8", maxBuffer: 1 << 28 });
  return rows === "" ? [] : JSON.parse(rows).map((row) => Object.values(row));
}

async function startServers() {
  const trusted = path.join(folder, "extensions");
  const library = fs.readFileSync(path.join(build, "ftextpure.so"));
  fs.mkdirSync(trusted);
  fs.writeFileSync(path.join(trusted, "ftextpure.so"), library);
  fs.writeFileSync(path.join(trusted, "trusted.lst"),
    `${createHash("sha256").update(library).digest("hex")}  ftextpure.so\n`);

  const inner = `127.0.0.1:${await freePort()}`;
  const add = async (name, ...options) => {
    servers.push(new Server(sqld, folder, name, await freePort(),
      ["-e", trusted, ...options]));
    await servers[servers.length - 1].start();
  };
  await add("primary", "--grpc-listen-addr", inner);
  await add("replica1", "--primary-grpc-url", `http://${inner}`);
  await add("replica2", "--primary-grpc-url", `http://${inner}`);
}

// A replica shows what it was sent a moment after the primary has it.
async function arrived(replicas, sql, value) {
  for (const replica of replicas) {
    if (!(await until(REPLICATION_SECONDS,
      async () => (await replica.ask(sql))[0][0] === value))) {
      throw new Error(`${replica.name} was not sent all`);
    }
  }
}

const milliseconds = (since) => Math.round(performance.now() - since);

async function timed(run) {
  const since = performance.now();
  const result = await run();
  return [result, milliseconds(since)];
}

async function load(primary, replicas) {
  const since = performance.now();
  shell([...schema(1), ...LOADS].join(";\n"));
  const single = milliseconds(since);
  const again = performance.now();
  for (const statement of [...schema(SHARDS), ...LOADS]) {
    await primary.ask(statement);
  }
  await arrived(replicas, "SELECT count(*) FROM dataset", ROWS);
  console.log(`${ROWS} rows loaded: ${single} ms in one shell, ` +
    `${milliseconds(again)} ms to the primary and both replicas`);
}

const MERGES = {
  count: (rows) => sorted(added(rows, 2)),
  fit: (rows) => sorted(rows.flat()),
  assign: (rows) => rows.flat(2).sort((a, b) => a - b),
  check: (rows) => sorted(addedChecks(rows)),
};
const STEPS = Object.keys(MERGES);

function expected() {
  const answers = {};
  const times = {};
  for (const step of STEPS) {
    const since = performance.now();
    const rows = shell(WHOLE[step]);
    times[step] = milliseconds(since);
    answers[step] = MERGES[step]([rows]);
    if (step === "fit") {
      shell(keepSpecs(rows));
    }
  }
  return [answers, times];
}

// The shell has the whole library, with which one call checks the whole.
function compareChecks(answers) {
  const since = performance.now();
  const known = shell(FTEXT_CHECK)
    .map(([check, count, value]) => [check, count, Number(value)]);
  console.log(`ftext_check in one shell: ${milliseconds(since)} ms; ` +
    known.map(([check, count]) => `${check} ${count}`).join(", "));
  tell("check_parts.sql in one shell: as ftext_check",
    known.length > 0 && same(sorted(known),
      sorted(found(answers.check.map((row) => JSON.parse(row))))));
}

async function runAll(replicas, answers) {
  const times = {};
  const names = replicas.map((replica) => replica.name).join(", ");
  for (const step of STEPS) {
    const [{ rows }, time] = await timed(() => spread(replicas, PARTS[step]));
    times[step] = time;
    tell(`${step} on ${names}: as in one shell`,
      same(MERGES[step](rows), answers[step]));
  }
  return times;
}

async function killOne(replicas, answers) {
  const [, victim] = replicas;
  let given = 0;
  const { rows, done, lost } = await spread(replicas, PARTS.count,
    (server) => {
      given += server === victim;
      if (given === 3 && server === victim) {
        victim.kill();
      }
    });
  console.log(`${victim.name} was killed at its third part; parts done: ` +
    [...done].map(([name, parts]) => `${name} ${parts}`).join(", ") +
    `; ${lost} given to another`);
  tell("a part was lost with the replica", lost > 0);
  tell("count with a replica killed: as in one shell",
    same(MERGES.count(rows), answers.count));
  await victim.start();
  await arrived([victim], "SELECT count(*) FROM dataset", ROWS);
  const again = await spread(replicas, PARTS.count);
  tell("count with the replica started again: as in one shell",
    again.done.get(victim.name) > 0 &&
    same(MERGES.count(again.rows), answers.count));
}

function table(answers, rows) {
  const tokens = answers.count.map((row) => JSON.parse(row))
    .reduce((sum, row) => sum + row[3] + row[4] + row[5], 0);
  const line = (name, values) =>
    console.log(name.padEnd(14) + values.map((value) =>
      String(value).padStart(12)).join(""));
  console.log(`\nmilliseconds, ${os.cpus().length} cores for all of them:`);
  line("", [...STEPS, "Mtokens/s"]);
  for (const [name, times] of rows) {
    line(name, [...STEPS.map((step) => times[step]),
      (tokens / times.count / 1000).toFixed(1)]);
  }
  const [, [, one], [, two]] = rows;
  console.log("two replicas beside one: " + STEPS.map((step) =>
    `${step} ${(one[step] / two[step]).toFixed(2)}`).join(", ") + " times\n");
}

const REFUSED = [
  "SELECT ftext_export('never.jsonl', 'SELECT 1 AS a')",
  "SELECT * FROM ftext_read_jsonl('never.jsonl')",
  "SELECT * FROM ftext_check('dataset')",
];

async function main() {
  await startServers();
  const [primary, ...replicas] = servers;
  await load(primary, replicas);
  const [answers, single] = expected();
  compareChecks(answers);
  await primary.ask(keepSpecs(answers.fit.map((row) => JSON.parse(row))));
  await arrived(replicas, "SELECT count(*) FROM class_split",
    answers.fit.length);
  await spread(replicas, PARTS.count); // so that both have read their files
  const one = await runAll(replicas.slice(0, 1), answers);
  const two = await runAll(replicas, answers);
  table(answers, [["one shell", single], ["one replica", one],
    ["two replicas", two]]);
  await killOne(replicas, answers);
  for (const call of REFUSED) {
    const [name] = call.match(/ftext_\w+/);
    const refused = await replicas[0].ask(call).catch(String);
    tell(`${name} is not there`, /no such (function|table): ftext_/
      .test(String(refused)));
  }
}

process.on("SIGINT", () => end(1));
process.on("SIGTERM", () => end(1));
setTimeout(() => {
  console.log(`not done after ${TOTAL_SECONDS} seconds`);
  console.log(`${passed} passed, ${failed + 1} failed`);
  end(1);
}, TOTAL_SECONDS * 1000).unref();

try {
  await main();
} catch (error) {
  console.log(error);
  failed++;
}
console.log(`${passed} passed, ${failed} failed`);
end(failed === 0 ? 0 : 1);
