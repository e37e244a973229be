-- prepare.sql: tagged rows become the two files that a trainer takes.
--
-- Give your rows the name `tagged` and run the script:
--
--   .load ftext
--   CREATE TEMP VIEW tagged AS SELECT id, text AS prompt, tag AS label FROM t;
--   .read sql/prepare.sql
--
-- `tagged` is a view or a table with the columns id, prompt and label, and
-- with grp where rows must stay together (a customer, a document): rows of
-- one grp come into the same file.  NULL is no group.
--
-- Parameters, each of which may be left out:
--
--   .parameter set @stem 'out/tags'      files out/tags_train.jsonl and
--                                        out/tags_valid.jsonl; 'tags'
--   .parameter set @target openai-chat   lines in a trainer's own shape, see
--                                        ftext_targets; without it the keys
--                                        are prompt and completion
--   .parameter set @system 'Classify.'   system prompt of each record
--   .parameter set @encoding gpt-4o      or an encoding's name; r50k_base, with
--                                        a target o200k_base
--   .parameter set @strategy number      how classes are told apart: see
--                                        ftext_class_map in docs/label.md
--   .parameter set @format completion    or chat: no separator, no space; chat
--                                        with a target other than completion
--   .parameter set @separator "'->'"     ends each prompt; two newlines, ###,
--                                        two newlines
--   .parameter set @max_tokens 2048      longer rows are left out; 16385 with
--                                        cl100k_base, 65536 with o200k_base
--   .parameter set @valid 0.2            share of the prompts in valid
--   .parameter set @min 1                prompts of each class in each file
--   .parameter set @seed 42
--   .parameter set @single train         what to do with a class that has one
--                                        prompt (or group): 'leave out', or
--                                        into train, with no row in valid
--   .parameter set @near group           near duplicates stay together, as rows
--                                        of one grp do; 'report' only counts
--                                        those that do not, 'off' not even that
--   .parameter set @similarity 0.8       texts this alike are near duplicates
--
-- Three tables in the main database remember what was decided, so that a
-- later run with more rows changes nothing about the rows of this one:
--
--   class_map     label, class_id, completion, first_token_id
--   class_split   label, spec: where the class is cut for new prompts
--   prompt_split  fingerprint, key, split: where a prompt went
--
-- DROP TABLE makes it forget.  All else is temporary; of that stay for a look
--
--   dataset       what is in the files, with id, label and token_count
--   prepare_row   every row of `tagged`, with the reason where it was left out
--   prepare_finding   what ftext_check found
--   prepare_near  with @near 'group', the near duplicates: a and b are the
--                 column row of prepare_row
--
-- It is SQL alone, for any program that has SQLite: see docs/loading.md.

-- What an earlier run in this session left, and would be taken for ours.
DROP TABLE IF EXISTS temp.dataset;
DROP TABLE IF EXISTS temp.prepare_setting;
DROP TABLE IF EXISTS temp.prepare_row;
DROP TABLE IF EXISTS temp.prepare_bucket;
DROP TABLE IF EXISTS temp.prepare_near;
DROP TABLE IF EXISTS temp.prepare_together;
DROP TABLE IF EXISTS temp.prepare_class;
DROP TABLE IF EXISTS temp.prepare_spec;
DROP TABLE IF EXISTS temp.prepare_key;
DROP TABLE IF EXISTS temp.prepare_torn;
DROP TABLE IF EXISTS temp.prepare_finding;
DROP TABLE IF EXISTS temp.prepare_invalid;
DROP TABLE IF EXISTS temp.prepare_file;
DROP TABLE IF EXISTS temp.prepare_end;

