// The texts of the vectors, in groups.  A group is a function from the data
// (see load) to a list of strings, or of Buffers where UTF-8 is broken.
import { boundaries, character, ofClass, property, scripts }
  from "./characters.mjs";
import { Random } from "./random.mjs";
import { MIXTURES, SENTENCES } from "./sentences.mjs";
import { SOURCES } from "./sources.mjs";

const LOWER = "abcdefghijklmnopqrstuvwxyz";
const UPPER = LOWER.toUpperCase();
const DIGITS = "0123456789";
const PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
const BASE64 = UPPER + LOWER + DIGITS + "+/";

async function load(packages) {
  const names = ["upper", "lower", "letter", "mark", "number", "space"];
  const data = { scripts: await scripts(packages) };
  for (const name of names) {
    data[name] = ofClass(name);
  }
  data.emoji = await property(packages, "Binary_Property",
    "Extended_Pictographic");
  data.titlecase = await property(packages, "General_Category",
    "Titlecase_Letter");
  data.modifier = await property(packages, "General_Category",
    "Modifier_Letter");
  return data;
}

// Every pair of an element of one list and one of the other, joined.
function product(left, right) {
  return left.flatMap((a) => right.map((b) => a + b));
}

function words(random, characters, count) {
  const made = [];
  for (let i = 0; i < count; i++) {
    made.push(random.string(random.between(1, 9), characters));
  }
  return made;
}

function plain() {
  return ["", ...Object.values(SENTENCES), ...Object.values(SOURCES),
    ...MIXTURES, Object.values(SENTENCES).join(" ")];
}

// Sentences with another case, another spacing, cut anywhere.
function variants() {
  const random = new Random("variants");
  return Object.values(SENTENCES).concat(MIXTURES).flatMap((text) => {
    const characters = Array.from(text);
    const cut = random.below(characters.length);
    return [
      text.replace(/[a-zà-þа-яα-ω]/g, (letter) => letter.toUpperCase()),
      text.replaceAll(" ", random.pick(["", "  ", "\n", "\t", "\r\n", "_"])),
      characters.slice(cut).join(""),
      characters.slice(0, cut).join("") + "\n",
    ];
  });
}

function scriptTexts({ scripts }) {
  const random = new Random("scripts");
  return Object.values(scripts).flatMap((characters) => [
    words(random, characters, 12).join(" "),
    words(random, characters, 6).join(random.pick(["", "\n", "1", "'s", "-"])),
    words(random, characters, 4).join(" a1 "),
  ]);
}

// Texts that show on which side of a class boundary a code point is.
function boundaryTexts() {
  const codes = boundaries();
  const made = [];
  for (let i = 0; i < codes.length; i += 6) {
    const probes = codes.slice(i, i + 6).map((code) => {
      const c = character(code);
      return `${c}\\u1${c}2345   ${c}x${c}'sx\n${c}\nA${c}b`;
    });
    made.push(probes.join("  "));
  }
  return made;
}

function spaces({ space }) {
  const like = ["\x1c", "\x1f", "\u180e", "\u200b", "\u2060", "\ufeff"];
  const made = [];
  for (const s of [...space, ...like]) {
    made.push(s, s + s, `a${s}`, `${s}a`, `a${s}b`, `a${s}${s}b`, `1${s}2`,
      `${s}!`, `!${s}`, ` ${s}x`, `${s} x`, `\n${s}x`, `${s}\nx`, `x${s}\n`,
      `x\n${s}`, `x \n${s}${s}`, `\r\n${s}\r\n${s}1`, `${s}'s`, `x'${s}s`,
      `x${s}  \n  ${s}y`);
  }
  return made.concat(product(space, space).map((pair) => `a${pair}b${pair}`));
}

function lineEnds() {
  const parts = ["\r", "\n", " ", "\t", "x", "!", "/", "1", "'"];
  const random = new Random("lines");
  const made = product(product(parts, parts), parts);
  for (let i = 0; i < 200; i++) {
    made.push(random.string(random.between(4, 16), parts));
  }
  return made;
}

function contractions() {
  const suffixes = ["s", "S", "t", "T", "m", "M", "d", "D", "ſ", "\u212a", "k", "n",
    ...product(["r", "R"], ["e", "E"]), ...product(["v", "V"], ["e", "E"]),
    ...product(["l", "L"], ["l", "L"]), "r", "v", "l", "re's", "ſs", "sſ"];
  const frames = [["", ""], ["x", ""], ["x", "y"], ["X", "Y"], [" ", " "],
    [" I", " "], ["1", "1"], ["é", "é"], ["中", "中"], ["'", "'"], ["\n", "\n"],
    ["!", "!"], ["a\u0301", "\u0301"], ["Ab", "Cd"]];
  return suffixes.flatMap((suffix) => [
    ...frames.map(([before, after]) => `${before}'${suffix}${after}`),
    ...["\u2019", "\u02bc", "\uff07", "`"].map((quote) =>
      `x${quote}${suffix}y I${quote}${suffix}`),
  ]);
}

