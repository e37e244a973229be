-- validate.sql: what a trainer would refuse in a file, before the upload.
--
--   .load ftext
--   .parameter set @file train.jsonl
--   .parameter set @target openai-chat   a name in ftext_targets
--   .read sql/validate.sql
--
-- Parameters that may be left out:
--
--   .parameter set @valid valid.jsonl    the validation file
--   .parameter set @model gpt-4o         a model or an encoding: its tokens
--                                        and its limit count
--
-- Two temporary tables stay:
--
--   validation(severity, file, line, rule, path, message)   what was found;
--       line NULL: about the whole file.  No row of severity 'error' means
--       that the trainer will take the files.
--   validation_file(file, part, rows, bytes, format, mark)   what was read:
--       part 'train' or 'valid', the sizes, the shape of the first record,
--       and whether the file begins with a byte order mark.
--
-- Files are read line by line, in memory that their longest line bounds.
-- Rules about one record are ftext_validate's; where the limits of whole
-- files come from stands in docs/record.md.  SQL alone: see docs/loading.md.

DROP TABLE IF EXISTS temp.validation;
DROP TABLE IF EXISTS temp.validation_file;
DROP TABLE IF EXISTS temp.validate_setting;
DROP TABLE IF EXISTS temp.validate_shape;
DROP TABLE IF EXISTS temp.validate_limit;
DROP TABLE IF EXISTS temp.validate_key;
DROP TABLE IF EXISTS temp.validate_name;

CREATE TEMP TABLE validate_setting(
  file TEXT NOT NULL
    CONSTRAINT "@file is a path" CHECK (file <> ''),
  valid TEXT,
  target TEXT NOT NULL
    CONSTRAINT "@target is a name in ftext_targets" CHECK (target <> ''),
  model TEXT NOT NULL
);
INSERT INTO validate_setting
VALUES (coalesce(@file, ''), @valid, coalesce(@target, ''),
  coalesce(@model, 'o200k_base'));

-- The names that a target's own checker has for rules about files.
CREATE TEMP TABLE validate_name AS
SELECT target,
  ftext_validate('', target) ->> '$[0].rule' AS bad_json,
  ftext_validate(CAST(x'22FF22' AS TEXT), target) ->> '$[0].rule' AS bad_utf8,
  CASE WHEN target LIKE 'together%' THEN 'has_min_samples'
    ELSE 'min_rows' END AS min_rows,
  CASE WHEN target LIKE 'together%' THEN 'file_size'
    ELSE 'max_bytes' END AS max_bytes,
  CASE WHEN target LIKE 'together%' THEN 'format'
    ELSE 'one_format' END AS one_format
FROM validate_setting;

-- Limits of each part.  The training file's are those of ftext_targets.
CREATE TEMP TABLE validate_limit(target, part, max_rows, max_bytes, share);
INSERT INTO validate_limit
SELECT target, 'train', max_rows, max_bytes, NULL FROM ftext_targets;
INSERT INTO validate_limit VALUES
  ('mistral', 'valid', NULL, 1048576, 0.05), -- of the training file's bytes
  ('bedrock-claude', 'valid', 1000, 1073741824, NULL),
  ('bedrock-titan', 'valid', NULL, 104857600, NULL),
  ('bedrock-converse', 'valid', NULL, 1073741824, NULL),
  ('gemini', 'valid', 5000, 1073741824, NULL),
  ('gemini-rft', 'valid', 500, 1073741824, NULL);
INSERT INTO validate_limit
SELECT target, 'valid', max_rows, max_bytes, NULL FROM ftext_targets AS t
WHERE NOT EXISTS (SELECT 1 FROM validate_limit AS l
  WHERE l.target = t.target AND l.part = 'valid');

CREATE TEMP TABLE validation(
  severity TEXT NOT NULL,
  file TEXT NOT NULL,
  line INTEGER,
  rule TEXT NOT NULL,
  path TEXT,
  message TEXT NOT NULL
);
CREATE TEMP TABLE validation_file(
  file TEXT NOT NULL,
  part TEXT NOT NULL PRIMARY KEY,
  rows INTEGER,
  bytes INTEGER,
  format TEXT,
  mark INTEGER
);
INSERT INTO validation_file(file, part)
SELECT file, 'train' FROM validate_setting
UNION ALL SELECT valid, 'valid' FROM validate_setting WHERE valid IS NOT NULL;