-- 1. The settings: one row, so that each default stands in one place.
CREATE TEMP TABLE prepare_setting (
  stem TEXT NOT NULL,
  target TEXT,
  system TEXT NOT NULL,
  encoding TEXT NOT NULL,
  strategy TEXT NOT NULL,
  format TEXT NOT NULL
    CONSTRAINT "@format is completion or chat"
    CHECK (format IN ('completion', 'chat')),
  separator TEXT NOT NULL,
  max_tokens INTEGER NOT NULL
    CONSTRAINT "@max_tokens is at least 1" CHECK (max_tokens >= 1),
  valid REAL NOT NULL
    CONSTRAINT "@valid is a share between 0 and 1"
    CHECK (valid > 0 AND valid < 1),
  min INTEGER NOT NULL CONSTRAINT "@min is at least 1" CHECK (min >= 1),
  seed NOT NULL,
  single TEXT NOT NULL
    CONSTRAINT "@single is 'leave out' or 'train'"
    CHECK (single IN ('leave out', 'train')),
  near TEXT NOT NULL
    CONSTRAINT "@near is 'report', 'group' or 'off'"
    CHECK (near IN ('report', 'group', 'off')),
  similarity REAL NOT NULL
    CONSTRAINT "@similarity is a number between 0 and 1"
    CHECK (similarity > 0 AND similarity <= 1)
);
INSERT INTO prepare_setting
SELECT
  coalesce(@stem, 'tags'),
  @target,
  coalesce(@system, ''),
  encoding,
  coalesce(@strategy, 'number'),
  format,
  coalesce(@separator, CASE format
    WHEN 'chat' THEN ''
    ELSE char(10, 10) || '###' || char(10, 10) END),
  coalesce(@max_tokens, CASE coalesce(ftext_encoding(encoding), encoding)
    WHEN 'cl100k_base' THEN 16385
    WHEN 'o200k_base' THEN 65536
    WHEN 'o200k_harmony' THEN 65536
    ELSE 2048 END),
  coalesce(@valid, 0.2),
  coalesce(@min, 1),
  coalesce(@seed, 42),
  coalesce(@single, 'leave out'),
  coalesce(@near, 'report'),
  coalesce(@similarity, 0.8)
FROM (
  SELECT
    coalesce(@encoding, CASE WHEN chat THEN 'o200k_base' ELSE 'r50k_base' END)
      AS encoding,
    coalesce(@format, CASE WHEN chat THEN 'chat' ELSE 'completion' END)
      AS format
  FROM (SELECT coalesce(@target, 'completion') <> 'completion' AS chat));

