// bench.mjs BENCH LIBRARY FOLDER: runs the benchmark and prints its tables.
//
// BENCH is the program made of bench.c; FOLDER has the corpora and npm's
// packages.  Every measurement is a fresh process; ftext and gpt-tokenizer
// take turns.  BENCH_ROUNDS (3) processes each; the other peers get one, on
// the first BENCH_PEER_BYTES (3,000,000) of each text.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, merge, speed, table, times } from "./report.mjs";

const [, , bench, library, folder] = process.argv;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const PEER_BYTES = Number(process.env.BENCH_PEER_BYTES ?? 3000000);
const ENCODINGS = ["r50k_base", "cl100k_base", "o200k_base"];
const CORPORA = ["prose", "code", "mixed", "rows"];
const PEERS = ["tiktoken", "ai-tokenizer", "tiktoken-node", "tokenizers",
  "js-tiktoken", "@huggingface/tokenizers"];
const PEER = fileURLToPath(new URL("peer.mjs", import.meta.url));

function json(program, ...parameters) {
  try {
    return JSON.parse(execFileSync(program, parameters.map(String),
      { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }));
  } catch (error) {
    return { error: String(error.stderr || error.message).slice(0, 100) };
  }
}

function ftext(mode, encoding, path, rounds) {
  const result = json(bench, mode, library, encoding, path, rounds);
  if (result.error) throw new Error(result.error);
  return result;
}

function peer(name, encoding, path, mode, rounds) {
  return json("node", PEER, join(folder, "npm/node_modules"), name, encoding,
    path, mode, rounds);
}

const file = (corpus) => join(folder, `${corpus}.txt`);
const mode = (corpus) => (corpus === "rows" ? "rows" : "whole");
const all = [];

// What `visit` gives for every encoding and text, one after the other.
function* eachText(visit, corpora = CORPORA) {
  for (const encoding of ENCODINGS) {
    for (const corpus of corpora) {
      yield* visit(encoding, corpus);
    }
  }
}

function* againstRow(encoding, corpus) {
  const ours = [];
  const theirs = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(ftext(mode(corpus), encoding, file(corpus), 9));
    theirs.push(peer("gpt-tokenizer", encoding, file(corpus), mode(corpus),
      2));
  }
  const [us, them] = [merge(ours), merge(theirs)];
  all.push({ encoding, corpus, ftext: us, gpt: them });
  const show = (result, what) => `${speed(result.bytes, result[what])} ` +
    `(${speed(result.bytes, result[`${what}Median`])})`;
  const ratio = (what) => `${times(them[what] / us[what])} ` +
    `(${times(them[`${what}Median`] / us[`${what}Median`])})`;
  yield [encoding, corpus, us.bytes, us.tokens, them.tokens - us.tokens,
    show(us, "first"), show(us, "again"), show(them, "first"),
    show(them, "again"), ratio("first"), ratio("again")];
}

function against() {
  table("ftext and gpt-tokenizer's countTokens, MB/s, best of " +
    `${ROUNDS} processes (median)`,
  ["encoding", "text", "bytes", "tokens", "off by", "ftext first", "again",
    "gpt-tokenizer first", "again", "ratio first", "again"],
  eachText(againstRow));
  table("The same in SQL: what is around the counting, MB/s",
    ["encoding", "text", "again", "stored in a table", "sum(length(x))",
      "ratio to that", "ns a row", "private memory KiB"],
    all.map(({ encoding, corpus, ftext }) => {
      const stored = corpus === "rows" ? ftext.again : ftext.stored;
      return [encoding, corpus, speed(ftext.bytes, ftext.again),
        speed(ftext.bytes, stored), speed(ftext.bytes, ftext.floor),
        times(stored / ftext.floor),
        ftext.rows ? (ftext.again * 1e6 / ftext.rows).toFixed(0) : "",
        ftext.memory];
    }));
}

function* unseenRow(encoding, corpus) {
  const runs = Array.from({ length: ROUNDS }, () =>
    ftext("unseen", encoding, file(corpus), 9));
  const { bytes } = runs[0];
  const first = median(runs.map(({ count }) => count.first));
  const again = median(runs.map(({ count }) => count.best));
  yield [encoding, corpus, speed(bytes, first), speed(bytes, again),
    `${(100 * again / first).toFixed(0)} %`];
}

function unseen() {
  table("Unseen text with a warm memo: the second half after the first, MB/s",
    ["encoding", "text", "unseen", "again", "unseen of again"],
    eachText(unseenRow, ["prose", "code", "mixed"]));
}

// The first bytes of a text in a file of their own, up to a line's end.
function head(corpus) {
  const bytes = readFileSync(file(corpus));
  if (bytes.length <= PEER_BYTES) return file(corpus);
  const path = join(folder, `${corpus}.head.txt`);
  writeFileSync(path, bytes.subarray(0, bytes.lastIndexOf(10, PEER_BYTES) + 1));
  return path;
}

function* peerRows(encoding, corpus) {
  const path = head(corpus);
  const ours = ftext(mode(corpus), encoding, path, 5);
  const line = (name, { error, bytes, count, load }) =>
    [name, encoding, corpus].concat(error ? [error, "", "", "", ""]
      : [speed(bytes, count.first), speed(bytes, count.best), count.value,
        count.value - ours.count.value, load ? `${load.toFixed(0)} ms` : ""]);
  yield line("ftext", ours);
  for (const name of ["gpt-tokenizer", ...PEERS]) {
    yield line(name, peer(name, encoding, path, mode(corpus), 2));
  }
}

function peers() {
  table(`All peers, MB/s, the first ${PEER_BYTES} bytes of each text`,
    ["peer", "encoding", "text", "first", "again", "tokens", "off by",
      "loading"], eachText(peerRows));
}

function loading() {
  const runs = Array.from({ length: 11 }, () => json(bench, "load", library));
  if (runs[0].error) throw new Error(runs[0].error);
  const middle = (what) => median(runs.map((run) => run[what]));
  table("Loading ftext, median of 11 processes", ["what", "", "value"], [
    ["loading the library", "", `${middle("load").toFixed(3)} ms`],
    ["preparing the first statement", "", `${middle("prepare").toFixed(3)} ms`],
    ["its first call", "", `${middle("first").toFixed(3)} ms`],
    ["private memory after that", "", `${middle("memory")} KiB`],
    ["private memory after a few rows", "", `${middle("memory_rows")} KiB`]]);
}

function faces() {
  const { bytes, ...results } = ftext("faces", "o200k_base", file("rows"), 5);
  table("The other functions over the table of rows, o200k_base",
    ["function", "", "first, MB/s", "again, MB/s", "result"],
    Object.entries(results).map(([name, { first, best, value }]) =>
      [name, "", speed(bytes, first), speed(bytes, best), value]));
}

console.log(`${cpus()[0].model}, node ${process.version}, ` +
  `load ${readFileSync("/proc/loadavg", "utf8").split(" ")[0]}`);
loading();
against();
unseen();
faces();
if (PEER_BYTES > 0) peers();
writeFileSync(join(folder, "results.json"), JSON.stringify(all, null, 1));
console.log(`\nload ${readFileSync("/proc/loadavg", "utf8").split(" ")[0]}`);
