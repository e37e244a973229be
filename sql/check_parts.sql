-- check_parts.sql: what is wrong with rows that are divided, part by part.
--
-- For servers whose clients have the pure entry, where ftext_check is not: one
-- SELECT over functions that look at their arguments and at nothing else.  It
-- makes all checks that look at one row, or at the rows of one prompt; in
-- ftext_checks their scope is 'row' or 'prompt'.
--
-- Give your rows the name `dataset`: a table or a view with the columns id,
-- prompt, completion, label, split (NULL where there is none) and part.  All
-- rows of a prompt must be in one part; a stored column and an index see to
-- it, and make a part quick to read:
--
--   part INTEGER GENERATED ALWAYS AS (ftext_fold(coalesce(prompt, ''), 16))
--     STORED
--
-- Parameters, which may be left out, or be NULL where a host binds them all:
--
--   @part         the part to be checked; all rows
--   @encoding     an encoding's or a model's name; o200k_base
--   @format       completion or chat; completion
--   @task         what the completions are: classification, conditional or
--                 open-ended; classification
--   @max_tokens   what prompt and completion may have together; 65536
--
-- A row for each check:
--
--   "check"   its name in ftext_checks, which has severity and threshold too
--   count     rows that it concerns, 0 for none
--   value     what its threshold is for: rows, or prompts
--   example   the least id of a row concerned; of copies, that of a last one
--   rows      all rows of the part
--
-- The whole is the sum of count, of value and of rows, and the least example.
-- In a check whose unit is 'share' what is compared is value / rows of the
-- whole.  Texts are compared byte by byte; a NULL is an empty one.

WITH setting AS (
  SELECT coalesce(@encoding, 'o200k_base') AS encoding,
    coalesce(ftext_encoding(@encoding), @encoding, 'o200k_base')
      IN ('gpt2', 'r50k_base', 'p50k_base', 'p50k_edit') AS old,
    CASE WHEN coalesce(@format, 'completion') IN ('completion', 'chat')
      THEN coalesce(@format, 'completion')
      ELSE json_extract('{}', '@format is completion or chat') END AS format,
    CASE WHEN coalesce(@task, 'classification')
      IN ('classification', 'conditional', 'open-ended')
      THEN coalesce(@task, 'classification')
      ELSE json_extract('{}', '@task is classification, conditional or ' ||
        'open-ended') END AS task,
    CAST(coalesce(@max_tokens, 65536) AS INTEGER) AS max_tokens
),

-- 1. The rows as ftext_check reads them.  What a line feed parts, no check of
-- characters takes for one, so that these look at both texts at once; in
-- `sound` what is no UTF-8 is replaced.
source AS NOT MATERIALIZED (
  SELECT id, coalesce(CAST(prompt AS TEXT), '') AS prompt,
    coalesce(CAST(completion AS TEXT), '') AS completion,
    coalesce(CAST(label AS TEXT), '') AS label,
    coalesce(CAST(split AS TEXT), '') AS split
  FROM dataset
  WHERE part BETWEEN coalesce(@part, -9e999) AND coalesce(@part, 9e999)
),
joined AS MATERIALIZED (
  SELECT *, prompt || char(10) || completion AS both,
    ftext_normalize(prompt || char(10) || completion, '') AS sound
  FROM source
),