CREATE TABLE IF NOT EXISTS main.class_map (
  label TEXT PRIMARY KEY,
  class_id INTEGER NOT NULL UNIQUE,
  completion TEXT NOT NULL UNIQUE,
  first_token_id INTEGER NOT NULL UNIQUE -- what a trainer tells classes by
);
CREATE TABLE IF NOT EXISTS main.class_split (
  label TEXT PRIMARY KEY,
  spec TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS main.prompt_split (
  fingerprint TEXT PRIMARY KEY,
  key TEXT NOT NULL,
  split TEXT NOT NULL
);

-- 2. The rows, read once.  A prompt loses the white space around it, since
-- the separator follows, and is otherwise kept byte for byte.  The NATURAL
-- JOIN gives a `tagged` that has no column grp one that is NULL.
CREATE TEMP TABLE prepare_row (
  row INTEGER PRIMARY KEY,
  id,
  prompt TEXT,
  label TEXT,
  trimmed INTEGER,
  tagged_label TEXT,
  token_count INTEGER, -- with the system prompt and the separator
  fingerprint TEXT, -- equal for texts that differ in case and spaces alone
  key TEXT,         -- what must not be torn apart: the group, or the text
  together TEXT,    -- the key, or the first of those joined by near duplicates
  reason TEXT       -- why the row is left out; NULL where it is not
);
WITH source AS (
  SELECT
    id,
    CASE typeof(prompt) WHEN 'blob' THEN ftext_normalize(prompt, '')
      ELSE CAST(prompt AS TEXT) END AS prompt,
    CASE typeof(label) WHEN 'blob' THEN ftext_normalize(label, '')
      ELSE CAST(label AS TEXT) END AS label,
    CAST(grp AS TEXT) AS grp
  FROM tagged NATURAL LEFT JOIN (SELECT NULL AS grp WHERE 0)
), trimmed AS (
  SELECT *, trim(prompt, char(9, 10, 11, 12, 13, 32, 133, 160, 5760, 8192,
    8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202, 8232, 8233,
    8239, 8287, 12288)) AS text
  FROM source
)
INSERT INTO prepare_row
  (id, prompt, label, trimmed, tagged_label, token_count, fingerprint, key)
SELECT id, text, ftext_normalize(label, 'space'), text <> prompt, label,
  ftext_token_count(system, encoding)
    + ftext_token_count(text || separator, encoding),
  ftext_fingerprint(text),
  coalesce(nullif(grp, ''), ftext_fingerprint(text))
FROM trimmed, prepare_setting
ORDER BY id;

UPDATE prepare_row SET reason = 'no prompt'
WHERE prompt IS NULL OR prompt = '';
UPDATE prepare_row SET reason = 'no label'
WHERE reason IS NULL AND (label IS NULL OR label = '');
-- One token is the completion's.
UPDATE prepare_row SET reason = 'too long'
WHERE reason IS NULL
  AND token_count >= (SELECT max_tokens FROM prepare_setting);

-- 3. Spellings of one label become one: the one that class_map has, else the
-- most frequent, else the one met first.
UPDATE prepare_row SET label = spelling.label
FROM (
  SELECT variant,
    CASE WHEN known THEN variant
      ELSE first_value(variant) OVER (PARTITION BY ftext_normalize(variant)
        ORDER BY known DESC, count DESC, first) END AS label
  FROM (
    SELECT label AS variant, count(*) AS count, min(row) AS first,
      label IN (SELECT label FROM class_map) AS known
    FROM prepare_row WHERE reason IS NULL GROUP BY label)) AS spelling
WHERE spelling.variant = prepare_row.label AND reason IS NULL
  AND spelling.label <> variant;

-- 4. One text with two labels teaches nothing: all its rows stay out.
UPDATE prepare_row SET reason = 'conflict'
WHERE reason IS NULL AND fingerprint IN (
  SELECT fingerprint FROM prepare_row WHERE reason IS NULL
  GROUP BY fingerprint HAVING count(DISTINCT label) > 1);

-- 5. Of a repeated text the first row stays; where it was used before, the
-- first with the key that it had then.
UPDATE prepare_row SET reason = 'repeated'
WHERE reason IS NULL AND row NOT IN (
  SELECT first_value(row) OVER (PARTITION BY fingerprint
    ORDER BY r.key = p.key DESC, row)
  FROM prepare_row AS r LEFT JOIN prompt_split AS p USING (fingerprint)
  WHERE reason IS NULL);

-- 6. With @near 'group', keys that hang together by near duplicates count as
-- one.  Candidates share a bucket; the exact similarity decides, with the
-- separator, as the check below sees the prompts, or without it.
CREATE TEMP TABLE prepare_bucket (
  bucket INTEGER NOT NULL,
  row INTEGER NOT NULL,
  PRIMARY KEY (bucket, row)
) WITHOUT ROWID;
INSERT OR IGNORE INTO prepare_bucket
SELECT b.bucket, r.row
FROM (
    SELECT '' AS ending FROM prepare_setting WHERE near = 'group'
    UNION SELECT separator FROM prepare_setting WHERE near = 'group'),
  prepare_row AS r, ftext_bands(ftext_minhash(r.prompt || ending)) AS b
WHERE r.reason IS NULL
ORDER BY b.bucket, r.row;

CREATE TEMP TABLE prepare_near AS
SELECT a, b, alike AS similarity FROM (
  SELECT c.a, c.b, max(ftext_similarity(x.prompt, y.prompt),
    ftext_similarity(x.prompt || separator, y.prompt || separator)) AS alike
  FROM (
    SELECT DISTINCT p.row AS a, q.row AS b
    FROM prepare_bucket AS p JOIN prepare_bucket AS q
      ON q.bucket = p.bucket AND q.row > p.row) AS c
    JOIN prepare_row AS x ON x.row = c.a
    JOIN prepare_row AS y ON y.row = c.b, prepare_setting)
WHERE alike >= (SELECT similarity FROM prepare_setting);

CREATE TEMP TABLE prepare_together (
  key TEXT PRIMARY KEY,
  together TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO prepare_together
SELECT key, value FROM json_each((
  SELECT ftext_components(x.key, y.key)
  FROM prepare_near AS n JOIN prepare_row AS x ON x.row = n.a
    JOIN prepare_row AS y ON y.row = n.b));
UPDATE prepare_row SET together = coalesce((
  SELECT t.together FROM prepare_together AS t WHERE t.key = prepare_row.key),
  key);

-- 7. What cannot be torn apart cannot be in two files: a class with one key
-- is left out, or goes to train alone.
UPDATE prepare_row SET reason = 'only one of its class'
WHERE reason IS NULL
  AND (SELECT single FROM prepare_setting) = 'leave out'
  AND label IN (
    SELECT label FROM prepare_row WHERE reason IS NULL
    GROUP BY label HAVING count(DISTINCT together) < 2);

-- 8. The class map: labels that have a number keep it, new ones get the next.
CREATE TEMP TABLE prepare_class (
  label TEXT PRIMARY KEY,
  class_id INTEGER,
  completion TEXT,
  first_token_id INTEGER
);
INSERT INTO prepare_class
SELECT label, class_id, completion, first_token_id
FROM ftext_class_map(
  (SELECT json_group_array(label) FROM (
    SELECT label FROM class_map
    UNION
    SELECT label FROM prepare_row WHERE reason IS NULL
    ORDER BY label)),
  (SELECT encoding FROM prepare_setting),
  (SELECT strategy FROM prepare_setting),
  (SELECT format FROM prepare_setting),
  (SELECT json_group_array(json_object(
    'label', label, 'class_id', class_id, 'completion', completion))
    FROM class_map));

-- 9. Where each class is cut: the share that was asked for, bent as far as
-- the smallest classes need it to be in both files.  Cuts are fitted anew in
-- every run, for the new prompts alone: a class that was cut far off while it
-- was small comes back to the share as it grows.
CREATE TEMP TABLE prepare_spec AS
SELECT label, count(DISTINCT key) AS keys,
  ftext_split_fit(key, weights, min, seed) AS spec
FROM (
    SELECT DISTINCT label, together AS key FROM prepare_row
    WHERE reason IS NULL),
  (SELECT min, seed, 'valid=' || rtrim(printf('%.9f', valid), '0')
    || ',train=' || rtrim(printf('%.9f', 1 - valid), '0') AS weights
    FROM prepare_setting)
GROUP BY label;

-- 10. The split of each key: the one that it had (of two, train), else by the
-- cuts of its classes (a group may have several).
CREATE TEMP TABLE prepare_key (
  key TEXT PRIMARY KEY,
  split TEXT NOT NULL,
  unit REAL NOT NULL,
  known INTEGER NOT NULL
);
INSERT INTO prepare_key
SELECT key, coalesce(known.split, ftext_split(key, spec, seed)),
  ftext_unit(key, seed), known.split IS NOT NULL
FROM (
  SELECT key, ftext_split_merge(spec) AS spec
  FROM (
    SELECT DISTINCT together AS key, label FROM prepare_row
    WHERE reason IS NULL)
    JOIN prepare_spec USING (label)
  GROUP BY key)
  LEFT JOIN (
    SELECT together AS key, min(split) AS split
    FROM (
      SELECT DISTINCT together, key FROM prepare_row WHERE reason IS NULL)
      JOIN (SELECT DISTINCT key, split FROM prompt_split) USING (key)
    GROUP BY together) AS known USING (key),
  prepare_setting;

-- A class may still lack a split: when it grew around keys that stay where
-- they were, or when its groups follow other classes.  Then the new key
-- nearest to that split moves there, unless another class needs it.
UPDATE prepare_key SET split = 'valid'
WHERE key IN (
  SELECT first_value(key) OVER (PARTITION BY label ORDER BY unit)
  FROM (
    SELECT label, key, unit, known,
      sum(split = 'valid') OVER (PARTITION BY label) AS valid,
      min(mates) OVER (PARTITION BY key) AS mates
    FROM (
      SELECT *, count(*) OVER (PARTITION BY label, split) AS mates
      FROM (
        SELECT DISTINCT label, together AS key FROM prepare_row
        WHERE reason IS NULL)
        JOIN prepare_key USING (key)))
  WHERE valid = 0 AND NOT known AND mates > 1);
UPDATE prepare_key SET split = 'train'
WHERE key IN (
  SELECT first_value(key) OVER (PARTITION BY label ORDER BY unit DESC)
  FROM (
    SELECT label, key, unit, known,
      sum(split = 'train') OVER (PARTITION BY label) AS train,
      min(mates) OVER (PARTITION BY key) AS mates
    FROM (
      SELECT *, count(*) OVER (PARTITION BY label, split) AS mates
      FROM (
        SELECT DISTINCT label, together AS key FROM prepare_row
        WHERE reason IS NULL)
        JOIN prepare_key USING (key)))
  WHERE train = 0 AND NOT known AND mates > 1);

-- 11. The dataset, in an order that is mixed and always the same.
CREATE TEMP TABLE dataset AS
SELECT
  r.id,
  r.prompt || separator AS prompt,
  c.completion,
  r.label,
  coalesce(p.split, k.split) AS split,
  r.key AS "group",
  r.token_count + ftext_token_count(c.completion, encoding) AS token_count,
  ftext_record(target, r.prompt || separator, c.completion, system) AS record,
  r.fingerprint
FROM prepare_row AS r
  JOIN prepare_class AS c USING (label)
  JOIN prepare_key AS k ON k.key = r.together
  LEFT JOIN prompt_split AS p USING (fingerprint),
  prepare_setting
WHERE r.reason IS NULL
ORDER BY ftext_unit(r.fingerprint, seed || ' order');

-- Prompts that were split before stay where they are, so that near duplicates
-- may be in both files still.
CREATE TEMP TABLE prepare_torn AS
SELECT together, fingerprint, split
FROM prepare_row JOIN dataset USING (fingerprint)
WHERE reason IS NULL AND together IN (
  SELECT t.together
  FROM prepare_together AS t JOIN prepare_row USING (key)
    JOIN dataset USING (fingerprint)
  WHERE reason IS NULL
  GROUP BY t.together HAVING count(DISTINCT split) > 1);

-- 12. The check.  What it calls an error keeps a trainer from taking the
-- files, or from learning what was meant: then no file is written.  A class
-- of one key that was asked into train is no error here.
CREATE TEMP TABLE prepare_finding AS
SELECT f.*,
  severity = 'error' AND NOT (f."check" IN ('class_absent', 'class_group')
    AND f.class IN (SELECT label FROM prepare_spec WHERE keys < 2)) AS refused
FROM ftext_check('dataset',
  (SELECT json_patch(json_object('encoding', encoding, 'format', format,
    'task', 'classification', 'max_tokens', max_tokens,
    'thresholds', json_object('near_leak', similarity),
    'skip', json_array('extra_column', 'summary',
      CASE near WHEN 'off' THEN 'near_leak' ELSE 'summary' END)),
    json_object('target', target)) -- which drops it where it is NULL
    FROM prepare_setting)) AS f;
CREATE TEMP TABLE prepare_invalid AS
SELECT id, problem
FROM (SELECT id, ftext_validate(record, target, encoding) AS problem
  FROM dataset, prepare_setting)
WHERE problem IS NOT NULL;

-- 13. The files: both or none.
CREATE TEMP TABLE prepare_file (report TEXT);
INSERT INTO prepare_file
SELECT ftext_export(stem || '_{split}.jsonl',
  printf('SELECT %s, split FROM dataset ORDER BY rowid', CASE
    WHEN target IS NULL THEN 'prompt, completion'
    ELSE 'json(record) AS record' END)) AS report
FROM prepare_setting
WHERE NOT EXISTS (SELECT 1 FROM prepare_finding WHERE refused)
  AND NOT EXISTS (SELECT 1 FROM prepare_invalid)
  AND EXISTS (SELECT 1 FROM dataset);

-- 14. What was decided is remembered, once it is in the files.
SAVEPOINT prepare;
INSERT INTO class_map (label, class_id, completion, first_token_id)
SELECT label, class_id, completion, first_token_id FROM prepare_class
WHERE label NOT IN (SELECT label FROM class_map)
  AND EXISTS (SELECT 1 FROM prepare_file);
INSERT INTO class_split (label, spec)
SELECT label, spec FROM prepare_spec
WHERE EXISTS (SELECT 1 FROM prepare_file)
ON CONFLICT DO UPDATE SET spec = excluded.spec;
INSERT INTO prompt_split (fingerprint, key, split)
SELECT fingerprint, "group", split FROM dataset
WHERE EXISTS (SELECT 1 FROM prepare_file)
ON CONFLICT DO NOTHING;
RELEASE prepare;

-- 15. What to know about it.  Ten of a kind are shown, dataset, prepare_row
-- and prepare_finding have the rest.
SELECT 'the same prompt under several labels, left out:' AS conflicts
WHERE EXISTS (SELECT 1 FROM prepare_row WHERE reason = 'conflict')
UNION ALL
SELECT printf('  %s  "%s"', labels, text) FROM (
  SELECT group_concat(label, ' | ') AS labels, min(row) AS row,
    CASE WHEN length(prompt) > 60
      THEN substr(replace(prompt, char(10), ' '), 1, 57) || '...'
      ELSE replace(prompt, char(10), ' ') END AS text
  FROM (
    SELECT fingerprint, label, min(row) AS row, prompt
    FROM prepare_row WHERE reason = 'conflict'
    GROUP BY fingerprint, label ORDER BY label)
  GROUP BY fingerprint ORDER BY row LIMIT 10);

SELECT printf('class with one %s, %s: %s',
  CASE prompts WHEN 1 THEN 'prompt' ELSE 'group' END,
  CASE single WHEN 'train' THEN 'in train alone' ELSE 'left out' END, label)
  AS singles
FROM (
  SELECT label, count(*) AS prompts FROM prepare_row
  WHERE reason = 'only one of its class' OR (reason IS NULL
    AND label IN (SELECT label FROM prepare_spec WHERE keys < 2))
  GROUP BY label ORDER BY label), prepare_setting;

-- A class whose prompts were all in one file before can be split anew, which
-- only the user may want.
SELECT severity || ' ' || "check" || ': ' || message
  || coalesce(char(10) || '  rows ' || nullif(examples, '[]'), '')
  || CASE WHEN "check" = 'class_absent' THEN char(10)
    || '  to split the class anew, run this and then prepare.sql again:'
    || char(10) || printf('  DELETE FROM prompt_split WHERE fingerprint IN '
      || '(SELECT fingerprint FROM prepare_row WHERE label = %Q);', class)
    ELSE '' END AS errors
FROM prepare_finding WHERE refused;

SELECT 'error record: row ' || id || ' is not what the target takes: '
  || problem AS records
FROM prepare_invalid LIMIT 10;

SELECT severity || ' ' || "check" || ': ' || message
  || CASE WHEN count(*) > 1
    THEN printf(' (and %d more like it)', count(*) - 1) ELSE '' END
  || CASE WHEN "check" = 'near_leak' AND near = 'report' THEN char(10)
    || '  to keep them together: .parameter set @near group' ELSE '' END
  AS notes
FROM prepare_finding, prepare_setting WHERE severity <> 'error'
GROUP BY severity, "check" ORDER BY severity DESC;

SELECT printf('warning: %d prompts in %d groups of near duplicates are in '
  || 'both files, as they were split before', count(*),
  count(DISTINCT together)) || char(10)
  || '  to split them anew, run this and then prepare.sql again:' || char(10)
  || '  DELETE FROM prompt_split WHERE fingerprint IN '
  || '(SELECT fingerprint FROM prepare_torn);' AS torn
FROM prepare_torn GROUP BY NULL; -- no line where there are none

SELECT printf('warning: the separator stands inside %d prompts; set '
  || '@separator to something that stands in none', count(*)) AS separator
FROM prepare_row, prepare_setting
WHERE reason IS NULL AND separator <> '' AND instr(prompt, separator)
HAVING count(*) > 0;

SELECT printf('%5s  %-10s %7s %7s  %s',
  'class', 'completion', 'train', 'valid', 'label') AS classes
UNION ALL
SELECT printf('%5d  %-10s %7d %7d  %s', class_id, '"' || completion || '"',
  train, valid, label) FROM (
  SELECT class_id, d.completion, label,
    sum(split = 'train') AS train, sum(split = 'valid') AS valid
  FROM dataset AS d JOIN prepare_class USING (label)
  GROUP BY label ORDER BY count(*) DESC, class_id);

SELECT printf('%-26s %9d', 'rows read', count(*)) AS summary FROM prepare_row
UNION ALL
SELECT printf('  %-24s %9d%s', reason, count(*),
  CASE reason WHEN 'conflict'
    THEN printf('  (%d prompts)', count(DISTINCT fingerprint))
  WHEN 'only one of its class'
    THEN printf('  (%d classes)', count(DISTINCT label))
  ELSE '' END) FROM (
  SELECT * FROM prepare_row WHERE reason IS NOT NULL ORDER BY reason)
GROUP BY reason
UNION ALL
SELECT printf('%-26s %9d', 'rows kept', count(*)) FROM dataset
UNION ALL
SELECT printf('  %-24s %9d', 'label respelled', count(*)) FROM prepare_row
WHERE reason IS NULL AND label <> tagged_label
UNION ALL
SELECT printf('  %-24s %9d', 'white space trimmed', count(*)) FROM prepare_row
WHERE reason IS NULL AND trimmed
UNION ALL
SELECT printf('  %-24s %9d  (%d groups)', 'near duplicates', count(*),
  count(DISTINCT together))
FROM prepare_row, prepare_setting
WHERE near = 'group' AND reason IS NULL
  AND row IN (SELECT a FROM prepare_near UNION SELECT b FROM prepare_near)
GROUP BY near
UNION ALL
SELECT printf('%-26s %9s %9s', '', 'train', 'valid')
UNION ALL
SELECT printf('%-26s %9d %9d', 'rows',
  sum(split = 'train'), sum(split = 'valid')) FROM dataset
UNION ALL
SELECT printf('%-26s %9d %9d', 'classes',
  count(DISTINCT CASE split WHEN 'train' THEN completion END),
  count(DISTINCT CASE split WHEN 'valid' THEN completion END)) FROM dataset
UNION ALL
SELECT printf('%-26s %9d %9d', 'tokens (' || encoding || ')',
  sum(token_count * (split = 'train')), sum(token_count * (split = 'valid')))
FROM dataset, prepare_setting
UNION ALL
-- Of two classes a trainer wants to know which one is looked for: the rarer.
SELECT text FROM (
  SELECT CASE count(*)
      WHEN 2 THEN printf('positive class: "%s" (%s, %d of %d rows)',
        completion, label, min(count), sum(count))
      ELSE 'n_classes: ' || count(*) END AS text -- bare columns are of min()
  FROM (
    SELECT completion, label, count(*) AS count FROM dataset GROUP BY label
    ORDER BY label))
UNION ALL
SELECT * FROM (
  SELECT printf('%s: %d rows, %d bytes', json_extract(value, '$.path'),
    json_extract(value, '$.rows'), json_extract(value, '$.bytes'))
  FROM prepare_file, json_each(report, '$.files')
  ORDER BY 1);

CREATE TEMP TABLE prepare_end (
  written INTEGER
    CONSTRAINT "no file was written: mend the errors above, then run it again"
    CHECK (written)
);
INSERT INTO prepare_end SELECT count(*) FROM prepare_file;
