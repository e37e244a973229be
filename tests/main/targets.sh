#!/bin/bash
# With a target the lines have its trainer's own shape, which its rules find
# nothing wrong with, and are the same prompts in the same splits.
set -eu

$SQLITE3 -bail "$WORK/tags.db" <"$ROOT/sql/demo_data.sql"
$SQLITE3 "$WORK/tags.db" 'DELETE FROM tags_raw WHERE id % 5 > 0;
  CREATE VIEW tagged AS SELECT id, prompt, label FROM tags_raw
  WHERE label <> upper(label)'
cd "$ROOT"
run() { # STEM [COMMAND...]: nothing is remembered
  local stem=$1
  shift
  tests/main/job :memory: "$stem" "ATTACH '$WORK/tags.db' AS tags" \
    'CREATE TEMP VIEW tagged AS SELECT * FROM tags.tagged' "$@" >"$WORK/shown"
}
prompts() { # STEM: prompt, completion and split of each row
  for split in train valid; do
    $SQLITE3 -batch -list -cmd ".load $FTEXT" :memory: "
      SELECT '$split', json_extract(messages, '\$[#-2].content'),
        trim(json_extract(messages, '\$[#-1].content'))
      FROM (SELECT ftext_messages(record) AS messages
        FROM ftext_read_jsonl('$1_$split.jsonl'))"
  done | sort
}
run "$WORK/plain" ".parameter set @format chat" \
  ".parameter set @encoding o200k_base"
prompts "$WORK/plain" >"$WORK/should"
[ "$(wc -l <"$WORK/should")" -gt 500 ]
for target in openai-chat gemini trl-messages; do
  run "$WORK/$target" ".parameter set @target $target" \
    ".parameter set @system 'Answer with the number of the class.'"
  prompts "$WORK/$target" | diff "$WORK/should" -
  $SQLITE3 -batch -list -cmd ".load $FTEXT" :memory: "
    SELECT count(*), sum(ftext_validate(record, '$target') IS NULL),
      sum(record LIKE '%Answer with the number%')
    FROM ftext_read_jsonl('$WORK/${target}_train.jsonl')" |
    awk -F '|' '$1 < 400 || $1 != $2 || $1 != $3 { print; exit 1 }'
done
run "$WORK/completion" ".parameter set @target completion"
tests/main/guarantees "$WORK/completion" >"$WORK/is"
grep -x 'prompts without the separator 0' "$WORK/is"

# An unknown target is named, with the one that may be meant.
if run "$WORK/none" ".parameter set @target openai" 2>"$WORK/error"; then
  exit 1
fi
grep "unknown target 'openai'; did you mean 'openai-chat'?" "$WORK/error"
[ ! -e "$WORK/none_train.jsonl" ]

# The target's own limits hold: Bedrock wants 32 rows.
if tests/main/job :memory: "$WORK/few" ".parameter set @target bedrock-claude" \
  "CREATE TEMP TABLE tagged AS SELECT key AS id, 'text ' || key AS prompt,
    value AS label FROM json_each('[1,2,1,2,1,2,1,2,1,2,1,2,1,2,1,2,1,2]')" \
  >"$WORK/shown" 2>/dev/null; then
  exit 1
fi
grep '^error row_count' "$WORK/shown"
