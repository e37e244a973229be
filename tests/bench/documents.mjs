// Documents out of unpacked Debian packages: text without its markup.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'",
  nbsp: " ", copy: "©", mdash: "—", ndash: "–", hellip: "…", rsquo: "’",
  lsquo: "‘", ldquo: "“", rdquo: "”" };

function entity(whole, name) {
  if (name.startsWith("#")) {
    const hex = /^#x/i.test(name);
    return String.fromCodePoint(parseInt(name.slice(hex ? 2 : 1),
      hex ? 16 : 10));
  }
  return ENTITIES[name] ?? whole;
}

const BLOCK = new RegExp("</?(p|div|li|ul|ol|h\\d|t[rdh]|d[tdl]|pre|br|title|" +
  "item|note|section|page|table)\\b[^>]*>", "g");

// HTML and XML: tags, scripts and comments go, every block is a line.
export function html(text) {
  return text
    .replace(/<!--[^]*?-->|<(head|script|style|nav)\b[^]*?<\/\1>/g, "")
    .replace(/\s*\n\s*/g, " ")
    .replace(BLOCK, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(#?\w+);/g, entity);
}

// Manual pages: requests and font changes go.
export function roff(text) {
  return text.split("\n").filter((line) => !/^[.']/.test(line)).join("\n")
    .replace(/\\f.|\\s[-+]?\d|\\&|\\\|/g, "").replace(/\\\(..|\\\[.*?\]/g, "")
    .replace(/\\(.)/g, "$1");
}

// The emoji and symbols of CLDR with their names in one language.
export function annotations(text) {
  const lines = text.matchAll(/<annotation cp="([^"]*)">([^<]*)</g);
  return Array.from(lines, ([, symbol, names]) =>
    `${symbol} ${names.replaceAll(" | ", ", ")}`).join("\n");
}

export function plain(text) {
  return text;
}

function list(folder) {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // a package that was not to be had
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? list(path) : entry.isFile() ? [path] : [];
  });
}

function open(path) {
  const bytes = readFileSync(path);
  return (/\.(gz|dz)$/.test(path) ? gunzipSync(bytes) : bytes).toString();
}

// The documents of a folder whose path matches, in an order that has nothing
// to do with what is in them; valid UTF-8 only, without NUL.
export function documents(folder, pattern, strip) {
  const order = (path) =>
    createHash("md5").update(path.slice(folder.length)).digest("hex");
  return list(folder).filter((path) => pattern.test(path))
    .map((path) => [order(path), path]).sort()
    .map(([, path]) => open(path))
    .filter((text) => !/[\0\ufffd]/.test(text)).map(strip);
}
