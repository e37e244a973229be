// corpora.mjs FOLDER: writes the texts of the benchmark, FOLDER/prose.txt,
// code.txt, mixed.txt and rows.txt, from the packages below FOLDER/files (see
// `packages`).  Nothing is repeated: a line of prose stands once.
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Random } from "../vectors/random.mjs";
import { annotations, documents, html, plain, roff } from "./documents.mjs";

const [, , folder] = process.argv;
const MB = 1000000;
const files = (...path) => join(folder, "files", ...path);

// Sources of a corpus: at most so many bytes of each.
function sources(list) {
  return list.map(([most, path, pattern, strip]) =>
    ({ most, texts: documents(files(path), pattern, strip) }));
}

const seen = new Set();

// Lines without trailing space, long ones once, at most one empty in a row.
function tidy(text) {
  const kept = [];
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trimEnd();
    if (line === "" && (kept.at(-1) ?? "") === "") continue;
    if (line.length >= 24) {
      if (seen.has(line)) continue;
      seen.add(line);
    }
    kept.push(line);
  }
  return kept.join("\n");
}

// Pieces of about 64 KB of every source, taken in turns.
function* pieces({ most, texts }, clean) {
  let size = 0;
  for (const text of texts) {
    const lines = clean(text).split("\n");
    let piece = "";
    for (const line of lines) {
      piece += line + "\n";
      if (piece.length < 65536) continue;
      yield piece;
      if ((size += Buffer.byteLength(piece)) >= most) return;
      piece = "";
    }
    yield piece;
    if ((size += Buffer.byteLength(piece)) >= most) return;
  }
}

function corpus(name, most, list, clean) {
  const random = new Random(name);
  let parts = sources(list).map((source) => pieces(source, clean));
  const made = [];
  let size = 0;
  while (parts.length > 0 && size < most) {
    const part = random.pick(parts);
    const { done, value } = part.next();
    if (done) {
      parts = parts.filter((other) => other !== part);
    } else if (value.trim() !== "") {
      made.push(value);
      size += Buffer.byteLength(value);
    }
  }
  const text = made.join("");
  writeFileSync(join(folder, `${name}.txt`), text);
  console.log(`${name}.txt: ${Buffer.byteLength(text)} bytes`);
  return text;
}

const PROSE = [
  [12 * MB, "anarchism", /\.html$/, html],
  [5 * MB, "python3.11-doc", /\.html$/, html],
  [5 * MB, "postgresql-doc-15", /\.html$/, html],
  [5 * MB, "libreoffice-help-en-gb", /\.html$/, html],
  [5 * MB, "gimp-help-en", /\.html$/, html],
  [3 * MB, "git-doc", /\.(txt|adoc)$/, plain],
  [3 * MB, "debian-handbook", /\/en-US\/.*\.html$/, html],
  [3 * MB, "gnome-user-docs", /\/help\/C\/.*\.page$/, html],
  [3 * MB, "fortunes", /games\/fortunes\/[a-z-]+$/, plain],
  [2 * MB, "dict-jargon", /\.dz$/, plain],
  [4 * MB, "dict-gcide", /\.dz$/, plain],
];

const CODE = [
  [3 * MB, "libpython3.11-stdlib", /\.py$/, plain],
  [3 * MB, "golang-1.19-src", /\.go$/, plain],
  [3 * MB, "rust-src", /\.rs$/, plain],
  [3 * MB, "perl-modules-5.36", /\.pm$/, plain],
  [3 * MB, "linux-libc-dev", /\.h$/, plain],
];

// The same help and handbook in languages without Latin letters, manual
// pages, and all emoji with their names.
const LANGUAGES = [..."ar-MA el-GR fa-IR ja-JP ko-KR ru-RU zh-CN zh-TW"
  .split(" ").map((name) => [1.2 * MB, "debian-handbook",
    new RegExp(`/${name}/.*\\.html$`), html]),
..."as fa gu he hi kn ko ja mr pa ru ta te uk zh_CN el sr".split(" ")
  .map((name) => [1.2 * MB, "gnome-user-docs",
    new RegExp(`/help/${name}/.*\\.page$`), html]),
...("am ar be bn chr fa gu he hi hy ja ka km kn ko lo ml mn mr my ne or pa ru " +
  "si ta te th ti ur uk vi yue zh").split(" ").map((name) => [0.2 * MB, "unicode-cldr-core",
    new RegExp(`common/annotations/${name}\\.xml$`), annotations]),
[1.2 * MB, "manpages-ja", /man\/ja\/.*\.gz$/, roff],
[1.2 * MB, "manpages-ru", /man\/ru\/.*\.gz$/, roff],
[1.2 * MB, "manpages-zh", /man\/zh_CN\/.*\.gz$/, roff],
[1.2 * MB, "manpages-zh", /man\/zh_TW\/.*\.gz$/, roff]];

// Lines without a foreign letter are most often untranslated: left out.
function foreign(text) {
  return tidy(text.split("\n").filter((line) => /[^\0-\u024f]/.test(line))
    .join("\n"));
}

const EMOJI = Array.from("😀😂🤣😍😭🙏👍🔥🎉❤✨😅😎🤔💯🙌😢👀🚀☕");

// One row: the next words of the text, `length` bytes or a little more.
function row(words, length, random) {
  let made = "";
  while (Buffer.byteLength(made) < length) {
    const { done, value } = words.next();
    if (done) return null;
    made += (made && " ") + value[0];
  }
  return random.below(10) === 0 ? `${made} ${random.pick(EMOJI)}` : made;
}

// Four of five rows are prose, the others mixed scripts.
function rows(prose, mixed, most) {
  const random = new Random("rows");
  const words = [prose, mixed].map((text) =>
    text.matchAll(/\S{1,60}/gu));
  const made = [];
  while (made.length < most) {
    const length = 14 + random.below(70) + random.below(70);
    const text = row(words[random.below(5) === 0 ? 1 : 0], length, random);
    if (text === null) break;
    const size = Buffer.byteLength(text);
    if (size >= 20 && size <= 200) made.push(text);
  }
  const text = made.join("\n") + "\n";
  writeFileSync(join(folder, "rows.txt"), text);
  const average = (Buffer.byteLength(text) / made.length - 1).toFixed(1);
  console.log(`rows.txt: ${made.length} rows, ${average} bytes on average`);
}

if (!["prose", "code", "mixed", "rows"].every((name) =>
  existsSync(join(folder, `${name}.txt`)))) {
  const prose = corpus("prose", 26 * MB, PROSE, tidy);
  corpus("code", 13 * MB, CODE, plain);
  const mixed = corpus("mixed", 17 * MB, LANGUAGES, foreign);
  rows(prose, mixed, 72000);
}
