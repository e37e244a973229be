// A tokenizer.json as Hugging Face's libraries read it, made of a rank file:
// those need a list of merges, which the ranks imply.
import { readFileSync } from "node:fs";

const PATTERNS = {
  r50k_base: "'(?:[sdmt]|ll|ve|re)| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+" +
    "|\\s+(?!\\S)|\\s+",
  cl100k_base: "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+" +
    "|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+" +
    "|\\s+(?!\\S)|\\s+",
  o200k_base: [
    "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*" +
      "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?",
    "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+" +
      "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?",
    "\\p{N}{1,3}", " ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*", "\\s*[\\r\\n]+",
    "\\s+(?!\\S)", "\\s+"].join("|"),
};

// GPT-2's printable stand-ins for the 256 bytes.
function standIns() {
  const made = [];
  for (let byte = 0, next = 256; byte < 256; byte++) {
    const printable = (byte > 32 && byte < 127) ||
      (byte > 160 && byte !== 173);
    made.push(String.fromCharCode(printable ? byte : next++));
  }
  return made;
}

// The last merge that makes the token: the pair that is left when all merges
// of a lower rank are done.
function lastMerge(bytes, rank, ranks) {
  let parts = Array.from(bytes, (character) => character);
  while (parts.length > 2) {
    let best = rank;
    let at = -1;
    for (let i = 0; i + 1 < parts.length; i++) {
      const other = ranks.get(parts[i] + parts[i + 1]);
      if (other < best) [best, at] = [other, i];
    }
    if (at < 0) return null;
    parts.splice(at, 2, parts[at] + parts[at + 1]);
  }
  return parts;
}

export function tokenizerJson(encoding) {
  const file = `ext/vocabulary/${encoding}.tiktoken`;
  const ranks = new Map(readFileSync(file, "utf8").trim().split("\n")
    .map((line) => line.split(" ")).map(([token, rank]) =>
      [Buffer.from(token, "base64").toString("latin1"), Number(rank)]));
  const shown = standIns();
  const show = (bytes) =>
    Array.from(bytes, (c) => shown[c.charCodeAt(0)]).join("");
  const vocab = {};
  const merges = [];
  for (const [bytes, rank] of ranks) {
    vocab[show(bytes)] = rank;
    const parts = bytes.length > 1 ? lastMerge(bytes, rank, ranks) : null;
    if (parts) merges.push(parts.map(show));
  }
  return JSON.stringify({
    version: "1.0", truncation: null, padding: null, added_tokens: [],
    normalizer: null,
    pre_tokenizer: { type: "Sequence", pretokenizers: [
      { type: "Split", pattern: { Regex: PATTERNS[encoding] },
        behavior: "Isolated", invert: false },
      { type: "ByteLevel", add_prefix_space: false, trim_offsets: false,
        use_regex: false }] },
    post_processor: null,
    decoder: { type: "ByteLevel", add_prefix_space: true, trim_offsets: true,
      use_regex: true },
    model: { type: "BPE", dropout: null, unk_token: null,
      continuing_subword_prefix: null, end_of_word_suffix: null,
      fuse_unk: false, byte_fallback: false, ignore_merges: true, vocab,
      merges },
  });
}
