#!/bin/bash
# What the options do, byte by byte, and what is wrong with wrong ones.
# shellcheck source=/dev/null
. "$ROOT/tests/file/lib.bash"

# bytes WHAT WANTED QUERY [OPTIONS]: as hexadecimal digits.
bytes() {
  local what=$1 wanted=$2
  shift 2
  sql "$(export_sql written "$@")" >result
  expect "$what" "$wanted" "$(od -An -tx1 -v written | tr -d ' \n')"
  expect "$what: counted" "$(stat -c %s written)" \
    "$(sed -n 's/.*"rows":[0-9]*,"bytes":\([0-9]*\)}]}$/\1/p' result)"
  rm -f written result
}

two='SELECT column1 AS a FROM (VALUES (1), (2))'
bytes 'as it is' 7b2261223a317d0a7b2261223a327d0a "$two"
bytes 'no options' 7b2261223a317d0a7b2261223a327d0a "$two" '{}'
bytes 'no final newline' 7b2261223a317d0a7b2261223a327d "$two" \
  '{"final_newline":false}'
bytes 'byte order mark' efbbbf7b2261223a317d0a7b2261223a327d0a "$two" \
  ' { "bom" : true } '
bytes 'said as it is' 7b2261223a317d0a7b2261223a327d0a "$two" \
  '{"bom":false,"ascii":false,"final_newline":true}'
bytes 'the last one counts' 7b2261223a317d0a7b2261223a327d0a "$two" \
  '{"bom":true,"bom":false}'
bytes 'no rows' '' 'SELECT 1 AS a WHERE 0'
bytes 'no rows, byte order mark' efbbbf 'SELECT 1 AS a WHERE 0' \
  '{"bom":true,"final_newline":false}'

known='(known: ascii, bom, check, final_newline, json, progress, target)'
refuses 'unknown' "unknown option 'gzip' $known" \
  "$two" '{"gzip":true}'
refuses 'unknown, odd' "unknown option '?\\u0062om%s' $known" \
  "$two" $'{"\x7f\\u0062om%s":true}'
refuses 'misspelt' "unknown option 'Final-newline'; did you mean \
'final_newline'? $known" "$two" '{"Final-newline":true}'
refuses 'misspelt target' "unknown target 'openai_chat'; did you mean \
'openai-chat'? (known: those in ftext_targets)" \
  "$two" '{"target":"openai_chat"}'
refuses 'unknown target' \
  "unknown target 'gpt' (known: those in ftext_targets)" \
  "$two" '{"target":"gpt"}'
refuses 'target of another type' \
  "unknown target '7' (known: those in ftext_targets)" \
  "$two" '{"target":7}'
refuses 'check without target' "option 'check' needs the option 'target'" \
  "$two" '{"check":true}'

# A target's files begin as it asks for, unless the options say otherwise; a
# record that it would refuse is not written, and the old file stays.
bytes 'azure begins with a mark' efbbbf7b2261223a317d0a7b2261223a327d0a \
  "$two" '{"target":"azure"}'
bytes 'azure without a mark' 7b2261223a317d0a7b2261223a327d0a "$two" \
  '{"bom":false,"target":"azure"}'
bytes 'completion has none' 7b2261223a317d0a7b2261223a327d0a "$two" \
  '{"target":"completion"}'
writes 'valid records' '{"prompt":"a","completion":"b"}' \
  "SELECT 'a' AS prompt, 'b' AS completion" \
  '{"target":"completion","check":true}'
finding='{"rule":"empty_completion","path":"$.completion",'
finding+='"message":"this is empty"}'
refuses 'a record that the target refuses' \
  "row 2: target 'completion' would refuse it: [$finding]" \
  "SELECT 'a' AS prompt, column1 AS completion FROM (VALUES ('b'), (''))" \
  '{"target":"completion","check":true}'

refuses 'not a flag' "option 'bom' is not true or false" "$two" '{"bom":1}'
refuses 'not names' "option 'json' is not an array of column names" "$two" \
  '{"json":"a"}'
refuses 'not a name' "option 'json' is not an array of column names" "$two" \
  '{"json":["a",[1]]}'
refuses 'not an object' 'the options are not a JSON object' "$two" '[]'
refuses 'not JSON' 'the options are not JSON: expected a key at byte 2' \
  "$two" '{bom:true}'
refuses 'empty' 'the options are not JSON: unexpected end at byte 1' "$two" ''
expect_sql 'NULL in, NULL out' 'NULL,NULL,NULL' \
  "SELECT quote(ftext_export(NULL, '$two')) || ',' ||
     quote(ftext_export('x', NULL)) || ',' ||
     quote(ftext_export('x', '$two', NULL));"
expect 'NULL writes nothing' '' "$(ls)"
finish
