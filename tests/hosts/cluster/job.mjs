// The dataset of the test and what is asked about it, as SQL alone: the same
// statements go to the servers and to the shell.  A statement is a text, or
// what sqld takes for one with parameters.
import fs from "node:fs";

export const ROWS = 200_000;
const LOAD = 20_000; // rows of one statement
export const SHARDS = 16;

const WORDS = `where is my parcel the refund has not come and I want to know
  when it will please help order number broken screw missing late delivery
  address change cancel invoice card charged twice voucher code does work
  Straße Größe заказ посылка где возврат 注文 返金 荷物 배송 주문 café naïve
  don't I'm we've 12345 49,90 € www.example.com 😀 👍🏽 — …`
  .split(/\s+/);
const LENGTH = 30; // words of a prompt

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const every = (count, make) => Array.from({ length: count }, (_, i) => make(i));

// A shard holds all rows of a prompt, another division all rows of a class.
// In the one shell all rows are one shard.
const fold = (key, shards) =>
  shards === 1 ? "0" : `ftext_fold(coalesce(${key}, ''), ${shards})`;

export const schema = (shards) => [
  "CREATE TABLE word (number INTEGER PRIMARY KEY, text TEXT)",
  `INSERT INTO word VALUES ${WORDS.map((word, i) => `(${i}, ${quoted(word)})`)
    .join(", ")}`,
  `CREATE TABLE dataset (id INTEGER PRIMARY KEY, prompt TEXT, completion TEXT,
     label TEXT, split TEXT,
     part INTEGER GENERATED ALWAYS AS (${fold("prompt", shards)}) STORED,
     class_shard INTEGER
       GENERATED ALWAYS AS (${fold("label", shards)}) STORED)`,
  "CREATE INDEX dataset_part ON dataset (part)",
  "CREATE INDEX dataset_class ON dataset (class_shard, label)",
  "CREATE TABLE class_split (label TEXT PRIMARY KEY, spec TEXT NOT NULL)",
];

const words = every(LENGTH, (k) => `(SELECT text FROM word WHERE number =
  ftext_fold(i || '.${k}', ${WORDS.length}))`).join(" || ' ' || ");

// Most rows are well; some have each of the faults.
function load(first) {
  return `INSERT INTO dataset (id, prompt, completion, label, split)
    WITH RECURSIVE n (i) AS (VALUES (${first})
      UNION ALL SELECT i + 1 FROM n LIMIT ${LOAD})
    SELECT i, CASE WHEN i % 1009 = 0 THEN '' WHEN i % 997 = 0 THEN NULL
        WHEN i % 499 = 0 THEN 'the same prompt ' || (i % 17)
        WHEN i % 991 = 0 THEN '<|endoftext|> ' || i
        WHEN i % 983 = 0 THEN 'AT&amp;T ' || i
        WHEN i % 977 = 0 THEN char(0xFFFD) || i
        WHEN i % 971 = 0 THEN 'bell' || char(7) || i
        WHEN i % 967 = 0 THEN CAST(x'F09F' AS TEXT) || i
        WHEN i % 9973 = 0 THEN replace(hex(zeroblob(3000)), '00', ' ' || i)
        ELSE ${words} END,
      CASE WHEN i % 1013 = 0 THEN ' ' WHEN i % 953 = 0 THEN ' 1'
        ELSE ftext_fold(i, 77, 'class') + 1 END,
      CASE WHEN i % 1019 > 0 THEN 'class ' || ftext_fold(i, 77, 'class') END,
      CASE WHEN i % 1021 > 0 THEN ftext_split(i, 'valid=0.2,train=0.8') END
    FROM n`;
}

export const LOADS = every(ROWS / LOAD, (i) => load(1 + i * LOAD));

const count = (where) => `SELECT split, label, count(*),
    sum(ftext_token_count(prompt, 'o200k_base')),
    sum(ftext_token_count(prompt, 'cl100k_base')),
    sum(ftext_token_count(prompt, 'r50k_base'))
  FROM dataset WHERE ${where} GROUP BY split, label`;

const fit = (where) => `SELECT label,
    ftext_split_fit(prompt, 'valid=0.2,train=0.8', 1, 42)
  FROM dataset WHERE ${where} AND label IS NOT NULL GROUP BY label`;

export const keepSpecs = (specs) => `INSERT INTO class_split VALUES
  ${specs.map((row) => `(${row.map(quoted).join(", ")})`).join(", ")}`;

const assign = (where) => `SELECT id FROM dataset JOIN class_split
    USING (label)
  WHERE ${where} AND ftext_split(prompt, spec, 42) = 'valid'`;

const CHECK_PARTS = fs.readFileSync(
  new URL("../../../sql/check_parts.sql", import.meta.url), "utf8");
const OPTIONS = {
  encoding: "o200k_base", format: "chat", task: "classification",
  max_tokens: 2048,
};

const check = (part) => ({ q: CHECK_PARTS, params: { part, ...OPTIONS } });

// What ftext_check says about the same: a row for each check that found
// something, however little.  quote() writes a REAL so that it reads back.
export const FTEXT_CHECK = `SELECT "check", count, quote(value)
  FROM ftext_check('dataset', json_patch('${JSON.stringify(OPTIONS)}',
    json_object('thresholds', json('{"duplicate_share": 0}'),
      'run', json((SELECT json_group_array("check") FROM ftext_checks
        WHERE scope IN ('row', 'prompt'))))))
  WHERE "check" <> 'summary'`;

export const WHOLE = {
  count: count("true"),
  fit: fit("true"),
  assign: assign("true"),
  check: check(null),
};

export const PARTS = {
  count: every(SHARDS, (i) => count(`part = ${i}`)),
  fit: every(SHARDS, (i) => fit(`class_shard = ${i}`)),
  assign: every(SHARDS, (i) => assign(`part = ${i}`)),
  check: every(SHARDS, check),
};
