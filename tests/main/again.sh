#!/bin/bash
# A later run over more rows changes no class number, no completion and no
# old row's split, whatever the new rows are.
set -eu

$SQLITE3 -bail "$WORK/tags.db" <"$ROOT/sql/demo_data.sql"
$SQLITE3 -bail "$WORK/tags.db" <<'SQL'
CREATE VIEW tagged AS
SELECT t.id, t.prompt, coalesce(a.label, t.label) AS label
FROM tags_raw AS t LEFT JOIN label_alias AS a ON a.variant = t.label;
SQL
cd "$ROOT"
tests/main/job "$WORK/tags.db" "$WORK/first" >/dev/null
$SQLITE3 "$WORK/tags.db" "SELECT spec FROM class_split
  WHERE label = 'wedding list'" | grep -vx 'valid<3333333333334,train'
tests/main/job "$WORK/tags.db" "$WORK/same" >/dev/null
cmp "$WORK/first_train.jsonl" "$WORK/same_train.jsonl"
cmp "$WORK/first_valid.jsonl" "$WORK/same_valid.jsonl"

$SQLITE3 -bail "$WORK/tags.db" <<'SQL'
CREATE TABLE old_map AS SELECT * FROM class_map;
CREATE TABLE old_split AS SELECT * FROM prompt_split;
-- Classes that sort before and between the old ones, one of them single.
INSERT INTO tags_raw (prompt, label) VALUES
  ('Do you sell to shops?', 'a new class'), ('Wholesale?', 'a new class'),
  ('Trade prices?', 'a new class'), ('Dolls?', 'one more'),
-- A single class grows.
  ('Would class 4c be welcome too?', 'school visit'),
-- Another spelling of a label becomes the most frequent one.
  ('Bicycle stands?', 'PARKING'), ('Parking for coaches?', 'PARKING'),
  ('Charging while parked?', 'PARKING'), ('Parking at night?', 'PARKING');
-- An old prompt is found again under an id that comes first.
INSERT INTO tags_raw (id, prompt, label)
SELECT -id, upper(prompt), label FROM tags_raw
WHERE id % 50 = 0 AND id > 0 AND label > '';
-- Old prompts get another label.
UPDATE tags_raw SET label = 'order status'
WHERE label LIKE '%return%label%' AND prompt LIKE '%slip%';
-- A class of two, which was cut where it had to be, grows.
INSERT INTO tags_raw (prompt, label)
WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n LIMIT 60)
SELECT 'Wedding list, gift number ' || i, 'wedding list' FROM n;
-- A class doubles.
INSERT INTO tags_raw (prompt, label)
SELECT 'Second thoughts: ' || prompt, label FROM tags_raw
WHERE label = 'delivery delay';
SQL
tests/main/job "$WORK/tags.db" "$WORK/second" >"$WORK/shown"

$SQLITE3 -bail "$WORK/tags.db" >"$WORK/is" <<'SQL'
SELECT 'old classes changed', count(*) FROM (
  SELECT * FROM old_map EXCEPT SELECT * FROM class_map);
SELECT 'new classes', group_concat(label, ', '), min(class_id), max(class_id)
FROM (SELECT * FROM class_map EXCEPT SELECT * FROM old_map ORDER BY class_id);
SELECT 'old prompts moved', count(*) FROM (
  SELECT * FROM old_split EXCEPT SELECT * FROM prompt_split);
SELECT 'cut', label, spec FROM class_split WHERE label = 'wedding list';
SELECT 'more prompts', count(*) > 150 FROM (
  SELECT * FROM prompt_split EXCEPT SELECT * FROM old_split);
SQL
cat >"$WORK/should" <<'EOT'
old classes changed|0
new classes|a new class, school visit|88|89
old prompts moved|0
cut|wedding list|valid<3333333333334,train
more prompts|1
EOT
diff -u "$WORK/should" "$WORK/is"

# The files say the same as the tables: no old prompt is in the other file.
prompts() {
  $SQLITE3 -batch -list -cmd ".load $FTEXT" :memory: "SELECT
    ftext_fingerprint(json_extract(record, '\$.prompt'))
    FROM ftext_read_jsonl('$1')" | sort
}
prompts "$WORK/first_train.jsonl" >"$WORK/old_train"
prompts "$WORK/first_valid.jsonl" >"$WORK/old_valid"
prompts "$WORK/second_train.jsonl" >"$WORK/new_train"
prompts "$WORK/second_valid.jsonl" >"$WORK/new_valid"
[ "$(comm -23 "$WORK/old_train" "$WORK/new_train" | wc -l)" = 0 ]
[ "$(comm -23 "$WORK/old_valid" "$WORK/new_valid" | wc -l)" = 0 ]
tests/main/guarantees "$WORK/second" | grep -x 'classes in both 89'