-- 1. Every record by itself.
INSERT INTO validation
SELECT 'error', f.file, r.line,
  CASE WHEN r.error LIKE 'broken UTF-8%' THEN bad_utf8 ELSE bad_json END, '$',
  'no JSON: ' || r.error
FROM validation_file AS f, ftext_read_jsonl(f.file) AS r, validate_name
WHERE r.error IS NOT NULL;
INSERT INTO validation
SELECT 'error', f.file, r.line, v.value ->> 'rule', v.value ->> 'path',
  v.value ->> 'message'
FROM validation_file AS f, validate_setting AS s,
  ftext_read_jsonl(f.file) AS r,
  json_each(ftext_validate(r.record, s.target, s.model)) AS v
WHERE r.record IS NOT NULL;

-- 2. Sizes and shapes.  A shape is the members that tell shapes apart, with
-- [] where they are arrays; those that some records of a shape have and
-- others have not (tools, weight, input, ...) do not count.
CREATE TEMP TABLE validate_shape AS
SELECT f.file, f.part,
  CASE WHEN r.record IS NOT NULL THEN coalesce(
    (SELECT group_concat(member, ' ') FROM (
      SELECT key || CASE type WHEN 'array' THEN '[]' ELSE '' END AS member
      FROM json_each(r.record)
      WHERE key IN ('article', 'attention_mask', 'chosen', 'completion',
        'completions', 'contents', 'conversations', 'input_ids',
        'instruction', 'interactions', 'labels', 'messages',
        'non_preferred_output', 'output', 'preferred_output', 'prompt',
        'query', 'references', 'rejected', 'segments', 'text')
      ORDER BY key)), 'none known') END AS format,
  count(*) AS rows, min(r.line) AS line, min(r.start) AS start,
  max(r.start + coalesce(length(CAST(r.record AS BLOB)) + 1, 0)) AS bytes
FROM validation_file AS f, ftext_read_jsonl(f.file) AS r
GROUP BY 1, 2, 3;
UPDATE validation_file AS f SET
  rows = (SELECT total(rows) FROM validate_shape AS v WHERE v.part = f.part),
  bytes = (SELECT ifnull(max(bytes), 0) FROM validate_shape AS v
    WHERE v.part = f.part),
  format = (SELECT format FROM validate_shape AS v
    WHERE v.part = f.part AND format IS NOT NULL ORDER BY line LIMIT 1),
  mark = (SELECT ifnull(min(start) = 3, 0) FROM validate_shape AS v
    WHERE v.part = f.part AND line = 1);
UPDATE validation_file SET rows = CAST(rows AS INTEGER);

INSERT INTO validation
SELECT 'error', v.file, v.line, n.one_format, NULL,
  v.rows || ' records from this line on have the members ' || v.format ||
  '; the first record has ' || f.format
FROM validate_shape AS v JOIN validation_file AS f USING (part),
  validate_name AS n
WHERE v.format <> f.format
  AND v.format <> 'none known';

INSERT INTO validation
SELECT 'error', f.file, NULL, n.min_rows, NULL,
  f.rows || ' records; at least ' || t.min_rows || ' are needed'
FROM validation_file AS f, validate_name AS n
  JOIN ftext_targets AS t ON t.target = n.target
WHERE f.part = 'train' AND f.rows < coalesce(t.min_rows, 1);
INSERT INTO validation
SELECT 'error', f.file, NULL, 'max_rows', NULL,
  f.rows || ' records; at most ' || l.max_rows || ' are allowed'
FROM validation_file AS f, validate_setting AS s
  JOIN validate_limit AS l ON l.target = s.target AND l.part = f.part
WHERE f.rows > l.max_rows;
INSERT INTO validation
SELECT 'error', f.file, NULL, n.max_bytes, NULL,
  f.bytes || ' bytes; at most ' || l.max_bytes || ' are allowed'
FROM validation_file AS f, validate_name AS n
  JOIN validate_limit AS l ON l.target = n.target AND l.part = f.part
WHERE f.bytes > l.max_bytes;
INSERT INTO validation
SELECT 'error', f.file, NULL, 'max_share', NULL,
  f.bytes || ' bytes; at most ' || (100 * l.share) ||
  ' % of the training file''s ' || t.bytes || ' are allowed'