-- 2. Each row by itself.
row_check AS MATERIALIZED (
  SELECT id,
    task <> 'open-ended'
      AND trim(prompt, char(9, 10, 11, 12, 13, 32)) = '' AS empty_prompt,
    trim(completion, char(9, 10, 11, 12, 13, 32)) = '' AS empty_completion,
    trim(label, char(9, 10, 11, 12, 13, 32)) = '' AS empty_label,
    split = '' AS key_null,
    -- A token has a byte at least: most rows need no counting.
    length(CAST(both AS BLOB)) > max_tokens
      AND ftext_token_count(prompt, encoding, max_tokens)
        + ftext_token_count(completion, encoding, max_tokens) > max_tokens
      AS too_long,
    both <> sound AS broken_utf8,
    -- <|, letters, digits and _, then |>: JSON divides the text at each <|.
    instr(both, '<|') > 0 AND EXISTS (
      SELECT 1 FROM json_each(
        '[' || replace(json_quote(both), '<|', '","') || ']') AS piece
      WHERE piece.key > 0 AND piece.value NOT GLOB '|*'
        AND ltrim(piece.value, 'abcdefghijklmnopqrstuvwxyz' ||
          'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_') GLOB '|>*')
      AS special_token,
    instr(both, char(0)) > 0 OR sound GLOB
      '*[' || char(1, 45, 8, 11, 12, 14, 45, 31, 127, 45, 159) || ']*'
      AS control_character,
    instr(both, char(0xFFFD)) > 0 AS replacement_character,
    instr(both, '&') > 0 AND (
      instr(both, '&lt;') OR instr(both, '&gt;') OR instr(both, '&quot;')
      OR instr(both, '&#34;') OR instr(both, '&#39;')
      OR instr(both, '&#x27;') OR instr(both, '&apos;')
      OR instr(both, '&nbsp;') OR instr(both, '&amp;')) AS html_entity,
    CASE
      WHEN ltrim(completion, ' ') = '' THEN 0
      WHEN format = 'chat' THEN completion GLOB ' *'
      WHEN old THEN completion NOT GLOB ' *'
      ELSE completion GLOB '[A-Za-z]*'
        OR (completion GLOB ' *' AND ltrim(completion, ' ') GLOB '[0-9]*')
      END AS completion_space,
    format <> 'chat' AND rtrim(prompt, ' ') <> prompt AS prompt_space
  FROM joined, setting
),

-- 3. The rows of each prompt together.
prompt_check AS (
  SELECT min(id) AS id, min(copy) AS copy, sum(copies) AS rows,
    sum(copies) - count(*) AS duplicate,
    prompt <> '' AND min(class) <> max(class) AS label_conflict,
    prompt <> '' AND task = 'conditional' AND count(*) > 1
      AND min(class) = max(class) AS duplicate_prompt,
    prompt <> '' AND min(first_split) <> max(last_split) AS leak
  FROM (
    SELECT prompt, nullif(label, '') AS class, count(*) AS copies,
      min(id) AS id, CASE WHEN count(*) > 1 THEN max(id) END AS copy,
      min(nullif(split, '')) AS first_split,
      max(nullif(split, '')) AS last_split
    FROM source GROUP BY prompt, label, completion), setting
  GROUP BY prompt
),

-- 4. What was found, row by row and prompt by prompt.
found("check", count, value, example) AS (
  SELECT piece.key, 1, 1, row_check.id
  FROM row_check, json_each(json_object(
    'empty_prompt', empty_prompt, 'empty_completion', empty_completion,
    'empty_label', empty_label, 'key_null', key_null, 'too_long', too_long,
    'broken_utf8', broken_utf8, 'special_token', special_token,
    'control_character', control_character,
    'replacement_character', replacement_character,
    'html_entity', html_entity, 'completion_space', completion_space,
    'prompt_space', prompt_space)) AS piece
  WHERE 1 IN (empty_prompt, empty_completion, empty_label, key_null, too_long,
      broken_utf8, special_token, control_character, replacement_character,
      html_entity, completion_space, prompt_space)
    AND piece.value
  UNION ALL
  SELECT 'duplicate', duplicate, duplicate, copy
  FROM prompt_check WHERE duplicate
  UNION ALL
  SELECT 'duplicate_share', duplicate, duplicate, copy
  FROM prompt_check WHERE duplicate
  UNION ALL
  SELECT 'label_conflict', rows, 1, id FROM prompt_check WHERE label_conflict
  UNION ALL
  SELECT 'duplicate_prompt', rows, 1, id
  FROM prompt_check WHERE duplicate_prompt
  UNION ALL
  SELECT 'leak', rows, 1, id FROM prompt_check WHERE leak
)
SELECT "check", coalesce(sum(count), 0) AS count,
  coalesce(sum(value), 0) AS value, min(example) AS example,
  (SELECT count(*) FROM row_check) AS rows
FROM ftext_checks LEFT JOIN found USING ("check")
WHERE scope IN ('row', 'prompt')
GROUP BY "check" ORDER BY "check";
