// The dataset of the test and what is asked about it, as SQL alone: the same
// statements go to the servers and to the shell.

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
export const SCHEMA = [
  "CREATE TABLE word (number INTEGER PRIMARY KEY, text TEXT)",
  `INSERT INTO word VALUES ${WORDS.map((word, i) => `(${i}, ${quoted(word)})`)
    .join(", ")}`,
  `CREATE TABLE dataset (id INTEGER PRIMARY KEY, prompt TEXT, completion TEXT,
     label TEXT, split TEXT,
     shard INTEGER GENERATED ALWAYS AS (ftext_fold(prompt, ${SHARDS})) STORED,
     class_shard INTEGER
       GENERATED ALWAYS AS (ftext_fold(label, ${SHARDS})) STORED)`,
  "CREATE INDEX dataset_shard ON dataset (shard)",
  "CREATE INDEX dataset_class ON dataset (class_shard, label)",
  "CREATE TABLE class_split (label TEXT PRIMARY KEY, spec TEXT NOT NULL)",
  `CREATE VIEW whole AS
     SELECT id, prompt, completion, label, split FROM dataset`,
  ...every(SHARDS, (i) => `CREATE VIEW part_${i} AS SELECT id, prompt,
     completion, label, split FROM dataset WHERE shard = ${i}`),
];

const words = every(LENGTH, (k) => `(SELECT text FROM word WHERE number =
  ftext_fold(i || '.${k}', ${WORDS.length}))`).join(" || ' ' || ");

// Most rows are well; some have each of the faults.
function load(first) {
  return `INSERT INTO dataset (id, prompt, completion, label, split)
    WITH RECURSIVE n (i) AS (VALUES (${first})
      UNION ALL SELECT i + 1 FROM n LIMIT ${LOAD})
    SELECT i, CASE WHEN i % 1009 = 0 THEN ''
        WHEN i % 499 = 0 THEN 'the same prompt ' || (i % 17)
        WHEN i % 991 = 0 THEN '<|endoftext|> ' || i
        WHEN i % 983 = 0 THEN 'AT&amp;T ' || i
        WHEN i % 977 = 0 THEN char(0xFFFD) || i
        WHEN i % 9973 = 0 THEN replace(hex(zeroblob(3000)), '00', ' ' || i)
        ELSE ${words} END,
      CASE WHEN i % 1013 = 0 THEN ' ' ELSE ftext_fold(i, 77, 'class') + 1 END,
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

// A threshold of 0 lets the parts tell all they have; the whole's own
// threshold is for the sum.  quote() writes a REAL so that it reads back.
const check = (source, scopes, thresholds) => `SELECT severity, "check",
    class, split, count, quote(value), examples
  FROM ftext_check('${source}', json_object('format', 'chat',
    'task', 'classification', 'max_tokens', 2048,
    'thresholds', json('${thresholds}'),
    'run', (SELECT json_group_array("check") FROM ftext_checks
      WHERE scope IN (${scopes}))))
  WHERE "check" <> 'summary'`;

const BY_PROMPT = "'row', 'prompt'";

export const WHOLE = {
  count: count("true"),
  fit: fit("true"),
  assign: assign("true"),
  check: check("whole", `${BY_PROMPT}, 'source'`, "{}"),
};

export const PARTS = {
  count: every(SHARDS, (i) => count(`shard = ${i}`)),
  fit: every(SHARDS, (i) => fit(`class_shard = ${i}`)),
  assign: every(SHARDS, (i) => assign(`shard = ${i}`)),
  check: [
    check("whole", "'source'", "{}"), // the longest, so the first
    ...every(SHARDS, (i) => check(`part_${i}`, BY_PROMPT,
      '{"duplicate_share": 0}')),
  ],
};

export const CHECKS = 'SELECT "check", unit, threshold FROM ftext_checks';