FROM validation_file AS f, validate_setting AS s
  JOIN validate_limit AS l ON l.target = s.target AND l.part = f.part
  JOIN validation_file AS t ON t.part = 'train'
WHERE l.share IS NOT NULL AND f.bytes > l.share * t.bytes;
INSERT INTO validation
SELECT 'error', f.file, NULL, 'max_share', NULL,
  f.rows || ' records; above 1000 at most 30 % of the training file''s ' ||
  t.rows || ' are allowed'
FROM validation_file AS f JOIN validation_file AS t ON t.part = 'train',
  validate_setting AS s
WHERE s.target = 'gemini' AND f.part = 'valid' AND f.rows > 1000
  AND f.rows > 0.3 * t.rows;
INSERT INTO validation
SELECT 'error', t.file, NULL, 'max_rows', NULL,
  (t.rows + v.rows) || ' records in both files; at most 10000 are allowed'
FROM validation_file AS t JOIN validation_file AS v ON v.part = 'valid',
  validate_setting AS s
WHERE s.target = 'bedrock-claude' AND t.part = 'train'
  AND t.rows + v.rows > 10000;
INSERT INTO validation
SELECT CASE WHEN s.target LIKE 'together%' THEN 'error' ELSE 'warning' END,
  f.file, NULL, 'unexpected_bom', NULL,
  'the file begins with a byte order mark, which JSON readers trip over'
FROM validation_file AS f, validate_setting AS s
WHERE f.mark AND s.target NOT LIKE 'azure%';
INSERT INTO validation
SELECT 'error', f.file, NULL, 'missing_bom', NULL,
  'the file must begin with a byte order mark'
FROM validation_file AS f, validate_setting AS s
WHERE NOT f.mark AND f.rows > 0 AND s.target LIKE 'azure%';
INSERT INTO validation
SELECT 'error', file, NULL, 'missing_validation_file', NULL,
  'reinforcement takes a training and a validation file'
FROM validate_setting WHERE target = 'azure-rft' AND valid IS NULL;
INSERT INTO validation
SELECT 'error', s.file, NULL, 'line_type', NULL,
  'the name must end in .jsonl'
FROM validate_setting AS s
WHERE s.target LIKE 'together%' AND s.file NOT LIKE '%.jsonl';

-- 3. The same example in both files.
CREATE TEMP TABLE validate_key(key TEXT PRIMARY KEY, line INTEGER)
  WITHOUT ROWID;
INSERT OR IGNORE INTO validate_key
SELECT ftext_fingerprint(r.record, ''), r.line
FROM validate_setting AS s, ftext_read_jsonl(s.valid) AS r
WHERE r.record IS NOT NULL;
INSERT INTO validation
SELECT 'error', s.file, r.line, 'same_example_in_both', NULL,
  'the same record is line ' || k.line || ' of ' || s.valid
FROM validate_setting AS s, ftext_read_jsonl(s.file) AS r
  JOIN validate_key AS k ON k.key = ftext_fingerprint(r.record, '')
WHERE s.valid IS NOT NULL AND r.record IS NOT NULL;

-- 4. Classes and queries, which Cohere counts.
INSERT INTO validation
SELECT 'error', s.file, NULL, 'min_labels', NULL,
  count(DISTINCT r.record ->> '$.label') || ' labels; at least 2 are needed'
FROM validate_setting AS s, ftext_read_jsonl(s.file) AS r
WHERE s.target = 'cohere-classify' AND r.record IS NOT NULL
GROUP BY s.file HAVING count(DISTINCT r.record ->> '$.label') < 2;
INSERT INTO validation
SELECT 'error', s.file, min(r.line), 'min_rows_per_label', '$.label',
  count(DISTINCT r.record ->> '$.text') || ' different texts have the label '
  || l.value || '; at least 5 are needed'
FROM validate_setting AS s, ftext_read_jsonl(s.file) AS r,
  json_each(json_array(json(r.record -> '$.label'))) AS x,
  json_each(CASE x.type WHEN 'array' THEN x.value
    ELSE json_array(x.value) END) AS l
WHERE s.target = 'cohere-classify' AND r.record IS NOT NULL
  AND json_valid(r.record -> '$.label')
