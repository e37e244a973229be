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

function peer(name, encoding, path, mode, most, rounds) {
  return json("node", PEER, join(folder, "npm/node_modules"), name, encoding,
    path, mode, most, rounds);
}

const file = (corpus) => join(folder, `${corpus}.txt`);
const mode = (corpus) => (corpus === "rows" ? "rows" : "whole");
const all = [];

function eachText(visit) {
  return ENCODINGS.flatMap((encoding) =>
    CORPORA.map((corpus) => visit(encoding, corpus)));
}

function pair(encoding, corpus) {
  const ours = [];
  const theirs = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(ftext(mode(corpus), encoding, file(corpus), 9));
    theirs.push(peer("gpt-tokenizer", encoding, file(corpus), mode(corpus),
      Infinity, 2));
  }
  const result = { encoding, corpus, ftext: merge(ours),
    gpt: merge(theirs) };
  all.push(result);
  return result;
}

function against() {
  const results = eachText(pair);
  table("ftext and gpt-tokenizer's countTokens, MB/s, best of " +
    `${ROUNDS} processes (median)`,
  ["encoding", "text", "bytes", "tokens", "off by", "ftext first", "again",
    "gpt-tokenizer first", "again", "ratio first", "again"],
  results.map(({ encoding, corpus, ftext, gpt }) => {
    const show = (result, what) =>
      `${speed(result.bytes, result[what])} ` +
      `(${speed(result.bytes, result[`${what}Median`])})`;
    const ratio = (what) => `${times(gpt[what] / ftext[what])} ` +
      `(${times(gpt[`${what}Median`] / ftext[`${what}Median`])})`;
    return [encoding, corpus, ftext.bytes, ftext.tokens,
      gpt.tokens - ftext.tokens, show(ftext, "first"), show(ftext, "again"),
      show(gpt, "first"), show(gpt, "again"), ratio("first"), ratio("again")];
  }));
  table("The same in SQL: what is around the counting",
    ["encoding", "text", "again", "stored in a table", "sum(length(x))",
      "ratio to that", "ns a row", "private memory KiB"],
    results.map(({ encoding, corpus, ftext }) => {
      const stored = Math.min(ftext.stored, corpus === "rows" ? ftext.again
        : Infinity);
      return [encoding, corpus, speed(ftext.bytes, ftext.again),
        speed(ftext.bytes, stored), speed(ftext.bytes, ftext.floor),
        times(stored / ftext.floor),
        ftext.rows ? (ftext.again * 1e6 / ftext.rows).toFixed(0) : "",
        ftext.memory];
    }));
}

function unseen() {
  const rows = ENCODINGS.flatMap((encoding) =>
    ["prose", "code", "mixed"].map((corpus) => {
      const runs = Array.from({ length: ROUNDS }, () =>
        ftext("unseen", encoding, file(corpus), 9));
      const { bytes } = runs[0];
      const first = median(runs.map(({ count }) => count.first));
      const again = median(runs.map(({ count }) => count.best));
      return [encoding, corpus, speed(bytes, first), speed(bytes, again),
        `${(100 * again / first).toFixed(0)} %`];
    }));
  table("Unseen text with a warm memo: the second half after the first, MB/s",
    ["encoding", "text", "unseen", "again", "unseen of again"], rows);
}

// The first bytes of a text in a file of their own, up to a line's end.
function head(corpus) {
  const bytes = readFileSync(file(corpus));
  if (bytes.length <= PEER_BYTES) return file(corpus);
  const path = join(folder, `${corpus}.head.txt`);
  writeFileSync(path, bytes.subarray(0, bytes.lastIndexOf(10, PEER_BYTES) + 1));
  return path;
}

function peers() {
  const rows = eachText((encoding, corpus) => {
    const path = head(corpus);
    const ours = ftext(mode(corpus), encoding, path, 5);
    const line = (name, result) => [name, encoding, corpus, result.error ??
      speed(result.bytes, result.count.first), result.error ? ""
      : speed(result.bytes, result.count.best),
    result.error ? "" : result.count.value,
    result.error ? "" : result.count.value - ours.count.value,
    result.load ? `${result.load.toFixed(0)} ms` : ""];
    return [line("ftext", ours), ...["gpt-tokenizer", ...PEERS].map((name) =>
      line(name, peer(name, encoding, path, mode(corpus), Infinity, 2)))];
  }).flat();
  table(`All peers, MB/s, the first ${PEER_BYTES} bytes of each text`,
    ["peer", "encoding", "text", "first", "again", "tokens", "off by",
      "loading"], rows);
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
