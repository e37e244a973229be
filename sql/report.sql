-- report.sql: a dataset as one HTML file to look at.
--
-- Run it after prepare.sql, in the same session:
--
--   .load ftext
--   .read sql/prepare.sql
--   .read sql/report.sql
--
-- or give your own rows the name `dataset`: a view or a table with the columns
-- prompt and completion and, where there, id, label, split, group and
-- token_count, as ftext_check takes them.
--
-- Parameters, each of which may be left out; those that prepare.sql has too
-- are best set for both:
--
--   .parameter set @report out/tags.html  the file; report.html
--   .parameter set @title 'Our tags'      its heading; Dataset
--   .parameter set @target openai-chat    see ftext_targets
--   .parameter set @encoding gpt-4o       or an encoding's name; r50k_base,
--                                         with a target o200k_base
--   .parameter set @format chat           or completion; see ftext_check
--   .parameter set @max_tokens 4096       the limit of a row; the target's,
--                                         else 16385 with cl100k_base, 65536
--                                         with o200k_base, 2048
--   .parameter set @similarity 0.8        so alike are near duplicates
--   .parameter set @near_rows 100000      so many prompts at most are compared;
--                                         0 compares none
--   .parameter set @classes 100           so many classes at most are listed
--   .parameter set @samples 12            so many rows are shown token by token
--
-- The file needs no other one, no network and no script.  The same rows give
-- the same bytes.  Temporary tables stay for a look:
--
--   report_finding   what ftext_check found, all of it
--   report_slot      a line for each split, and one for all (slot 0)
--   report_class     class, completion, first_token_id, sharers (classes that
--                    begin with this token), rows
--   report_group     near duplicates: a group's rows, texts, splits, classes
--   report(html)     the file
--
-- writefile() is the shell's.  Another program gives SQLite a function of that
-- name, or leaves the last statement out and writes report.html itself.

DROP TABLE IF EXISTS temp.report_setting;
DROP TABLE IF EXISTS temp.report_finding;
DROP TABLE IF EXISTS temp.report_task;
DROP TABLE IF EXISTS temp.report_row;
DROP TABLE IF EXISTS temp.report_split;
DROP TABLE IF EXISTS temp.report_length;
DROP TABLE IF EXISTS temp.report_slot;
DROP TABLE IF EXISTS temp.report_bin;
DROP TABLE IF EXISTS temp.report_cell;
DROP TABLE IF EXISTS temp.report_class;
DROP TABLE IF EXISTS temp.report_distinct;
DROP TABLE IF EXISTS temp.report_compared;
DROP TABLE IF EXISTS temp.report_bucket;
DROP TABLE IF EXISTS temp.report_near;
DROP TABLE IF EXISTS temp.report_component;
DROP TABLE IF EXISTS temp.report_member;
DROP TABLE IF EXISTS temp.report_group;
DROP TABLE IF EXISTS temp.report_example;
DROP TABLE IF EXISTS temp.report_sample;
DROP TABLE IF EXISTS temp.report_token;
DROP TABLE IF EXISTS temp.report_escape;
DROP TABLE IF EXISTS temp.report_text;
DROP TABLE IF EXISTS temp.report_size;
DROP TABLE IF EXISTS temp.report_first;
DROP TABLE IF EXISTS temp.report_notice;
DROP TABLE IF EXISTS temp.report_bar;
DROP TABLE IF EXISTS temp.report_axis;
DROP TABLE IF EXISTS temp.report_key;
DROP TABLE IF EXISTS temp.report_part;
DROP TABLE IF EXISTS temp.report;

-- 1. The settings: one row, so that each default stands in one place.
CREATE TEMP TABLE report_setting (
  report TEXT NOT NULL,
  title TEXT NOT NULL,
  target TEXT,
  known INTEGER
    CONSTRAINT "@target is one of ftext_targets" CHECK (known),
  encoding TEXT NOT NULL,
  format TEXT
    CONSTRAINT "@format is completion or chat"
    CHECK (format IN ('completion', 'chat')),
  max_tokens INTEGER NOT NULL
    CONSTRAINT "@max_tokens is a whole number, at least 1"
    CHECK (typeof(max_tokens) = 'integer' AND max_tokens >= 1),
  similarity REAL NOT NULL
    CONSTRAINT "@similarity is a number between 0 and 1"
    CHECK (similarity > 0 AND similarity <= 1),
  near_rows INTEGER NOT NULL
    CONSTRAINT "@near_rows is a whole number, at least 0"
    CHECK (typeof(near_rows) = 'integer' AND near_rows >= 0),
  shown_classes INTEGER NOT NULL
    CONSTRAINT "@classes is a whole number, at least 5"
    CHECK (typeof(shown_classes) = 'integer' AND shown_classes >= 5),
  shown_samples INTEGER NOT NULL
    CONSTRAINT "@samples is a whole number, at least 0"
    CHECK (typeof(shown_samples) = 'integer' AND shown_samples >= 0),
  labelled INTEGER NOT NULL -- dataset has a column label
);
INSERT INTO report_setting
SELECT
  coalesce(@report, 'report.html'),
  coalesce(@title, 'Dataset'),
  @target,
  @target IS NULL OR @target IN (SELECT target FROM ftext_targets),
  encoding,
  coalesce(@format, CASE WHEN @target <> 'completion' THEN 'chat'
    ELSE 'completion' END),
  coalesce(@max_tokens,
    (SELECT max_tokens FROM ftext_targets WHERE target = @target),
    CASE coalesce(ftext_encoding(encoding), encoding)
      WHEN 'cl100k_base' THEN 16385
      WHEN 'o200k_base' THEN 65536
      WHEN 'o200k_harmony' THEN 65536
      ELSE 2048 END),
  coalesce(@similarity, 0.8),
  coalesce(@near_rows, 100000),
  coalesce(@classes, 100),
  coalesce(@samples, 12),
  EXISTS (SELECT 1 FROM pragma_table_xinfo('dataset')
    WHERE lower(name) = 'label')
FROM (SELECT coalesce(@encoding,
  CASE coalesce(@target, 'completion')
    WHEN 'completion' THEN 'r50k_base' ELSE 'o200k_base' END) AS encoding);

-- 2. The check, and what it takes the completions for.
CREATE TEMP TABLE report_finding AS
SELECT f.* FROM ftext_check('dataset',
  (SELECT json_patch(json_object('encoding', encoding, 'format', format,
    'max_tokens', max_tokens, 'near_rows', near_rows,
    'thresholds', json_object('near_leak', similarity),
    'skip', json_array('extra_column')),
    json_object('target', target)) -- which drops it where it is NULL
    FROM report_setting)) AS f;

CREATE TEMP TABLE report_task AS
SELECT classification, classification OR labelled AS classified
FROM (
  SELECT message LIKE '% rows, classification,%' AS classification, labelled
  FROM report_finding, report_setting WHERE "check" = 'summary');