function numbers({ number }) {
  const random = new Random("numbers");
  const made = [];
  for (let length = 1; length <= 40; length++) {
    const digits = random.string(length, DIGITS);
    made.push(digits, ` ${digits}`, `a${digits}b ${digits}.${digits}`,
      random.string(length, number), `-${digits}%`);
  }
  for (let i = 0; i < number.length; i += 12) {
    const few = number.slice(i, i + 12);
    made.push(few.join(""), few.join("1 "), few.join("a"));
  }
  return made;
}

function emoji({ emoji }) {
  const random = new Random("emoji");
  const skin = ["🏻", "🏼", "🏽", "🏾", "🏿"];
  const made = ["👨‍👩‍👧‍👦", "👩🏽‍🚀👨🏿‍🦰", "🏳️‍🌈🏴‍☠️", "🏴󠁧󠁢󠁷󠁬󠁳󠁿 🇩🇪🇯🇵🇧🇷🇩", "1️⃣#️⃣*️⃣", "❤️❤︎☺️☺",
    "😀😀😀 😂😂!", "a👍b 👍 c👍🏽d", "🫩🪾🫆 (16.0)", "👁️‍🗨️"];
  for (let i = 0; i < 120; i++) {
    let text = "";
    for (let part = random.between(1, 12); part > 0; part--) {
      text += random.pick(emoji) + random.pick(["", "", "\ufe0f", "\u200d",
        " ", random.pick(skin), "!", "\n", "a"]);
    }
    made.push(text);
  }
  return made;
}

function marks({ mark, titlecase, modifier, letter }) {
  const random = new Random("marks");
  const made = ["e\u0301", "cafe\u0301s", "\u0301", " \u0301x", "1\u0301",
    titlecase.join(""), titlecase.join("a"), titlecase.join(" "), "\u20dd1"];
  for (let i = 0; i < 150; i++) {
    const stack = random.string(random.between(1, 12), mark);
    const base = random.pick(["e", "E", "1", " ", "", "!", "'", "न", "\n"]);
    made.push(base + stack + random.pick(["", "x", "X", "'s", " x", "\\u"]),
      random.string(4, modifier) + random.string(2, LOWER) +
        random.string(2, UPPER) + random.string(3, letter) + stack);
  }
  return made;
}

function runs() {
  const lengths = [2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 24, 25, 26, 27, 31, 32,
    33, 63, 64, 65, 80, 81, 82, 83, 84, 100, 127, 128, 129, 255, 256, 257, 500,
    999, 1000, 2048, 2049, 5000];
  const units = ["a", "Z", " ", "\n", "\r", "\r\n", "\t", " \n", "!", "-", "=",
    "_", "^", "/", "'s", "0", "é", "e\u0301", "\u0301", "中", "👍", "\0", "٣",
    "\u00a0", "\u3000", "ſ", "word ", "ab", "aA", "a1"];
  const ends = ["x", " x", "\nx", "  ", "!", "1"];
  const made = units.flatMap((unit) =>
    lengths.filter((length) => length * Buffer.byteLength(unit) <= 10000)
      .map((length) => unit.repeat(length)));
  for (const unit of units) {
    for (const end of ends) {
      made.push(unit.repeat(3) + end, unit.repeat(70) + end, end +
        unit.repeat(66) + end);
    }
  }
  return made;
}

function bytes() {
  const made = [];
  for (let byte = 0; byte < 256; byte++) {
    made.push(Buffer.from([byte]), Buffer.from([0x61, byte, 0x62]),
      Buffer.from([byte, byte, 0x20, byte, 0x80]));
  }
  return made;
}

const BROKEN = ["f0", "ff", "c3", "f09f98", "ff41", "e28041", "f0908041",
  "61ff62", "c080", "eda080", "f4908080", "20ec8ba4ed", "f09f91", "e4b8",
  "e4b8ade4b8", "edbfbf", "c1bf", "e08080", "e09fbf", "f0808080", "f08fbfbf",
  "f5808080", "fe", "80", "bfbf", "0d0aff0a", "f48fbfbf", "efbfbd", "efbfbe",
  "efbbbf", "00ff00", "f1808041", "f3bfbf", "ed9fbf", "ee8080"];

function broken() {
  const random = new Random("broken");
  const parts = [0x20, 0x61, 0x41, 0x0a, 0x31, 0x80, 0x8f, 0x90, 0x9f, 0xa0,
    0xbf, 0xc1, 0xc2, 0xe0, 0xe2, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff];
  const made = BROKEN.map((hex) => Buffer.from(hex, "hex"));
  for (let i = 0; i < 150; i++) {
    const count = random.between(2, 24);
    made.push(Buffer.from(Array.from({ length: count },
      () => random.pick(parts))));
    made.push(Buffer.from(Array.from({ length: count },
      () => random.below(256))));
  }
  for (const text of Object.values(SENTENCES)) {
    const whole = Buffer.from(text);
    const cut = random.below(whole.length);
    made.push(whole.subarray(0, cut), whole.subarray(cut));
  }
  return made;
}

