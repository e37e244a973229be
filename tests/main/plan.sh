#!/bin/bash
# sql/plan.sql: the figures of each rule, for rows of every documented shape.
# Five examples with 4306 tokens are the OpenAI cookbook's; 2.40 USD for
# 100,000 tokens and 3 epochs is OpenAI's own example of 2023-08-22.
set -eu

cd "$ROOT"
plan() { # SELECT-OF-DATASET [SHELL COMMAND...]: what the script prints
  local command commands=()
  for command in "${@:2}"; do commands+=(-cmd "$command"); done
  $SQLITE3 -batch -bail -list -cmd ".load $FTEXT" \
    -cmd "CREATE TEMP VIEW dataset AS $1" "${commands[@]}" :memory: \
    <sql/plan.sql
}
numbers="WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL
  SELECT i + 1 FROM n LIMIT"

plan "SELECT 'p' AS prompt, key AS completion, value AS token_count
  FROM json_each('[1000, 1000, 1000, 1000, 306]')" >"$WORK/is"
diff -u - "$WORK/is" <<'EOT'
examples in train                  5
tokens an epoch                 4306
billable tokens an epoch        4306
longest example                 1000  (limit 2048)
no classes: the completions are free text
rule         epochs  batch    steps       tokens  learning rate multiplier
cookbook         20   auto        -        86120  auto
fine-tunes        4      1       20        17224  0.05, 0.1 or 0.2
cookbook             0.69 USD  gpt-3.5-turbo, 2023-08-22 (example, edit prices)
fine-tunes           0.14 USD  gpt-3.5-turbo, 2023-08-22 (example, edit prices)
EOT

# Epochs of the cookbook, batch and steps of the first API, at their bounds.
while read -r examples epochs batch steps; do
  plan "$numbers $examples) SELECT 'p' AS prompt, 'c' AS completion,
    1 AS token_count FROM n" >"$WORK/shown"
  awk -v examples="$examples" '
    $1 == "cookbook" && NF == 6 { print examples, $2, $5 / examples }
    $1 == "fine-tunes" && $3 != "USD" { print examples, $3, $4, $2, $5 }' \
    "$WORK/shown" >"$WORK/is"
  diff -u - "$WORK/is" <<EOT
$examples $epochs $epochs
$examples $batch $steps 4 $((4 * examples))
EOT
done <<'EOT'
1 25 1 4
4 25 1 16
6 16 1 24
33 3 1 132
34 3 1 136
749 3 1 2996
750 3 2 1500
8333 3 17 1964
8334 2 17 1964
12501 1 25 2004
50000 1 100 2000
128250 1 256 2004
EOT

# An example is billed up to the limit: the target's, the encoding's, ours.
three="SELECT 'p' AS prompt, key AS completion, value AS token_count
  FROM json_each('[10, 2049, 70000]')"
billed() { # EXPECTED [SHELL COMMAND...]
  plan "$three" "${@:2}" >"$WORK/shown"
  sed -n 's/^billable tokens an epoch *//p' "$WORK/shown" | grep -x "$1"
}
billed $((10 + 2048 + 2048))
grep '^warning: 2 examples are longer than 2048 tokens' "$WORK/shown"
billed $((10 + 2049 + 65536)) '.parameter set @target openai-chat'
billed $((10 + 2049 + 32000)) '.parameter set @target bedrock-claude'
billed $((10 + 2049 + 16385)) '.parameter set @encoding gpt-4'
billed $((10 + 20 + 20)) '.parameter set @max_tokens 20' \
  '.parameter set @epochs 7'
grep -x "asked             7   auto        -          350  auto" "$WORK/shown"

# Only train is billed.  Texts count where nobody counted: 3 and 2 tokens; a
# chat's overhead is 3 a message and 3 for the reply.
plan "SELECT 'Hello, world' AS prompt, ' 1' || ' 2' AS completion, 'train'
    AS split, 'x' AS label
  UNION ALL SELECT 'a', ' 3', 'valid', 'y'
  UNION ALL SELECT 'a', ' 3', 'test', 'y'" >"$WORK/shown"