-- 3. The rows, read once.  The NATURAL JOIN gives a `dataset` that lacks a
-- column one that is NULL.
CREATE TEMP TABLE report_row (
  row INTEGER PRIMARY KEY,
  id TEXT,
  prompt TEXT NOT NULL,
  completion TEXT NOT NULL,
  class TEXT NOT NULL,  -- '' where there is none
  split TEXT NOT NULL,  -- '' where there is none
  tokens INTEGER NOT NULL,
  fingerprint TEXT NOT NULL
);
INSERT INTO report_row
  (id, prompt, completion, class, split, tokens, fingerprint)
SELECT id, prompt, completion, CASE WHEN labelled THEN label
    WHEN classified THEN completion ELSE '' END, split,
  coalesce(token_count, ftext_token_count(prompt, encoding)
    + ftext_token_count(completion, encoding)),
  ftext_fingerprint(prompt)
FROM (
  SELECT CAST(id AS TEXT) AS id, token_count,
    CASE typeof(prompt) WHEN 'blob' THEN ftext_normalize(prompt, '')
      ELSE coalesce(CAST(prompt AS TEXT), '') END AS prompt,
    CASE typeof(completion) WHEN 'blob' THEN ftext_normalize(completion, '')
      ELSE coalesce(CAST(completion AS TEXT), '') END AS completion,
    coalesce(CAST(label AS TEXT), '') AS label,
    coalesce(CAST(split AS TEXT), '') AS split
  FROM dataset NATURAL LEFT JOIN (
    SELECT NULL AS id, NULL AS label, NULL AS split, NULL AS token_count
    WHERE 0)),
  report_setting, report_task;

-- 4. The splits, train first.  Six have a colour of their own; of more the
-- smallest share the last one.
CREATE TEMP TABLE report_split AS
SELECT split, min(6, row_number() OVER (ORDER BY split = 'train' DESC,
  rows DESC, split)) AS slot
FROM (SELECT split, count(*) AS rows FROM report_row GROUP BY split);

CREATE TEMP TABLE report_length AS
SELECT slot, tokens, count(*) AS rows
FROM report_row JOIN report_split USING (split) GROUP BY slot, tokens
UNION ALL
SELECT 0, tokens, count(*) FROM report_row GROUP BY tokens;

CREATE TEMP TABLE report_cell AS
SELECT class, slot, count(*) AS rows
FROM report_row JOIN report_split USING (split), report_task WHERE classified
GROUP BY class, slot;

CREATE TEMP TABLE report_slot (
  slot INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  rows INTEGER NOT NULL,
  classes INTEGER NOT NULL,
  tokens INTEGER NOT NULL,
  median INTEGER,
  p99 INTEGER,
  longest INTEGER,
  longer INTEGER NOT NULL -- than the limit
);
INSERT INTO report_slot
SELECT slot, CASE
    WHEN slot = 0 THEN 'all rows'
    WHEN (SELECT count(*) FROM report_split AS s WHERE s.slot = q.slot) > 1
      THEN (SELECT count(*) FROM report_split WHERE slot = 6)
        || ' other splits'
    WHEN split <> '' THEN split
    WHEN (SELECT count(*) FROM report_split) = 1 THEN 'rows'
    ELSE 'no split' END,
  count, (SELECT count(DISTINCT class) FROM report_cell AS c
    WHERE class <> '' AND (q.slot = 0 OR c.slot = q.slot)),
  tokens, median, p99, longest, longer
FROM (
  SELECT slot, sum(rows) AS count, sum(tokens * rows) AS tokens,
    min(CASE WHEN upto * 2 >= total THEN tokens END) AS median,
    min(CASE WHEN upto * 100 >= total * 99 THEN tokens END) AS p99,
    max(tokens) AS longest,
    sum(CASE WHEN tokens > max_tokens THEN rows ELSE 0 END) AS longer
  FROM (
    SELECT *, sum(rows) OVER (PARTITION BY slot ORDER BY tokens) AS upto,
      sum(rows) OVER (PARTITION BY slot) AS total
    FROM report_length), report_setting
  GROUP BY slot) AS q
  LEFT JOIN (SELECT slot, min(split) AS split FROM report_split GROUP BY slot)
    USING (slot);
INSERT OR IGNORE INTO report_slot
VALUES (0, 'all rows', 0, 0, 0, NULL, NULL, NULL, 0);

-- 5. Bins of the histogram: each token to 8, then four to a doubling.
CREATE TEMP TABLE report_bin AS
WITH RECURSIVE bin (n, low, width) AS (
  SELECT 0, 0, 1
  UNION ALL
  SELECT n + 1, low + width, CASE low + width WHEN 8 * width THEN 2 * width
    ELSE width END
  FROM bin WHERE low + width <= (SELECT max(max_tokens, coalesce(longest, 0))
    FROM report_setting, report_slot WHERE slot = 0)
)
SELECT * FROM bin
WHERE low + width > (
  SELECT min(max_tokens, coalesce(min(tokens), max_tokens))
  FROM report_setting, report_length);

-- 6. The classes and their first tokens: a line for each completion.
CREATE TEMP TABLE report_class AS
WITH answer AS (
  SELECT class, completion, rows,
    count(*) OVER (PARTITION BY class) AS completions,
    ftext_first_token_id(completion, encoding) AS first_token_id,
    ftext_first_token(completion, encoding) AS first_token,
    ftext_token_count(completion, encoding) AS token_count
  FROM (
    SELECT class, completion, count(*) AS rows
    FROM report_row, report_task WHERE classification AND class <> ''
    GROUP BY class, completion), report_setting)
SELECT answer.*, coalesce(sharers, 0) AS sharers
FROM answer LEFT JOIN (
  SELECT first_token_id, count(DISTINCT class) AS sharers
  FROM answer WHERE first_token_id IS NOT NULL GROUP BY first_token_id)
  USING (first_token_id);

-- 7. Near duplicates.  Equal prompts are one text.  Of more texts than
-- @near_rows those are taken whose first MinHash value is drawn: two texts
-- have it in common as likely as they are similar, so that what belongs
-- together is mostly drawn together.
CREATE TEMP TABLE report_distinct (
  row INTEGER PRIMARY KEY, -- the first one
  fingerprint TEXT NOT NULL,
  copies INTEGER NOT NULL
);
INSERT INTO report_distinct
SELECT min(row) AS first, fingerprint, count(*) FROM report_row
WHERE fingerprint <> ftext_fingerprint('') GROUP BY fingerprint ORDER BY first;

CREATE TEMP TABLE report_compared (row INTEGER PRIMARY KEY);
INSERT INTO report_compared
SELECT row FROM (
  SELECT d.row FROM report_distinct AS d JOIN report_row AS r USING (row)
  ORDER BY CASE WHEN (SELECT count(*) FROM report_distinct)
      > (SELECT near_rows FROM report_setting)
    THEN ftext_unit(substr(ftext_minhash(r.prompt), 1, 4)) END, d.row
  LIMIT (SELECT near_rows FROM report_setting))
ORDER BY row;

