// generate.mjs PACKAGES FOLDER [FILE... | --random SEED COUNT]: writes the
// vectors into FOLDER, as gzipped SQL: those of the texts in texts.mjs, or
// else of pieces of the files, or of so many random texts.
//
// The reference is the npm package tiktoken below PACKAGES.  Its function
// encode_ordinary gives the ids of every text in every encoding; the text of a
// broken sequence is read as utf8.mjs says.  Run by regenerate and by
// differential.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { Random } from "./random.mjs";
import { randomTexts, texts } from "./texts.mjs";
import { read, verify } from "./utf8.mjs";

const [, , packages, folder, ...files] = process.argv;
const require = createRequire(import.meta.url);
const { get_encoding } = require(join(resolve(packages), "tiktoken"));

// Encodings that tokenize alike, the first one's vectors stored for all.
const ALIKE = [["r50k_base", "gpt2"], ["p50k_base", "p50k_edit"],
  ["cl100k_base"], ["o200k_base"]];

function encodeAll(name, samples) {
  const encoding = get_encoding(name);
  const ids = samples.map(({ text }) =>
    JSON.stringify(Array.from(encoding.encode_ordinary(text))));
  encoding.free();
  return ids;
}

function sameAs(ids, samples, name) {
  encodeAll(name, samples).forEach((other, i) => {
    if (other !== ids[i]) throw new Error(`${name} differs in text ${i + 1}`);
  });
}

function hex(buffer) {
  return `x'${buffer.toString("hex")}'`;
}

function textSql(samples) {
  return samples.map(({ group, bytes, text }, i) => {
    const as_read = Buffer.from(text);
    const other = as_read.equals(bytes) ? "NULL" : hex(as_read);
    return `INSERT INTO texts VALUES(${i + 1},'${group}',${hex(bytes)},` +
      `${other});\n`;
  }).join("");
}

// Those of p50k_base only where they are not those of r50k_base.
function idsSql(name, ids, but) {
  return ids.map((list, i) => (but && but[i] === list) ? ""
    : `INSERT INTO ids VALUES('${name}',${i + 1},'${list}');\n`).join("");
}

function write(name, sql) {
  const packed = gzipSync(sql, { level: 9 });
  packed[9] = 255; // made on any system
  writeFileSync(join(folder, `${name}.sql.gz`), packed);
  console.log(`${name}: ${sql.length} characters, ${packed.length} packed`);
}

// Cuts anywhere, inside a character too.
function piecesOf(file) {
  const random = new Random(file);
  const bytes = readFileSync(file);
  const made = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + random.between(1, 4000);
    made.push({ group: "file", bytes: bytes.subarray(at, end) });
    at = end;
  }
  return made;
}

function choose() {
  if (files[0] === "--random") {
    return randomTexts(packages, files[1], Number(files[2]));
  }
  return files.length > 0 ? files.flatMap(piecesOf) : texts(packages);
}

const chosen = await choose();
const samples = chosen.map(({ group, bytes }) =>
  ({ group, bytes, text: read(bytes) }));
verify(samples.map(({ bytes }) => bytes));
write("texts", textSql(samples));
const groups = {};
let size = 0;
for (const { group, bytes } of samples) {
  groups[group] = (groups[group] ?? 0) + 1;
  size += bytes.length;
}
console.log(`${samples.length} texts, ${size} bytes:`, groups);

let first;
for (const [name, ...others] of ALIKE) {
  const ids = encodeAll(name, samples);
  for (const other of others) {
    sameAs(ids, samples, other);
  }
  write(name, idsSql(name, ids, name === "p50k_base" ? first : undefined));
  first ??= ids;
}
