-- plan.sql: what a training run will need: classes, tokens, epochs, cost.
--
-- Run it after prepare.sql, in the same session:
--
--   .load ftext
--   .read sql/prepare.sql
--   .read sql/plan.sql
--
-- or give your own rows the name `dataset`: a view or a table with the columns
-- prompt and completion and, where there, label, split (NULL is train),
-- token_count and record (the line of the file).
--
-- Parameters, each of which may be left out; those that prepare.sql has too
-- are best set for both:
--
--   .parameter set @target openai-chat   see ftext_targets
--   .parameter set @encoding gpt-4o      or an encoding's name; r50k_base, with
--                                        a target o200k_base
--   .parameter set @max_tokens 4096      what is billed of one example at most;
--                                        the target's limit, else 16385 with
--                                        cl100k_base, 65536 with o200k_base,
--                                        2048
--   .parameter set @positive spam        the positive class; of two classes the
--                                        rarer, of equals the first by name
--   .parameter set @epochs 2             a plan with so many epochs as well
--
-- One table in the main database is yours to edit:
--
--   prices(model, usd_per_million_tokens)
--
-- Where it is empty it gets one row, an example: what OpenAI published with
-- gpt-3.5-turbo on 2023-08-22, 0.008 USD for 1,000 tokens.  It is not a price
-- of today; put in what your trainer asks.  Where your database has another
-- table of that name, CREATE TEMP TABLE prices hides it.
--
-- Temporary tables stay:
--
--   plan_set(examples, tokens, billable_tokens, longer, longest, classes,
--     positive, positive_label)            train; classes are of all rows
--   plan_run(rule, epochs, batch_size, learning_rate_multiplier, steps,
--     billable_tokens)                     one row for each rule below
--   plan_cost(rule, model, usd)
--
-- Tokens.  A record with messages counts as a chat request does
-- (ftext_chat_token_count); else token_count counts, else prompt and
-- completion.  Of a longer example its first @max_tokens tokens are billed.
--
-- The rules.
--
--   cookbook   OpenAI cookbook, Data preparation and analysis for chat model
--     fine-tuning: 3 epochs; for fewer than 100 examples in all of these as
--     many as reach 100, at most 25; for more than 25,000 as many as stay
--     below, at least 1.  It leaves batch size and learning rate to the
--     service.
--   fine-tunes   the defaults of OpenAI's first fine-tuning API, as its
--     reference gave them from 2021 to 2023: 4 epochs; a batch of about 0.2 %
--     of the examples, at most 256; a multiplier of 0.05, 0.1 or 0.2, larger
--     for larger batches.  From which batch size on was never published, so
--     it is not said here.
--   asked   @epochs, all else as the trainer has it.
--
-- It is SQL alone, for any program that has SQLite and ftext.

DROP TABLE IF EXISTS temp.plan_setting;
DROP TABLE IF EXISTS temp.plan_example;
DROP TABLE IF EXISTS temp.plan_class;
DROP TABLE IF EXISTS temp.plan_set;
DROP TABLE IF EXISTS temp.plan_run;
DROP TABLE IF EXISTS temp.plan_cost;

CREATE TABLE IF NOT EXISTS main.prices (
  model TEXT PRIMARY KEY,
  usd_per_million_tokens REAL NOT NULL
);
INSERT INTO prices (model, usd_per_million_tokens)
SELECT 'gpt-3.5-turbo, 2023-08-22 (example, edit prices)', 8.0
WHERE NOT EXISTS (SELECT 1 FROM prices);

-- 1. The settings: one row, so that each default stands in one place.
CREATE TEMP TABLE plan_setting (
  target TEXT,
  known INTEGER
    CONSTRAINT "@target is one of ftext_targets" CHECK (known),
  encoding TEXT NOT NULL,
  max_tokens INTEGER NOT NULL
    CONSTRAINT "@max_tokens is a whole number, at least 1"
    CHECK (typeof(max_tokens) = 'integer' AND max_tokens >= 1),
  epochs INTEGER
    CONSTRAINT "@epochs is a whole number, at least 1"
    CHECK (epochs IS NULL OR (typeof(epochs) = 'integer' AND epochs >= 1)),
  positive TEXT
);
INSERT INTO plan_setting
SELECT
  @target,
  @target IS NULL OR @target IN (SELECT target FROM ftext_targets),
  encoding,
  coalesce(@max_tokens,
    (SELECT max_tokens FROM ftext_targets WHERE target = @target),
    CASE coalesce(ftext_encoding(encoding), encoding)
      WHEN 'cl100k_base' THEN 16385
      WHEN 'o200k_base' THEN 65536
      WHEN 'o200k_harmony' THEN 65536
      ELSE 2048 END),
  @epochs,
  @positive
FROM (SELECT coalesce(@encoding,
  CASE coalesce(@target, 'completion')
    WHEN 'completion' THEN 'r50k_base' ELSE 'o200k_base' END) AS encoding);

-- 2. The examples.  The NATURAL JOIN gives a `dataset` that lacks a column one
-- that is NULL.
CREATE TEMP TABLE plan_example AS
SELECT CAST(completion AS TEXT) AS completion, CAST(label AS TEXT) AS label,
  coalesce(split, 'train') AS split,
  coalesce(
    CASE WHEN json_valid(record) THEN
      CASE json_type(record, '$.messages') WHEN 'array'
        THEN ftext_chat_token_count(record, encoding) END END,
    token_count,
    coalesce(ftext_token_count(prompt, encoding), 0)
      + coalesce(ftext_token_count(completion, encoding), 0)) AS tokens