CREATE TEMP TABLE report_bucket (
  bucket INTEGER NOT NULL,
  place INTEGER NOT NULL,
  row INTEGER NOT NULL,
  PRIMARY KEY (bucket, place)
) WITHOUT ROWID;
INSERT INTO report_bucket
SELECT bucket, row_number() OVER (PARTITION BY bucket ORDER BY row), row
FROM report_compared JOIN report_row USING (row),
  ftext_bands(ftext_minhash(prompt));

-- Candidates share a bucket; the exact similarity decides.  Each is compared
-- with the first of its bucket and with the eight before it, so that a
-- thousand copies of a form cost nine thousand comparisons, not half a million.
CREATE TEMP TABLE report_near AS
SELECT a, b FROM (
  SELECT p.row AS a, q.row AS b
  FROM report_bucket AS q JOIN report_bucket AS p ON p.bucket = q.bucket
    AND p.place >= q.place - 8 AND p.place < q.place
  UNION
  SELECT p.row, q.row
  FROM report_bucket AS q JOIN report_bucket AS p ON p.bucket = q.bucket
    AND p.place = 1
  WHERE q.place > 1)
  JOIN report_row AS x ON x.row = a
  JOIN report_row AS y ON y.row = b
WHERE ftext_similarity(x.prompt, y.prompt)
  >= (SELECT similarity FROM report_setting);

-- Every row of a text belongs to the group of the text.
CREATE TEMP TABLE report_component (
  row INTEGER PRIMARY KEY,
  grp INTEGER NOT NULL
);
INSERT INTO report_component
SELECT key, value
FROM json_each((SELECT ftext_components(a, b) FROM report_near));

CREATE TEMP TABLE report_member (
  grp INTEGER NOT NULL,
  row INTEGER NOT NULL,
  text INTEGER NOT NULL, -- the first row that has it
  class TEXT NOT NULL,
  split TEXT NOT NULL,
  PRIMARY KEY (grp, row)
) WITHOUT ROWID;
INSERT INTO report_member
SELECT t.grp, r.row, t.text, r.class, r.split
FROM report_row AS r JOIN (
  SELECT fingerprint, d.row AS text, coalesce(c.grp, d.row) AS grp
  FROM report_distinct AS d LEFT JOIN report_component AS c ON c.row = d.row
  WHERE c.grp IS NOT NULL OR copies > 1) AS t USING (fingerprint)
ORDER BY t.grp, r.row;

CREATE TEMP TABLE report_group AS
SELECT row_number() OVER (ORDER BY splits > 1 DESC, rows DESC, grp) AS n, *
FROM (
  SELECT grp, count(*) AS rows, count(DISTINCT text) AS texts,
    count(DISTINCT split) AS splits, count(DISTINCT class) AS classes
  FROM report_member GROUP BY grp);

CREATE TEMP TABLE report_example AS
SELECT n, place, text, copies, prompt FROM (
  SELECT g.n, m.text, count(*) AS copies,
    row_number() OVER (PARTITION BY g.n ORDER BY count(*) DESC, m.text) AS place
  FROM report_group AS g JOIN report_member AS m USING (grp)
  WHERE g.n <= 20 GROUP BY g.n, m.text)
  JOIN report_row AS r ON r.row = text
WHERE place <= 4;

-- 8. Sample rows: of a thousand drawn one of each class first; and the longest.
CREATE TEMP TABLE report_sample AS
WITH drawn AS (
  SELECT row, class, ftext_unit(fingerprint, 'sample') AS unit FROM report_row
  ORDER BY 3, row LIMIT 1000)
SELECT * FROM (
  SELECT row_number() OVER (ORDER BY turn, unit, row) AS n, row FROM (
    SELECT *, row_number() OVER (PARTITION BY class ORDER BY unit, row) AS turn
    FROM drawn))
WHERE n <= (SELECT shown_samples FROM report_setting)
UNION ALL
SELECT 0, row FROM (
  SELECT row FROM report_row ORDER BY tokens DESC, row LIMIT 1)
WHERE (SELECT shown_samples FROM report_setting) > 0;

-- Of a long text the first tokens are shown.
CREATE TEMP TABLE report_token AS
SELECT n, row, part, t.position, t.id, typeof(t.token) = 'blob' AS bytes,
  CASE typeof(t.token) WHEN 'blob' THEN '0x' || hex(t.token) ELSE t.token END
    AS token
FROM (
  SELECT s.n, row, 1 AS part, prompt AS whole
  FROM report_sample AS s JOIN report_row USING (row)
  UNION ALL
  SELECT s.n, row, 2, completion
  FROM report_sample AS s JOIN report_row USING (row)),
  ftext_tokens(whole, (SELECT encoding FROM report_setting)) AS t
WHERE t.position <= 150;

-- 9. What the lists show.  Of many classes the largest and the smallest: a
-- fifth of the list is for these.
CREATE TEMP TABLE report_size AS
SELECT class, rows, n, n <= shown_classes - shown_classes / 5
    OR n > total - shown_classes / 5 OR total <= shown_classes AS shown
FROM (
  SELECT *, row_number() OVER (ORDER BY rows DESC, class) AS n,
    count(*) OVER () AS total
  FROM (SELECT class, sum(rows) AS rows FROM report_cell GROUP BY class)),
  report_setting;

CREATE TEMP TABLE report_first AS
SELECT * FROM (
  SELECT row_number() OVER (ORDER BY sharers > 1 DESC,
      CASE WHEN sharers > 1 THEN first_token_id END, rows DESC, class,
      completion) AS n, *,
    CASE typeof(first_token) WHEN 'blob' THEN '0x' || hex(first_token)
      ELSE coalesce(first_token, '') END AS token
  FROM report_class)
WHERE n <= (SELECT shown_classes FROM report_setting);

CREATE TEMP TABLE report_notice AS
SELECT * FROM (
  SELECT rowid AS n, *, row_number() OVER (PARTITION BY "check" ORDER BY rowid)
      AS place, count(*) OVER (PARTITION BY "check") AS likes
  FROM report_finding WHERE "check" <> 'summary')
WHERE place <= 11;

-- 10. Every text that is shown passes here, and nowhere else: what must not be
-- in a page is made visible, what means something to HTML is escaped.  `html`
-- is good as content and in an attribute; `marked` as content alone, with its
-- white space marked.  A text longer than `width` is cut.
CREATE TEMP TABLE report_escape (
  step INTEGER PRIMARY KEY,
  found TEXT NOT NULL,
  shown TEXT NOT NULL
);
INSERT INTO report_escape (found, shown)
VALUES ('&', '&amp;'), ('<', '&lt;'), ('>', '&gt;'), ('"', '&quot;');
INSERT INTO report_escape (found, shown)
WITH RECURSIVE point (n) AS (
  VALUES (1) UNION ALL SELECT n + 1 FROM point WHERE n < 65535
)
SELECT char(n), CASE WHEN n < 32 THEN char(9216 + n) WHEN n = 127 THEN '␡'
  ELSE printf('[U+%04X]', n) END
FROM point
WHERE n < 32 AND n NOT IN (9, 10) OR n BETWEEN 127 AND 159
  OR n BETWEEN 8232 AND 8238 OR n BETWEEN 8294 AND 8297
  OR n BETWEEN 64976 AND 65007 OR n IN (8203, 65279, 65534, 65535)
