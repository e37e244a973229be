#!/bin/bash
# The same rows give the same files from a UTF-16 database and from a source
# that is attached and read-only.
set -eu

$SQLITE3 -bail "$WORK/tags.db" <"$ROOT/sql/demo_data.sql"
{
  echo "PRAGMA encoding = 'UTF-16le';"
  $SQLITE3 "$WORK/tags.db" .dump
} | $SQLITE3 -bail "$WORK/utf16.db"
[ "$($SQLITE3 "$WORK/utf16.db" 'PRAGMA encoding')" = UTF-16le ]
view="SELECT t.id, t.prompt, coalesce(a.label, t.label) AS label
  FROM tags_raw AS t LEFT JOIN label_alias AS a ON a.variant = t.label"
cd "$ROOT"
tests/main/job "$WORK/tags.db" "$WORK/tags" \
  "CREATE TEMP VIEW tagged AS $view" >"$WORK/shown"
tests/main/job "$WORK/utf16.db" "$WORK/utf16" \
  "CREATE TEMP VIEW tagged AS $view" >"$WORK/shown_utf16"
cmp "$WORK/tags_train.jsonl" "$WORK/utf16_train.jsonl"
cmp "$WORK/tags_valid.jsonl" "$WORK/utf16_valid.jsonl"

# A tool's own file: not a byte of it changes, no file appears beside it.
$SQLITE3 "$WORK/tags.db" 'DROP TABLE class_map; DROP TABLE class_split;
  DROP TABLE prompt_split; VACUUM'
mkdir "$WORK/tool"
mv "$WORK/tags.db" "$WORK/tool/tags.db"
sha256sum "$WORK/tool/tags.db" >"$WORK/sum"
tests/main/job "$WORK/mine.db" "$WORK/attached" \
  "ATTACH 'file:$WORK/tool/tags.db?mode=ro' AS tool" \
  "CREATE TEMP VIEW tagged AS SELECT t.id, t.prompt,
    coalesce(a.label, t.label) AS label FROM tool.tags_raw AS t
    LEFT JOIN tool.label_alias AS a ON a.variant = t.label" >"$WORK/shown_ro"
sha256sum -c --quiet "$WORK/sum"
[ "$(ls "$WORK/tool")" = tags.db ]
cmp "$WORK/tags_train.jsonl" "$WORK/attached_train.jsonl"
cmp "$WORK/tags_valid.jsonl" "$WORK/attached_valid.jsonl"
sed 's/utf16/tags/; s/attached/tags/' "$WORK/shown_ro" |
  diff -u "$WORK/shown" -
