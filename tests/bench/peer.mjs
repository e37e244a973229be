// peer.mjs PACKAGES PEER ENCODING FILE MODE ROUNDS: times one peer from npm on
// the file, as one text (whole) or line by line (rows), in this process alone.
// Prints one line of JSON, or its error.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { tokenizerJson } from "./merges.mjs";

const [, , packages, peer, encoding, path, mode, rounds] = process.argv;
const require = createRequire(resolve(packages, "here.js"));

// Cached: making it takes seconds, and is not the peers' work.
function hugging() {
  const file = resolve(packages, `../${encoding}.json`);
  if (!existsSync(file)) writeFileSync(file, tokenizerJson(encoding));
  return readFileSync(file, "utf8");
}

// Each gives a function from a text to its number of tokens; special tokens'
// text is ordinary text where the peer lets it.
const PEERS = {
  "gpt-tokenizer": () => {
    const { countTokens } = require(`gpt-tokenizer/encoding/${encoding}`);
    const options = { disallowedSpecial: new Set() };
    return (text) => countTokens(text, options);
  },
  tiktoken: () => {
    const made = require("tiktoken").get_encoding(encoding);
    return (text) => made.encode_ordinary(text).length;
  },
  "js-tiktoken": () => {
    const made = require("js-tiktoken").getEncoding(encoding);
    return (text) => made.encode(text, [], []).length;
  },
  "tiktoken-node": () => {
    const made = require("tiktoken-node").getEncoding(encoding);
    return (text) => made.encode(text).length;
  },
  "ai-tokenizer": () => {
    const { Tokenizer } = require("ai-tokenizer");
    const made =
      new Tokenizer(require(`ai-tokenizer/encoding/${encoding}`));
    return (text) => made.encode(text, [], []).length;
  },
  tokenizers: () => {
    const made = require("tokenizers").Tokenizer.fromString(hugging());
    return async (text) => (await made.encode(text, null,
      { addSpecialTokens: false })).getLength();
  },
  "@huggingface/tokenizers": () => {
    const { Tokenizer } = require("@huggingface/tokenizers");
    const made = new Tokenizer(JSON.parse(hugging()), {});
    return (text) => made.encode(text).ids.length;
  },
};

async function main() {
  const bytes = readFileSync(path);
  const text = bytes.toString();
  const texts = mode === "rows" ? text.replace(/\n$/, "").split("\n") : [text];
  const start = performance.now();
  const count = PEERS[peer]();
  await count("hello world");
  const load = performance.now() - start;

  const times = [];
  let tokens = 0;
  for (let round = 0; round <= Number(rounds); round++) {
    const begin = performance.now();
    tokens = 0;
    for (const one of texts) {
      const counted = count(one);
      tokens += typeof counted === "number" ? counted : await counted;
    }
    times.push(performance.now() - begin);
  }
  const [first, ...again] = times;
  again.sort((a, b) => a - b);
  console.log(JSON.stringify({ bytes: bytes.length, load, count: { first,
    best: again[0], median: again[again.length >> 1], value: tokens } }));
}

main().catch((error) => {
  console.log(JSON.stringify({ error: String(error.message).slice(0, 50) }));
});