UNION ALL
SELECT char(n), printf('[U+%X]', n)
FROM (
  SELECT n / 2 * 65536 + 65534 + n % 2 AS n FROM point
  WHERE n BETWEEN 2 AND 33);

CREATE TEMP TABLE report_text (
  n INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  width INTEGER NOT NULL,
  html TEXT,
  marked TEXT,
  UNIQUE (text, width)
);
INSERT OR IGNORE INTO report_text (text, width)
SELECT title, 200 FROM report_setting
UNION ALL SELECT encoding, 80 FROM report_setting
UNION ALL SELECT target, 80 FROM report_setting WHERE target IS NOT NULL
UNION ALL SELECT name, 40 FROM report_slot
UNION ALL SELECT message, 400 FROM report_notice
UNION ALL SELECT message, 400 FROM report_finding WHERE "check" = 'summary'
UNION ALL SELECT coalesce(examples, ''), 200 FROM report_notice WHERE place = 1
UNION ALL SELECT coalesce(fix, ''), 4000 FROM report_notice WHERE place = 1
UNION ALL SELECT class, 80 FROM report_size WHERE shown
UNION ALL SELECT class, 400 FROM report_size WHERE shown
UNION ALL SELECT class, 80 FROM report_first
UNION ALL SELECT completion, 80 FROM report_first
UNION ALL SELECT token, 80 FROM report_first
UNION ALL SELECT prompt, 240 FROM report_example
UNION ALL SELECT class, 80 FROM report_member JOIN report_group USING (grp)
  WHERE n <= 20
UNION ALL SELECT class, 80 FROM report_sample JOIN report_row USING (row)
UNION ALL SELECT coalesce(id, row), 40
  FROM report_sample JOIN report_row USING (row)
UNION ALL SELECT token, 200 FROM report_token;

-- SQLite's own text functions end at a NUL, so that it goes first, by JSON.
WITH RECURSIVE escaped (n, step, html) AS (
  SELECT n, 0, CASE WHEN length(plain) > width
    THEN substr(plain, 1, width - 1) || '…' ELSE plain END
  FROM (
    SELECT n, width, json_extract(replace(replace(
      json_quote(ftext_normalize(text, '')), '\\', '\u005c'),
      '\u0000', '\u2400'), '$') AS plain
    FROM report_text)
  UNION ALL
  SELECT n, e.step, replace(html, found, shown)
  FROM escaped AS t JOIN report_escape AS e ON e.step = t.step + 1
)
UPDATE report_text SET
  html = replace(replace(e.html, char(10), '↵'), char(9), '⇥'),
  marked = replace(replace(replace(replace(e.html, ' ', '<i> </i>'),
    char(160), '<b>°</b>'), char(9), '<b>⇥</b>' || char(9)),
    char(10), '<b>↵</b>' || char(10))
FROM escaped AS e
WHERE e.n = report_text.n AND step = (SELECT max(step) FROM report_escape);

-- A split's name with its colour, as legends and rows show it.
CREATE TEMP TABLE report_key AS
SELECT slot, html, '<span class="key"><svg viewBox="0 0 1 1" '
  || 'aria-hidden="true"><rect class="s' || slot || '" width="1" height="1"/>'
  || '</svg><bdi>' || html || '</bdi></span>' AS key
FROM report_slot JOIN report_text ON text = name AND width = 40
WHERE slot > 0;

-- 11. The page, part by part.
CREATE TEMP TABLE report_part (
  position INTEGER PRIMARY KEY,
  html TEXT NOT NULL
);
INSERT INTO report_part (html)
SELECT iif(encoding LIKE 'UTF-16%', char(65279), '') -- or it is taken for UTF-8
  || '<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta http-equiv="Content-Security-Policy"
  content="default-src ''none''; style-src ''unsafe-inline''"/>
