#!/bin/bash
# The demo's data are what their header says, on every run the same.
set -eu

database=$WORK/tags.db
$SQLITE3 -bail "$database" <"$ROOT/sql/demo_data.sql"
$SQLITE3 -batch -bail -cmd ".load $FTEXT" "$database" >"$WORK/is" <<'SQL'
CREATE TEMP TABLE clean AS
SELECT ftext_fingerprint(prompt) AS text,
  ftext_token_count(prompt, 'r50k_base', 2048) > 2048 AS long,
  ftext_normalize(coalesce(a.label, t.label)) AS label
FROM tags_raw AS t LEFT JOIN label_alias AS a ON a.variant = t.label;
SELECT 'rows', count(*) FROM tags_raw;
SELECT 'no prompt', count(*) FROM clean
WHERE text IS NULL OR text = ftext_fingerprint('');
DELETE FROM clean WHERE text IS NULL OR text = ftext_fingerprint('');
SELECT 'no label', count(*) FROM clean WHERE label IS NULL OR label = '';
DELETE FROM clean WHERE label IS NULL OR label = '';
SELECT 'too long', count(*) FROM clean WHERE long;
DELETE FROM clean WHERE long;
CREATE TEMP TABLE conflict AS
SELECT text FROM clean GROUP BY text HAVING count(DISTINCT label) > 1;
SELECT 'conflicts', count(*),
  (SELECT count(*) FROM clean WHERE text IN (SELECT text FROM conflict))
FROM conflict;
DELETE FROM clean WHERE text IN (SELECT text FROM conflict);
SELECT 'repeated', count(*) - count(DISTINCT text) FROM clean;
SELECT 'classes', count(*), 'of', min(size), 'to', max(size), 'prompts',
  sum(size)
FROM (SELECT count(DISTINCT text) AS size FROM clean GROUP BY label)
GROUP BY size > 1;
SELECT 'spellings', count(DISTINCT label) FROM tags_raw;
SELECT 'long', count(*) FROM tags_raw WHERE length(prompt) > 3000;
SQL
cat >"$WORK/should" <<'EOT'
rows|5657
no prompt|24
no label|32
too long|3
conflicts|13|28
repeated|500
classes|5|of|1|to|1|prompts|5
classes|87|of|2|to|225|prompts|5065
EOT
head -n 8 "$WORK/is" | diff -u "$WORK/should" -

# Other spellings and mails of several pages are there at all.
awk -F '|' '$1 == "spellings" && $2 > 300 || $1 == "long" && $2 > 15 { n++ }
  END { exit n != 2 }' "$WORK/is"
for script in 注文 我的 배송 Где παρ متى שכ भारत กรุง 😡; do
  found=$($SQLITE3 "$database" \
    "SELECT count(*) > 0 FROM tags_raw WHERE prompt LIKE '%$script%'")
  [ "$found" = 1 ] || { echo "no prompt with $script"; exit 1; }
done

$SQLITE3 -bail "$WORK/again.db" <"$ROOT/sql/demo_data.sql"
[ "$($SQLITE3 "$database" .dump | sha256sum)" = \
  "$($SQLITE3 "$WORK/again.db" .dump | sha256sum)" ]
