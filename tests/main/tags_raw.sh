#!/bin/bash
# The same promises on a labeling team's table: 5,509 tag events.
set -eu

packed=$ROOT/../shared/data/labeling/tags.db.gz
if [ ! -e "$packed" ]; then
  echo 'the labeling fixtures are not here'
  exit 77
fi
gunzip -c "$packed" >"$WORK/tags.db"
cd "$ROOT"
tests/main/job "$WORK/tags.db" "$WORK/raw" \
  'CREATE TEMP VIEW tagged AS
    SELECT r.id, r.prompt, coalesce(a.label, r.completion) AS label
    FROM tags_raw AS r LEFT JOIN label_alias AS a ON a.variant = r.completion' \
  >"$WORK/shown"
sed -n '/^rows read/,$p' "$WORK/shown"
tests/main/guarantees "$WORK/raw" >"$WORK/is"
cat "$WORK/is"
classes=$(sed -n 's/^classes in both //p' "$WORK/is")
[ "$classes" -ge 80 ]
for line in "classes in train $classes" "classes in valid $classes" \
  "first tokens $classes" "completions of one token $classes" \
  'prompts twice 0' 'prompts without the separator 0' \
  'records with other keys 0'; do
  grep -qx "$line" "$WORK/is" || { echo "not so: $line"; exit 1; }
done