<meta name="color-scheme" content="light dark"/>
<meta name="generator" content="ftext"/>
' FROM pragma_encoding;
INSERT INTO report_part (html)
SELECT '<title>' || html || '</title>
<style>
:root { color-scheme: light dark; --page: #fff; --card: #f6f7f9;
  --line: #dfe3e8; --text: #1b1f24; --soft: #57606a; --link: #1f5fbf;
  --s1: #2a6fdb; --s2: #c2570c; --s3: #0f8273; --s4: #7c4dcf; --s5: #c22e73;
  --s6: #66707c; --red: #b3261e; --red-soft: #fde8e6; --amber: #7a4b00;
  --amber-soft: #fdf0cf; --blue: #1d4f91; --blue-soft: #e4edfb;
  --green: #17602f; --green-soft: #dcf3e2; --t0: #ddd3f7; --t1: #cbeed3;
  --t2: #fde7b8; --t3: #fbd0d5; --t4: #c6e5f7; --mark: #4d5661; }
@media screen and (prefers-color-scheme: dark) {
:root { --page: #13161a; --card: #1b1f25; --line: #303741; --text: #e5e9ee;
  --soft: #a0abb7; --link: #8bb8ff; --s1: #6ea8fe; --s2: #f0954f; --s3: #3fbfab;
  --s4: #b497f5; --s5: #f084b6; --s6: #99a3af; --red: #ffb4ab;
  --red-soft: #4a1a17; --amber: #ffd27d; --amber-soft: #40310c;
  --blue: #a9cbff; --blue-soft: #1a2f4d; --green: #9be0ae;
  --green-soft: #143822; --t0: #42376b; --t1: #1d4a30; --t2: #574210;
  --t3: #612c35; --t4: #17475f; --mark: #b9c2cc; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem clamp(1rem, 4vw, 3rem) 3rem;
  max-width: 72rem; background: var(--page); color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
  "Liberation Sans", sans-serif; font-variant-numeric: tabular-nums;
  overflow-wrap: anywhere; -webkit-text-size-adjust: 100%; }
h1, h2, h3 { line-height: 1.2; margin: 0; font-weight: 650; }
h1 { font-size: clamp(1.7rem, 5vw, 2.4rem); letter-spacing: -0.02em; }
h2 { font-size: 1.35rem; letter-spacing: -0.01em; }
h3 { font-size: 1rem; }
p { margin: 0.5rem 0; max-width: 46rem; }
a { color: var(--link); text-underline-offset: 0.2em; }
section { margin-top: 3rem; padding-top: 1.5rem;
  border-top: 1px solid var(--line); scroll-margin-top: 1rem; }
.soft { color: var(--soft); }
.small { font-size: 0.875rem; }
.verdict { margin: 0.9rem 0 1.5rem; font-size: 1.05rem; }
.figures { display: flex; flex-wrap: wrap; margin: 0; gap: 0.75rem; }
.figures div { flex: 1 1 7rem; background: var(--card);
  border: 1px solid var(--line); border-radius: 0.6rem;
  padding: 0.75rem 0.95rem; display: flex;
  flex-direction: column-reverse; justify-content: flex-end; }
.figures dt { color: var(--soft); font-size: 0.875rem; }
.figures dd { margin: 0; font-size: 1.6rem; font-weight: 650;
  line-height: 1.25; letter-spacing: -0.02em; overflow-wrap: normal; }
nav { display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; margin-top: 1.4rem;
  font-size: 0.925rem; }
.badge { display: inline-block; padding: 0.1em 0.6em; border-radius: 1em;
  font-size: 0.8125rem; font-weight: 600; line-height: 1.5;
  white-space: nowrap; color: var(--blue); background: var(--blue-soft); }
.error { color: var(--red); background: var(--red-soft); }
.warning { color: var(--amber); background: var(--amber-soft); }
.good { color: var(--green); background: var(--green-soft); }
.scroll { overflow-x: auto; margin-top: 1rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
caption { text-align: left; color: var(--soft); font-size: 0.875rem;
  padding-bottom: 0.4rem; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.75rem;
  font-weight: 400; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--soft); font-size: 0.8125rem; vertical-align: bottom; }
thead th { overflow-wrap: normal; }
tbody th { min-width: 5.5rem; }
.n { text-align: right; white-space: nowrap; }
.bad { color: var(--red); font-weight: 650; }
.splits { max-width: 46rem; }
.splits td:last-child { font-weight: 650; }
.classes th[scope=row] { width: 30%; }
.classes .bar { width: 46%; min-width: 3.5rem; }
.classes td, .classes th { padding-top: 0.2rem; padding-bottom: 0.2rem;
  vertical-align: middle; }
svg { display: block; width: 100%; }
svg.plot { width: calc(100% - 2.75rem); margin-left: 2.75rem;
  overflow: visible; }
svg text { fill: var(--soft); font-size: 12px; }
svg line { stroke: var(--line); }
.s1 { fill: var(--s1); } .s2 { fill: var(--s2); } .s3 { fill: var(--s3); }
.s4 { fill: var(--s4); } .s5 { fill: var(--s5); } .s6 { fill: var(--s6); }
svg .limit { stroke: var(--red); stroke-width: 2; stroke-dasharray: 5 4; }
svg text.limit-text { fill: var(--red); font-weight: 600; }
.key { font-weight: 400; margin-left: 0.6rem; }
.key:first-child, article .key { margin-left: 0; }
.key svg { display: inline-block; width: 0.75em; height: 0.75em;
  margin-right: 0.4em; }
details { margin-top: 0.5rem; font-size: 0.875rem; }
summary { cursor: pointer; color: var(--link); width: fit-content; }
code { font: 0.8125rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas,
  "DejaVu Sans Mono", monospace; }
details code { display: block; margin-top: 0.4rem; padding: 0.6rem 0.8rem;
  background: var(--card); border: 1px solid var(--line);
  border-radius: 0.4rem; }
article { margin: 0 0 1rem; padding: 0.9rem 1.1rem; background: var(--card);
  border: 1px solid var(--line); border-radius: 0.6rem; break-inside: avoid; }
article h3 { display: flex; flex-wrap: wrap; gap: 0.3rem 0.8rem;
  align-items: baseline; }
article ol { margin: 0.6rem 0 0; padding-left: 1.4rem; font-size: 0.9375rem; }
article li { margin-top: 0.3rem; }
.columns { columns: 28rem; column-gap: 1rem; margin-top: 1rem; }
.tokens { margin: 0.7rem 0 0; max-width: none; white-space: break-spaces;
  font: 0.9rem/1.9 ui-monospace, "SF Mono", Menlo, Consolas,
  "DejaVu Sans Mono", monospace; }
.tokens span, .token { padding: 0.18em 0; border-radius: 0.2em; }
.token { font: 0.9rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas,
  "DejaVu Sans Mono", monospace; white-space: break-spaces;
  background: var(--t0); }
.t0 { background: var(--t0); } .t1 { background: var(--t1); }
.t2 { background: var(--t2); } .t3 { background: var(--t3); }
.t4 { background: var(--t4); }
.bytes { font-size: 0.75em; }
.tokens b, .token b { font-weight: 400; color: var(--mark); }
.tokens i, .token i { background: radial-gradient(circle, var(--mark) 0.07em,
  transparent 0.1em) center / 100% 100%; }
.part { margin: 0.7rem 0 0; padding-top: 0.5rem; color: var(--soft);
  border-top: 1px dashed var(--line); font-size: 0.8125rem; }
.part + .tokens { margin-top: 0; }
footer { margin-top: 3rem; padding-top: 1.2rem; color: var(--soft);
  border-top: 1px solid var(--line); font-size: 0.875rem; }
@media (max-width: 40rem) {
  th, td { padding-left: 0.3rem; padding-right: 0.3rem; }
  table { font-size: 0.875rem; }
  .figures dd { font-size: 1.2rem; }
  article { padding: 0.8rem; }
}
@page { margin: 16mm; }
@media print {
  :root { font-size: 10pt; }
  body { padding: 0; max-width: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  nav, details { display: none; }
  section { margin-top: 1.6rem; }
  tr, article, svg, .figures div { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  .scroll { overflow: visible; }
  .columns { columns: auto; }
}
</style>
</head>
<body>
<header>
<p class="soft small">Dataset report</p>
<h1><bdi>' || html || '</bdi></h1>'
FROM report_setting JOIN report_text ON text = title AND width = 200;

-- Summary.
INSERT INTO report_part (html)
SELECT '<p class="verdict">' || iif(errors = 0,
  '<b class="badge good">no errors</b>', printf('<b class="badge error">'
  || '%,d %s</b>', errors, iif(errors = 1, 'error', 'errors')))
  || printf(' <b class="badge%s">%,d %s</b> <b class="badge">%,d %s</b> ',
  iif(warnings = 0, '', ' warning'), warnings,
  iif(warnings = 1, 'warning', 'warnings'), notes,
  iif(notes = 1, 'note', 'notes')) || iif(errors = 0,
  'A trainer will take it.',
  'A trainer refuses it, or learns what was not meant.') || printf('</p>
<dl class="figures">
<div><dt>rows</dt><dd>%,d</dd></div>
<div><dt>%s</dt><dd>%s</dd></div>
<div><dt>tokens</dt><dd>%,d</dd></div>
<div><dt>longest row; limit %,d</dt><dd>%,d</dd></div>
<div><dt>rows in near duplicates</dt><dd>%,d</dd></div>
</dl>', rows, iif(classified, 'classes', 'free text, no classes'),
  iif(classified, printf('%,d', classes), '–'), tokens, max_tokens,
  coalesce(longest, 0), (SELECT count(*) FROM report_member))
FROM report_slot, report_setting, report_task, (
  SELECT coalesce(sum(severity = 'error'), 0) AS errors,
    coalesce(sum(severity = 'warning'), 0) AS warnings,
    coalesce(sum(severity = 'info'), 0) AS notes
  FROM report_finding WHERE "check" <> 'summary')
WHERE slot = 0;
INSERT INTO report_part (html)
VALUES ('<nav aria-label="Sections"><a href="#splits">Splits</a>
<a href="#findings">Findings</a>
<a href="#classes">Classes</a>
<a href="#lengths">Token lengths</a>
<a href="#first">First tokens</a>
<a href="#near">Near duplicates</a>
<a href="#samples">Sample rows</a></nav>
</header>
<main>
<section id="splits">
<h2>Splits</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Splits">
<table class="splits">
<thead><tr><td></td>');
INSERT INTO report_part (html)
SELECT coalesce(group_concat('<th scope="col" class="n">' || key || '</th>',
  ''), '') || '<th scope="col" class="n">all</th></tr></thead>
<tbody>'
FROM (SELECT key FROM report_key ORDER BY slot);
INSERT INTO report_part (html)
SELECT printf('<tr><th scope="row">%s</th>%s</tr>', measure,
  group_concat(printf('<td class="n%s">%s</td>',
    iif(n = 9 AND value <> '0', ' bad', ''), coalesce(value, '–')), ''))
FROM (
  SELECT m.value ->> 0 AS n, m.value ->> 1 AS measure, CASE m.value ->> 0
      WHEN 1 THEN printf('%,d', rows)
      WHEN 2 THEN printf('%.1f %%', 100.0 * rows / nullif(total, 0))
      WHEN 3 THEN iif(classified, printf('%,d', classes), NULL)
      WHEN 4 THEN printf('%,d', tokens)
      WHEN 5 THEN printf('%.1f', 1.0 * tokens / nullif(rows, 0))
      WHEN 6 THEN printf('%,d', median)
      WHEN 7 THEN printf('%,d', p99)
      WHEN 8 THEN printf('%,d', longest)
      ELSE printf('%,d', longer) END AS value
  FROM json_each('[[1,"rows"],[2,"share"],[3,"classes"],[4,"tokens"],
    [5,"mean tokens"],[6,"half have at most"],[7,"99 of 100 have at most"],
    [8,"longest row"],[9,"rows over the limit"]]') AS m, report_slot,
    report_task, (SELECT rows AS total FROM report_slot WHERE slot = 0)
  ORDER BY n, slot = 0, slot)
GROUP BY n;
INSERT INTO report_part (html)
VALUES ('</tbody>
</table>
</div>
<p class="soft small">Tokens of a row are those of its prompt and completion, '
|| 'or its token_count where there is one.</p>
</section>');

-- Findings.
INSERT INTO report_part (html)
SELECT '<section id="findings">
<h2>Findings</h2>
' || iif(EXISTS (SELECT 1 FROM report_notice),
  '<div class="scroll" tabindex="0" role="region" aria-label="Findings">
<table>
<thead><tr><th scope="col">check</th><th scope="col">finding</th>'
  || '<th scope="col" class="n">times</th></tr></thead>
<tbody>', '<p>Nothing was found.</p>');
INSERT INTO report_part (html)
SELECT printf('<tr><th scope="row"><b class="badge%s">%s</b><br/>'
  || '<span class="small soft">%s</span></th><td>%s%s%s%s</td>'
  || '<td class="n">%,d</td></tr>',
  iif(severity = 'info', '', ' ' || severity), severity,
  replace("check", '_', '_<wbr/>'), m.html,
  iif(e.html IN ('', '[]'), '', '<div class="small soft">rows <bdi>'
    || replace(trim(e.html, '[]'), ',', ', ') || '</bdi></div>'),
  iif(likes > 1, printf('<details><summary>%,d more like it</summary><ul>',
    likes - 1) || (
    SELECT group_concat('<li>' || html || '</li>', '') FROM (
      SELECT html FROM report_notice AS o
        JOIN report_text ON text = message AND width = 400
      WHERE o."check" = r."check" AND place > 1 ORDER BY o.n))
    || iif(likes > 11, '<li>… (report_finding has all)</li>', '')
    || '</ul></details>', ''),
  iif(f.html = '', '', '<details><summary>SQL that mends it</summary><code>'
    || f.html || '</code></details>'), likes)
FROM report_notice AS r
  JOIN report_text AS m ON m.text = message AND m.width = 400
  JOIN report_text AS e ON e.text = coalesce(examples, '') AND e.width = 200
  JOIN report_text AS f ON f.text = coalesce(fix, '') AND f.width = 4000
WHERE place = 1 ORDER BY r.n;
INSERT INTO report_part (html)
SELECT iif(EXISTS (SELECT 1 FROM report_notice), '</tbody>
</table>
</div>
', '') || '<p class="soft small">ftext_check says: ' || html || '.</p>
</section>'
FROM report_finding JOIN report_text ON text = message AND width = 400
WHERE "check" = 'summary';

-- Classes.
INSERT INTO report_part (html)
SELECT '<section id="classes">
<h2>Classes</h2>
' || CASE WHEN NOT EXISTS (SELECT 1 FROM report_row)
  THEN '<p>There are no rows.</p>'
  WHEN NOT classified
  THEN '<p>The completions are free text; there are no classes.</p>'
  ELSE '<div class="scroll" tabindex="0" role="region" aria-label="Classes">
<table class="classes">
<thead><tr><th scope="col">class</th><th scope="col" class="bar">'
  || 'rows</th>' || (
  SELECT group_concat(column, '') FROM (
    SELECT '<th scope="col" class="n">' || key || '</th>' AS column
    FROM report_key ORDER BY slot))
    || '<th scope="col" class="n">all</th></tr></thead>
<tbody>' END
FROM report_task;
INSERT INTO report_part (html)
SELECT CASE WHEN gap > 1 THEN printf('<tr><td colspan="9" class="soft">'
    || '%,d classes between these have %,d to %,d rows and are not shown '
    || '(@classes)</td></tr>', gap - 1, least, most) || char(10) ELSE '' END
  || printf('<tr><th scope="row"%s><bdi>%s</bdi></th><td class="bar">'
    || '<svg height="14" role="img"><title>%,d rows</title>%s</svg></td>%s'
    || '<td class="n">%,d</td></tr>',
    iif(f.html <> t.html, ' title="' || f.html || '"', ''),
    iif(class = '', '<em>no class</em>', t.html), s.rows, bars, numbers,
    s.rows)
FROM (
  SELECT *, n - lag(n, 1, 0) OVER (ORDER BY n) AS gap,
    (SELECT min(rows) FROM report_size WHERE NOT shown) AS least,
    (SELECT max(rows) FROM report_size WHERE NOT shown) AS most
  FROM report_size WHERE shown) AS s
  JOIN (
    SELECT class, group_concat(CASE WHEN rows > 0 THEN printf('<rect '
        || 'class="s%d" x="%.2f%%" width="%.2f%%" height="14"/>', slot,
        100.0 * (upto - rows) / most, 100.0 * rows / most)
        ELSE '' END, '') AS bars,
      group_concat(printf('<td class="n%s">%,d</td>', iif(rows = 0, ' bad',
        ''), rows), '') AS numbers
    FROM (
      SELECT class, slot, coalesce(c.rows, 0) AS rows,
        sum(coalesce(c.rows, 0)) OVER (PARTITION BY class ORDER BY slot)
          AS upto,
        (SELECT max(rows) FROM report_size) AS most
      FROM report_size AS z JOIN report_slot AS t ON t.slot > 0
        LEFT JOIN report_cell AS c USING (class, slot)
      WHERE shown ORDER BY class, slot)
    GROUP BY class) USING (class)
  JOIN report_text AS t ON t.text = class AND t.width = 80
  JOIN report_text AS f ON f.text = class AND f.width = 400
ORDER BY s.n;
INSERT INTO report_part (html)
SELECT iif(EXISTS (SELECT 1 FROM report_size), '</tbody>
</table>
</div>
', '') || '</section>';

-- Token lengths.
CREATE TEMP TABLE report_bar AS
SELECT n, slot, low, width, sum(l.rows) AS rows
FROM report_bin JOIN report_length AS l
    ON l.tokens >= low AND l.tokens < low + width
WHERE slot > 0 GROUP BY n, slot;

CREATE TEMP TABLE report_axis AS
SELECT min(n) AS first, 100.0 / count(*) AS step, (
    SELECT max(rows) FROM (SELECT sum(rows) AS rows FROM report_bar GROUP BY n))
    AS most, (
    SELECT 100.0 * (n - (SELECT min(n) FROM report_bin)
      + 1.0 * (max_tokens - low) / width) / (SELECT count(*) FROM report_bin)
    FROM report_bin, report_setting
    WHERE max_tokens >= low AND max_tokens < low + width) AS limit_x
FROM report_bin;

INSERT INTO report_part (html)
SELECT '<section id="lengths">
<h2>Token lengths</h2>
' || CASE WHEN most IS NULL THEN '<p>There are no rows.</p>' ELSE
  '<p>' || (SELECT group_concat(key, ' ') FROM (
    SELECT key FROM report_key ORDER BY slot)) || '</p>
<svg class="plot" height="212" role="img" aria-labelledby="lengths-title"
  aria-describedby="lengths-text">
<title id="lengths-title">Rows by their number of tokens</title>
<desc id="lengths-text">' || printf('A bar for each range of lengths; four to '
  || 'a doubling. The longest row has %,d tokens, the limit is %,d.</desc>',
  (SELECT longest FROM report_slot WHERE slot = 0),
  (SELECT max_tokens FROM report_setting)) END
FROM report_axis;
INSERT INTO report_part (html)
WITH RECURSIVE ten (n) AS (
  VALUES (1) UNION ALL SELECT n * 10 FROM ten WHERE n < 1e15
), grid (y, by) AS (
  SELECT min(n * value), min(n * value) FROM ten, json_each('[1,2,5]')
  WHERE n * value * 4 >= (SELECT most FROM report_axis)
  UNION ALL
  SELECT y + by, by FROM grid WHERE y + by <= (SELECT most FROM report_axis)
)
SELECT printf('<line x1="0" x2="100%%" y1="%.1f" y2="%.1f"/>'
  || '<text x="-6" y="%.1f" text-anchor="end">%s</text>',
  184 - 156.0 * y / most, 184 - 156.0 * y / most, 188 - 156.0 * y / most,
  CASE WHEN y >= 1000000 THEN printf('%gM', y / 1e6)
    WHEN y >= 1000 THEN printf('%gk', y / 1e3) ELSE y END)
FROM grid, report_axis WHERE y <= most;
INSERT INTO report_part (html)
SELECT printf('<rect class="s%d" x="%.2f%%" y="%.2f" width="%.2f%%" '
  || 'height="%.2f"><title>%s: %,d rows of %s tokens</title></rect>', slot,
  step * (b.n - first) + step * 0.06, 184 - 156.0 * upto / most, step * 0.88,
  max(1, 156.0 * rows / most), html, rows, iif(b.width = 1, low,
    printf('%,d to %,d', low, low + b.width - 1)))
FROM (
  SELECT *, sum(rows) OVER (PARTITION BY n ORDER BY slot) AS upto
  FROM report_bar) AS b
  JOIN report_key USING (slot), report_axis
ORDER BY b.n, slot;
INSERT INTO report_part (html)
SELECT printf('<text x="%.2f%%" y="202" text-anchor="%s">%,d</text>', x,
  CASE WHEN x < 4 THEN 'start' WHEN x > 92 THEN 'end' ELSE 'middle' END, low)
FROM (
  SELECT low, step * (n - first) AS x, row_number() OVER (ORDER BY n) AS place,
    count(*) OVER () AS places
  FROM report_bin, report_axis
  WHERE most > 0 AND (low & (low - 1)) = 0)
WHERE (place - 1) % ((places + 4) / 5) = 0;
INSERT INTO report_part (html)
SELECT printf('<line x1="0" x2="100%%" y1="184" y2="184"/>
<line class="limit" x1="%.2f%%" x2="%.2f%%" y1="4" y2="184"/>
<text class="limit-text" x="%.2f%%" y="14" dx="%d" text-anchor="%s">limit %,d'
  || '</text>
</svg>
<p class="soft small">Tokens of a row, on a scale on which each doubling is as '
  || 'wide; bars are counts.</p>
<details><summary>The same in figures</summary>
<table class="bins">
<thead><tr><th scope="col">tokens</th>%s<th scope="col" class="n">all</th></tr>'
  || '</thead>
<tbody>', limit_x, limit_x, limit_x, iif(limit_x > 50, -6, 6),
  iif(limit_x > 50, 'end', 'start'), max_tokens, (
  SELECT group_concat(column, '') FROM (
    SELECT '<th scope="col" class="n"><bdi>' || html || '</bdi></th>' AS column
    FROM report_key ORDER BY slot)))
FROM report_axis, report_setting WHERE most > 0;
INSERT INTO report_part (html)
SELECT printf('<tr><th scope="row">%s</th>%s<td class="n">%,d</td></tr>',
  iif(width = 1, low, printf('%,d–%,d', low, low + width - 1)),
  group_concat(printf('<td class="n">%,d</td>', rows), ''), sum(rows))
FROM (
  SELECT n, b.low, b.width, coalesce(r.rows, 0) AS rows
  FROM (SELECT DISTINCT n, low, width FROM report_bar) AS b
    JOIN report_key AS s LEFT JOIN report_bar AS r USING (n, slot)
  ORDER BY n, slot)
GROUP BY n;
INSERT INTO report_part (html)
SELECT iif(most > 0, '</tbody>
</table>
</details>
', '') || '</section>' FROM report_axis;

-- First tokens.
INSERT INTO report_part (html)
SELECT '<section id="first">
<h2>First tokens</h2>
' || CASE WHEN NOT EXISTS (SELECT 1 FROM report_row)
    THEN '<p>There are no rows.</p>'
    WHEN NOT classification
    THEN '<p>The completions are free text; no class is told by its first '
      || 'token.</p>'
    WHEN lines = 0 THEN '<p>No row has a class.</p>'
    ELSE printf('<p>%s</p>', CASE shared
      WHEN 0 THEN 'No two classes begin with the same token, so that one '
        || 'token of an answer tells the class.'
      ELSE printf('<b class="badge error">collision</b> %,d classes begin '
        || 'with a token that another one begins with, too; one token of an '
        || 'answer does not tell them apart.', shared) END)
    || printf('%s
<div class="scroll" tabindex="0" role="region" aria-label="First tokens">
<table>
<thead><tr><th scope="col">class</th><th scope="col">completion</th>'
    || '<th scope="col">first token</th><th scope="col" class="n">id</th>'
    || '<th scope="col" class="n">tokens</th></tr></thead>
<tbody>', iif(lines > shown_classes, printf('<p class="soft small">%,d of %,d '
    || 'are shown (@classes), those that collide first.</p>', shown_classes,
    lines), '')) END
FROM report_task, report_setting, (
  SELECT count(*) AS lines,
    count(DISTINCT CASE WHEN sharers > 1 THEN class END) AS shared
  FROM report_class);
INSERT INTO report_part (html)
SELECT printf('<tr><th scope="row"><bdi>%s</bdi></th>'
  || '<td><span class="token t4">%s</span></td>'
  || '<td><span class="token">%s</span>%s</td><td class="n">%s</td>'
  || '<td class="n">%,d</td></tr>', c.html,
  a.marked, t.marked, iif(sharers > 1,
    printf(' <b class="badge error">%,d classes</b>', sharers), ''),
  coalesce(first_token_id, '–'), token_count)
FROM report_first AS f
  JOIN report_text AS c ON c.text = class AND c.width = 80
  JOIN report_text AS a ON a.text = completion AND a.width = 80
  JOIN report_text AS t ON t.text = token AND t.width = 80
ORDER BY f.n;
INSERT INTO report_part (html)
SELECT iif(EXISTS (SELECT 1 FROM report_first), '</tbody>
</table>
</div>
', '') || '</section>';

-- Near duplicates.
INSERT INTO report_part (html)
SELECT printf('<section id="near">
<h2>Near duplicates</h2>
<p>%s</p>
<p class="soft small">%s%s</p>
<div class="columns">', CASE groups
    WHEN 0 THEN 'No prompts were found that are nearly the same.'
    ELSE printf('%,d rows in %,d groups are the same but for case and white '
      || 'space, or at least %g alike.%s', rows, groups, similarity,
      iif(across > 0, printf(' <b class="badge warning">%,d groups in several '
      || 'splits</b>', across), '')) END,
  iif(distinct_texts > near_rows, printf('Of %,d different prompts %,d were '
    || 'compared (@near_rows), so that there are more groups than these. ',
    distinct_texts, near_rows), printf('All %,d different prompts were '
    || 'compared. ', distinct_texts)),
  iif(groups > 20, 'Shown are 20 groups, those in several splits first, and '
    || 'the largest. The table report_group has them all.', ''))
FROM report_setting, (
  SELECT count(*) AS groups, coalesce(sum(rows), 0) AS rows,
    coalesce(sum(splits > 1), 0) AS across
  FROM report_group), (
  SELECT count(*) AS distinct_texts FROM report_distinct);
INSERT INTO report_part (html)
SELECT printf('<article><h3>%,d rows %s%s</h3><p class="soft small">%s</p>'
  || '<ol>%s</ol>%s</article>', rows, (
    SELECT group_concat(chip, ' ') FROM (
      SELECT printf('<span>%s %,d</span>', key, count(*)) AS chip
      FROM report_member AS m JOIN report_split USING (split)
        JOIN report_key USING (slot)
      WHERE m.grp = g.grp GROUP BY slot ORDER BY slot)),
  iif(splits > 1, printf('<b class="badge warning">in %,d splits</b>', splits),
    ''),
  iif(classified, printf('%s: %s%s', iif(classes = 1, 'class', 'classes'), (
    SELECT group_concat('<bdi>' || name || '</bdi>', ', ') FROM (
      SELECT iif(class = '', 'none', html) AS name
      FROM report_member AS m
        JOIN report_text AS t ON t.text = class AND width = 80
      WHERE m.grp = g.grp GROUP BY class ORDER BY count(*) DESC, class
      LIMIT 5)), iif(classes > 5, printf(' and %,d more', classes - 5), '')),
    ''), (
    SELECT group_concat(item, '') FROM (
      SELECT printf('<li><bdi>%s</bdi>%s</li>', html, iif(copies > 1,
        printf(' <span class="soft">× %,d</span>', copies), '')) AS item
      FROM report_example AS e
        JOIN report_text AS t ON t.text = prompt AND t.width = 240
      WHERE e.n = g.n ORDER BY place)),
  iif(texts > 4, printf('<p class="soft small">and %,d more texts</p>',
    texts - 4), ''))
FROM report_group AS g, report_task WHERE g.n <= 20 ORDER BY g.n;
INSERT INTO report_part (html) VALUES ('</div>
</section>');

-- Sample rows.
INSERT INTO report_part (html)
SELECT '<section id="samples">
<h2>Sample rows</h2>
<p>' || iif(EXISTS (SELECT 1 FROM report_sample), 'Rows drawn by their text, '
  || 'and the longest one; each token has a colour of its own, a dot is a '
  || 'space. Point at a token to see its id.', 'There are no rows.') || '</p>
<div class="columns">';
INSERT INTO report_part (html)
SELECT printf('<article><h3><span>row <bdi>%s</bdi></span> %s %s'
  || '<span class="soft small">%,d tokens%s</span></h3>%s</article>', i.html,
  key,
  iif(class <> '', '<span class="small"><bdi>' || c.html || '</bdi></span> ',
    ''), r.tokens, iif(s.n = 0, ', the longest', ''), (
    SELECT group_concat(line, '') FROM (
      SELECT iif(part = 2, '<p class="part">completion</p>', '')
        || '<p class="tokens" dir="auto">' || group_concat(span, '')
        || iif(max(position) = 150, '<span class="soft"> … and more</span>',
          '') || '</p>' AS line
      FROM (
        SELECT part, position, printf('<span class="t%d%s" title="token %d: '
          || 'id %d">%s</span>', position % 5, iif(bytes, ' bytes', ''),
          position, id, marked) AS span
        FROM report_token AS t JOIN report_text ON text = token AND width = 200
        WHERE t.n = s.n ORDER BY part, position)
      GROUP BY part)))
FROM report_sample AS s JOIN report_row AS r USING (row)
  JOIN report_split USING (split) JOIN report_key USING (slot)
  JOIN report_text AS i ON i.text = coalesce(id, row) AND i.width = 40
  JOIN report_text AS c ON c.text = class AND c.width = 80
ORDER BY s.n = 0, s.n;
INSERT INTO report_part (html)
SELECT '</div>
</section>
</main>
<footer><p>Made by ftext ' || ftext_version() || ', sql/report.sql; encoding '
  || t.html || coalesce(', target ' || u.html, '') || '.</p></footer>
</body>
</html>
'
FROM report_setting JOIN report_text AS t ON t.text = encoding AND t.width = 80
  LEFT JOIN report_text AS u ON u.text = target AND u.width = 80;

-- 12. The file.
CREATE TEMP TABLE report AS
SELECT group_concat(html, char(10)) AS html
FROM (SELECT html FROM report_part ORDER BY position);
SELECT printf('%s: %,d bytes', s.report, writefile(s.report, html)) AS report
FROM report, report_setting AS s;