GROUP BY s.file, l.value HAVING count(DISTINCT r.record ->> '$.text') < 5;
INSERT INTO validation
SELECT 'error', s.file, NULL, 'min_queries', NULL,
  count(DISTINCT r.record ->> '$.query') ||
  ' different queries; at least 256 are needed'
FROM validate_setting AS s, ftext_read_jsonl(s.file) AS r
WHERE s.target = 'cohere-rerank' AND r.record IS NOT NULL
GROUP BY s.file HAVING count(DISTINCT r.record ->> '$.query') < 256;

-- 5. What checkers only warn of.
INSERT INTO validation
SELECT 'warning', f.file, min(r.line), 'no_system_message', '$.messages',
  count(*) || ' records have no system message'
FROM validate_setting AS s, validation_file AS f,
  ftext_read_jsonl(f.file) AS r
WHERE s.target = 'openai-chat' AND json_type(r.record, '$.messages') = 'array'
  AND NOT EXISTS (SELECT 1 FROM json_each(r.record, '$.messages') AS m
    WHERE m.type = 'object' AND m.value ->> '$.role' = 'system')
GROUP BY f.file;
INSERT INTO validation
SELECT 'warning', f.file, min(r.line), 'no_user_message', '$.messages',
  count(*) || ' records have no user message'
FROM validate_setting AS s, validation_file AS f,
  ftext_read_jsonl(f.file) AS r
WHERE s.target = 'openai-chat' AND json_type(r.record, '$.messages') = 'array'
  AND NOT EXISTS (SELECT 1 FROM json_each(r.record, '$.messages') AS m
    WHERE m.type = 'object' AND m.value ->> '$.role' = 'user')
GROUP BY f.file;
INSERT INTO validation
SELECT 'warning', f.file, min(r.line), 'several_system_prompts', '$.messages',
  count(DISTINCT substr(m.value ->> '$.content', 1, 100)) ||
  ' different system prompts'
FROM validate_setting AS s, validation_file AS f,
  ftext_read_jsonl(f.file) AS r,
  json_each(coalesce(r.record -> '$.messages', r.record -> '$.input.messages'))
  AS m
WHERE s.target LIKE 'azure%' AND r.record IS NOT NULL AND m.type = 'object'
  AND m.value ->> '$.role' = 'system'
GROUP BY f.file HAVING count(DISTINCT substr(m.value ->> '$.content', 1, 100))
  > 1;
INSERT INTO validation
SELECT 'warning', f.file, r.line, 'identical_outputs', '$.preferred_output',
  'the preferred and the other output are the same'
FROM validate_setting AS s, validation_file AS f,
  ftext_read_jsonl(f.file) AS r
WHERE (s.target LIKE '%dpo' OR s.target IN ('azure', 'together',
    'together-preference')) AND r.record IS NOT NULL
  AND r.record -> '$.preferred_output' = r.record -> '$.non_preferred_output';
INSERT INTO validation
SELECT 'warning', f.file, NULL, 'inconsistent_fields', NULL,
  count(DISTINCT fields) || ' different sets of keys beside messages'
FROM validation_file AS f, (
  SELECT b.file, (SELECT group_concat(key, ' ') FROM
      (SELECT key FROM json_each(r.record) ORDER BY key)) AS fields
  FROM validate_setting AS s, validation_file AS b,
    ftext_read_jsonl(b.file) AS r
  WHERE s.target = 'azure-rft' AND r.record IS NOT NULL) AS k
  ON k.file = f.file
GROUP BY f.file HAVING count(DISTINCT fields) > 1;
INSERT INTO validation
SELECT 'warning', f.file, NULL, 'few_rows', NULL,
  f.rows || ' records; 100 or more are advised'
FROM validation_file AS f, validate_setting AS s
WHERE f.part = 'train' AND f.rows < 100
  AND s.target IN ('openai-chat', 'completion', 'gemini');

DROP TABLE validate_setting;
DROP TABLE validate_shape;
DROP TABLE validate_limit;
DROP TABLE validate_key;
DROP TABLE validate_name;

SELECT severity, file, line, rule, path, message FROM validation
ORDER BY severity, file, line LIMIT 100;
SELECT count(*) FILTER (WHERE severity = 'error') || ' errors, ' ||
  count(*) FILTER (WHERE severity = 'warning') || ' warnings in ' ||
  (SELECT group_concat(file || ' (' || rows || ' records)', ', ')
   FROM validation_file) AS summary
FROM validation;