function special() {
  const names = ["endoftext", "fim_prefix", "fim_middle", "fim_suffix",
    "endofprompt", "startoftext", "return", "constrain", "channel", "start",
    "end", "message", "call", "reserved_200000", "im_start", "im_end"];
  return names.flatMap((name) => [`<|${name}|>`, `hello <|${name}|> world`,
    `<|${name}|><|${name}|>\n`, `<|${name}`, `x<|${name}|>\n\n1`]);
}

// Pieces without a boundary inside.
function long() {
  const random = new Random("long");
  const made = [[LOWER, 20000], [PUNCTUATION, 20000], ["ACGT", 20000],
    ["ab", 20000], [DIGITS, 20000], ["\n \t", 20000]].map(([from, count]) =>
    random.string(count, from));
  const from = [LOWER, UPPER, BASE64, PUNCTUATION, DIGITS, "的一是不了人我在有他这",
    "àéîõü", "aeiou", "\r\n ", "👍😀🎉", "\u0301\u0302\u0308", "абвгд",
    "0123456789abcdef", "का", "가나다라마바사", "あいうえおカキクケコ"];
  for (const characters of from) {
    for (const count of [97, 101, 130, 513, 1500]) {
      made.push(random.string(count, characters));
    }
  }
  return made;
}

function mixtures(data, random, count) {
  const sentences = Object.values(SENTENCES).concat(Object.values(SOURCES));
  const makers = [
    () => random.string(random.between(1, 12), LOWER),
    () => random.string(random.between(1, 8), UPPER),
    () => random.string(random.between(1, 10), LOWER + UPPER),
    () => random.string(random.between(1, 5), DIGITS),
    () => random.string(random.between(1, 6), PUNCTUATION),
    () => random.string(random.between(1, 4), data.space),
    () => random.string(random.between(1, 4), " \n"),
    () => random.string(random.between(1, 3), data.upper) +
      random.string(random.between(1, 3), data.lower),
    () => random.string(random.between(1, 4), data.letter),
    () => random.string(random.between(1, 3), data.mark),
    () => random.string(random.between(1, 3), data.number),
    () => random.string(1, data.emoji),
    () => random.pick(["'s", "'LL", "'ſ", "\r\n", "\\u", "//", "<|endoftext|>",
      "\u2019t", "'re"]),
    () => character(random.pick([0x80, 0x600, 0x1f00, 0x4e00, 0xa000, 0x1f300])
      + random.below(256)),
    () => Array.from(random.pick(sentences)).slice(0, 20).join(""),
  ];
  const made = [];
  for (let i = 0; i < count; i++) {
    let text = "";
    for (let part = random.between(1, 14); part > 0; part--) {
      text += random.pick(makers)() + random.pick(["", " "]);
    }
    made.push(text);
  }
  return made;
}

// Whole and broken characters, and bytes of any kind.
function torn(random) {
  const count = random.between(1, 40);
  const bytes = Array.from({ length: count }, () => random.pick([0x20, 0x61,
    0x0a, 0x31, 0x80, 0xbf, 0xc3, 0xe2, 0xed, 0xf0, 0xf4, random.below(256)]));
  return Buffer.from(bytes);
}

// A piece without a boundary, or a run, in something else.
function piece(data, random) {
  const from = random.pick([LOWER, UPPER, BASE64, PUNCTUATION, DIGITS, " \n",
    "ACGT", data.letter, data.mark, data.number, data.upper, data.emoji]);
  const long = random.string(random.between(20, 600),
    Array.from(from).slice(random.below(from.length)));
  return random.pick(["", "a", " ", "\n"]) + long + random.pick(["", " x", "'s"]);
}

// As many texts as are asked for, others for each seed: {group, bytes}.
export async function randomTexts(packages, seed, count) {
  const data = await load(packages);
  const random = new Random(`seed ${seed}`);
  const makers = { mixtures: () => mixtures(data, random, 1)[0],
    piece: () => piece(data, random), torn: () => torn(random) };
  const groups = ["mixtures", "mixtures", "mixtures", "piece", "torn"];
  return Array.from({ length: count }, () => {
    const group = random.pick(groups);
    return { group, bytes: Buffer.from(makers[group]()) };
  });
}

const GROUPS = { plain, variants, scripts: scriptTexts,
  boundaries: boundaryTexts, spaces, lineEnds, contractions, numbers, emoji,
  marks, runs, bytes, broken, special, long,
  random: (data) => mixtures(data, new Random("mixtures"), 900) };

// The texts of all groups in order, each once: {group, bytes}.
export async function texts(packages) {
  const data = await load(packages);
  const seen = new Set();
  const made = [];
  for (const [group, make] of Object.entries(GROUPS)) {
    for (const text of make(data)) {
      const bytes = Buffer.from(text);
      const key = bytes.toString("latin1");
      if (!seen.has(key)) {
        seen.add(key);
        made.push({ group, bytes });
      }
    }
  }
  return made;
}