FROM dataset NATURAL LEFT JOIN (
    SELECT NULL AS label, NULL AS split, NULL AS token_count, NULL AS record
    WHERE 0),
  plan_setting;

-- 3. The classes.  Texts that are written freely are none: without labels
-- prepare_data's rule says when, fewer completions than a third of the rows.
CREATE TEMP TABLE plan_class AS
SELECT completion, min(label) AS label, count(*) AS examples,
  sum(split = 'train') AS train, sum(split = 'valid') AS valid
FROM plan_example
WHERE (SELECT count(label) > 0 OR count(DISTINCT completion) * 3 < count(*)
  FROM plan_example)
GROUP BY completion;

CREATE TEMP TABLE plan_set (
  examples INTEGER
    CONSTRAINT "no row of dataset has the split 'train'" CHECK (examples),
  tokens INTEGER NOT NULL,
  billable_tokens INTEGER NOT NULL,
  longer INTEGER NOT NULL,
  longest INTEGER NOT NULL,
  classes INTEGER NOT NULL,
  positive TEXT, -- the completion
  positive_label TEXT
);
INSERT INTO plan_set
SELECT count(*), coalesce(sum(tokens), 0),
  coalesce(sum(min(tokens, max_tokens)), 0),
  coalesce(sum(tokens > max_tokens), 0), coalesce(max(tokens), 0),
  (SELECT count(*) FROM plan_class), NULL, NULL
FROM plan_example, plan_setting WHERE split = 'train';
UPDATE plan_set SET (positive, positive_label) = (
  SELECT completion, coalesce(label, completion)
  FROM plan_class, plan_setting
  WHERE positive IS NULL OR positive IN (completion, label)
  ORDER BY examples, coalesce(label, completion) LIMIT 1)
WHERE classes = 2 OR (SELECT positive FROM plan_setting) IS NOT NULL;

-- 4. A plan by each rule.
CREATE TEMP TABLE plan_run AS
SELECT rule, epochs, batch_size, learning_rate_multiplier,
  epochs * ((examples + batch_size - 1) / batch_size) AS steps,
  epochs * billable_tokens AS billable_tokens
FROM (
  SELECT 'cookbook' AS rule, CASE
      WHEN examples * 3 < 100 THEN min(25, 100 / examples)
      WHEN examples * 3 > 25000 THEN max(1, 25000 / examples)
      ELSE 3 END AS epochs,
    NULL AS batch_size, NULL AS learning_rate_multiplier
  FROM plan_set
  UNION ALL
  SELECT 'fine-tunes', 4, max(1, min(256, (examples + 250) / 500)),
    '0.05, 0.1 or 0.2'
  FROM plan_set
  UNION ALL
  SELECT 'asked', epochs, NULL, NULL FROM plan_setting
  WHERE epochs IS NOT NULL), plan_set;

CREATE TEMP TABLE plan_cost AS
SELECT rule, model, billable_tokens * usd_per_million_tokens / 1e6 AS usd
FROM plan_run, prices;

-- 5. What to know about it.
SELECT 'warning: ' || printf(
  'classes in train: %d, in valid: %d, not the same; a trainer compares them',
  train, valid) AS warnings
FROM (
  SELECT sum(train > 0) AS train, sum(valid > 0) AS valid,
    sum((train > 0) <> (valid > 0)) AS differ
  FROM plan_class)
WHERE valid > 0 AND differ > 0
UNION ALL
SELECT printf('warning: %d examples are longer than %d tokens; what is beyond '
  || 'is cut off, the answer first', longer, max_tokens)
FROM plan_set, plan_setting WHERE longer > 0
UNION ALL
SELECT 'warning: no class ''' || s.positive || ''' in dataset'
FROM plan_setting AS s, plan_set AS p
WHERE s.positive IS NOT NULL AND p.positive IS NULL;

SELECT printf('%-26s %9d', 'examples in ' || split, count(*)) AS examples
FROM plan_example GROUP BY split ORDER BY split = 'train' DESC, split;

SELECT printf('%-26s %9d', 'tokens an epoch', tokens) AS tokens FROM plan_set
UNION ALL
SELECT printf('%-26s %9d', 'billable tokens an epoch', billable_tokens)
FROM plan_set
UNION ALL
SELECT printf('%-26s %9d  (limit %d)', 'longest example', longest, max_tokens)
FROM plan_set, plan_setting;

SELECT CASE WHEN positive IS NOT NULL
    THEN printf('positive class: "%s" (%s, %d of %d examples)', positive,
      positive_label, (SELECT c.examples FROM plan_class AS c
        WHERE c.completion = positive), (SELECT count(*) FROM plan_example))
    WHEN classes > 0 THEN 'n_classes: ' || classes
    ELSE 'no classes: the completions are free text' END AS classes
FROM plan_set;

SELECT printf('%-12s %6s %6s %8s %12s  %s', 'rule', 'epochs', 'batch',
  'steps', 'tokens', 'learning rate multiplier') AS runs
UNION ALL
SELECT printf('%-12s %6d %6s %8s %12d  %s', rule, epochs,
  coalesce(batch_size, 'auto'), coalesce(steps, '-'), billable_tokens,
  coalesce(learning_rate_multiplier, 'auto'))
FROM plan_run;

SELECT printf('%-12s %12.2f USD  %s', rule, usd, model) AS costs
FROM plan_cost ORDER BY model, rowid;
