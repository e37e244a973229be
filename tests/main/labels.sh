#!/bin/bash
# Labels: one spelling for each class, singles and conflicts as asked.
set -eu

$SQLITE3 -bail "$WORK/tags.db" <<'SQL'
CREATE TABLE tagged (id INTEGER PRIMARY KEY, prompt, label);
INSERT INTO tagged (prompt, label) VALUES
  ('one', 'Red'), ('two', 'red'), ('three', ' RED '), ('four', 'red'),
  ('five', 7), ('six', '7'), ('seven', ' 7'), ('eight', 7),
  ('ONE', 'red'), ('both', 'red'), ('Both ', 'blue'),
  ('alone', 'blue'), (12, 'green'), (x'3133', 'green'), ('14', 'green');
SQL
cd "$ROOT"
tests/main/job "$WORK/tags.db" "$WORK/tags" \
  >"$WORK/shown"
$SQLITE3 "$WORK/tags.db" \
  'SELECT class_id, label, completion FROM class_map ORDER BY 1' >"$WORK/is"
diff -u - "$WORK/is" <<'EOT'
1|7| 1
2|green| 2
3|red| 3
EOT
grep -x '  blue | red  "[Bb]oth"' "$WORK/shown"
grep -x 'class with one prompt, left out: blue' "$WORK/shown"
grep -x 'rows kept                         11' "$WORK/shown"
tests/main/guarantees "$WORK/tags" | grep -x 'classes in both 3'

# Asked to, it takes the single prompt into train; when the class grows that
# prompt stays there, and the new one goes to valid, whatever its unit.
for word in a b c d e f g h; do
  cp "$WORK/tags.db" "$WORK/$word.db"
  tests/main/job "$WORK/$word.db" "$WORK/$word" \
    ".parameter set @single train" >"$WORK/shown"
  grep -x 'class with one prompt, in train alone: blue' "$WORK/shown"
  grep -c '"completion":" 4"' "$WORK/${word}_train.jsonl" | grep -x 1
  if grep '"completion":" 4"' "$WORK/${word}_valid.jsonl"; then exit 1; fi
  $SQLITE3 "$WORK/$word.db" "INSERT INTO tagged (prompt, label)
    VALUES ('$word', 'blue')"
  tests/main/job "$WORK/$word.db" "$WORK/$word" >/dev/null
  grep '"completion":" 4"' "$WORK/${word}_train.jsonl" | grep alone
  grep '"completion":" 4"' "$WORK/${word}_valid.jsonl" | grep "\"$word"
done

# Of two classes the rarer one is the positive one.
$SQLITE3 "$WORK/two.db" "CREATE TABLE tagged AS
  SELECT value AS id, 'text ' || value AS prompt,
    CASE WHEN value % 5 = 0 THEN 'spam' ELSE 'fine' END AS label
  FROM (WITH RECURSIVE n(value) AS (
    VALUES (1) UNION ALL SELECT value + 1 FROM n LIMIT 100)
    SELECT value FROM n)"
tests/main/job "$WORK/two.db" "$WORK/two" |
  grep -x 'positive class: " 2" (spam, 20 of 100 rows)'