grep -x 'tokens an epoch                    5' "$WORK/shown"
grep -x 'examples in valid                  1' "$WORK/shown"
grep -x 'examples in test                   1' "$WORK/shown"
grep '^warning: classes in train: 1, in valid: 1, not the same' "$WORK/shown"
plan "SELECT 'hello world' AS prompt, '1' AS completion, 3 AS token_count,
    ftext_record('openai-chat', 'hello world', '1') AS record" \
  ".parameter set @target openai-chat" |
  grep -x "tokens an epoch                   $((3 + 1 + 2 + 3 + 1 + 1 + 3))"

# Of two classes the rarer is the positive one, of equals the first, or the
# one that is asked for, by its label or its completion.
two="SELECT i AS prompt, CASE WHEN i % 5 = 0 THEN ' 2' ELSE ' 1' END
  AS completion, CASE WHEN i % 5 = 0 THEN 'spam' ELSE 'fine' END AS label
  FROM n"
plan "$numbers 100) $two" |
  grep -x 'positive class: " 2" (spam, 20 of 100 examples)'
plan "$numbers 8) ${two//% 5/% 2}" |
  grep -x 'positive class: " 1" (fine, 4 of 8 examples)'
for positive in fine "' 1'"; do
  plan "$numbers 100) $two" ".parameter set @positive \"$positive\"" |
    grep -x 'positive class: " 1" (fine, 80 of 100 examples)'
done
plan "$numbers 100) $two" ".parameter set @positive ham" |
  grep -x "warning: no class 'ham' in dataset"
plan "$numbers 100) SELECT i AS prompt, i % 33 AS completion FROM n" |
  grep -x 'n_classes: 33'
plan "$numbers 99) SELECT i AS prompt, i % 33 AS completion FROM n" |
  grep -x 'no classes: the completions are free text'

# The prices are the user's: kept, and edited.
plan "$numbers 100) SELECT i AS prompt, 'c' AS completion,
    1000 AS token_count FROM n" >"$WORK/shown"
grep '^cookbook             2.40 USD' "$WORK/shown"
plan "$numbers 100) SELECT i AS prompt, 'c' AS completion,
    1000 AS token_count FROM n" \
  'CREATE TABLE prices (model, usd_per_million_tokens)' \
  "INSERT INTO prices VALUES ('ours', 0.5), ('theirs', 25)" >"$WORK/shown"
sed -n 's/^cookbook .* \([0-9.]* USD\)/\1/p' "$WORK/shown" | diff -u \
  <(printf '%s\n' '0.15 USD  ours' '7.50 USD  theirs') -
# A table of that name which is something else is hidden, and not touched.
plan "SELECT 1 AS prompt, 2 AS completion" \
  'CREATE TABLE prices (article, price)' \
  "CREATE TEMP TABLE prices AS SELECT 'ours' AS model,
    1 AS usd_per_million_tokens" | grep -c 'USD  ours$' | grep -x 2

refused() { # MESSAGE PLAN-ARGUMENT...
  if plan "${@:2}" >"$WORK/shown" 2>&1; then
    echo "was not refused: $1"
    exit 1
  fi
  grep -F "$1" "$WORK/shown"
}
refused "no row of dataset has the split 'train'" "$three LIMIT 0"
refused '@target is one of ftext_targets' "$three" \
  '.parameter set @target openai'
refused '@max_tokens is a whole number' "$three" '.parameter set @max_tokens 0'
refused '@epochs is a whole number' "$three" '.parameter set @epochs 1.5'
refused "unknown encoding 'gpt9'" "SELECT 'p' AS prompt, 'c' AS completion" \
  '.parameter set @encoding gpt9'
