#!/bin/bash
# sql/check_parts.sql, through the file-free entry, against ftext_check: on
# rows made of all that is hard to read, each check finds as many rows, the
# same value, and an example that is among the rows; and what it finds in
# three parts adds up to what it finds in the whole.
set -u
if { $SQLITE3 :memory: 'SELECT sqlite_version()' && echo 3.39; } |
  sort -V -C; then
  echo "because sql/ asks for SQLite 3.39"
  exit 77
fi
failed=0

shell() { # ENTRY: SQL on stdin
  $SQLITE3 -batch -bail -list -cmd ".load $FTEXT$1" "$WORK/rows.db" 2>&1
}

shell "" <<'SQL' || exit 1
CREATE TABLE fragment(number INTEGER PRIMARY KEY, value);
INSERT INTO fragment(value) VALUES (''), (' '), ('  '), (char(9, 10)),
  ('a'), ('Z'), ('7'), (7), (-7), ('word'), (' word'), (' 44'), ('word '),
  ('é'), (' é'), ('、'), ('.'), (char(0xA0)), (char(0x85)), (char(0x9F)),
  (char(0)), (char(1)), (char(8)), (char(13)), (char(14)), (char(31)),
  (char(127)), (char(0xFFFD)), (char(0x2028)), ('"\'), (x'61'), (x'80'),
  (x'85'), (x'C285'), (x'C2'), (x'E282'), (x'F09F'), (x'EFBF'), (x'BD'),
  (x'EDA080'), (x'F4908080'), ('<'), ('|'), ('>'), ('<|'), ('|>'), ('<|a'),
  ('<|im_end|>'), ('<|a b|>'), ('<||>'), ('<|é|>'), ('<|a' || char(0) || '|>'),
  (CAST(x'3C7C6180' AS TEXT)), ('&'), ('&amp;'), ('&AMP;'), ('amp;'), ('&#39'),
  (';'), ('&#x27;'), ('&nbsp;'), ('many words of one line that are too long');
-- Up to three fragments; a number or a BLOB stays what it is where it is alone.
CREATE TABLE row(id INTEGER PRIMARY KEY, prompt, completion, label, split);
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000),
  piece(i, name, first, second, third) AS (
    SELECT i, name, a.value,
      CASE WHEN ftext_fold(i || name, 3, 1) > 0 THEN b.value END,
      CASE WHEN ftext_fold(i || name, 3, 2) > 1 THEN c.value END
    FROM n, (SELECT 'prompt' AS name UNION ALL SELECT 'completion')
      JOIN (SELECT count(*) AS count FROM fragment)
      JOIN fragment AS a ON a.number = 1 + ftext_fold(i || name, count, 3)
      JOIN fragment AS b ON b.number = 1 + ftext_fold(i || name, count, 4)
      JOIN fragment AS c ON c.number = 1 + ftext_fold(i || name, count, 5)),
  text(i, name, value) AS (
    SELECT i, name, CASE
      WHEN i % 41 = 0 THEN NULL
      WHEN second IS NULL AND third IS NULL THEN first
      ELSE CAST(CAST(first AS BLOB) || CAST(coalesce(second, '') AS BLOB) ||
        CAST(coalesce(third, '') AS BLOB) AS TEXT) END
    FROM piece)
INSERT INTO row
SELECT i, p.value, c.value,
  CASE ftext_fold(i, 7, 'label') WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN ' '
    WHEN 3 THEN 'a' WHEN 4 THEN 'A' WHEN 5 THEN 1 ELSE x'31' END,
  CASE ftext_fold(i, 5, 'split') WHEN 0 THEN NULL WHEN 1 THEN ''
    WHEN 2 THEN 'train' ELSE 'valid' END
FROM text AS p JOIN text AS c USING (i)
WHERE p.name = 'prompt' AND c.name = 'completion';
-- Several rows of a prompt, and copies.
INSERT INTO row SELECT id + 20000, prompt,
  CASE WHEN id % 2 THEN completion ELSE ' 1' END,
  CASE WHEN id % 3 THEN label ELSE 'b' END,
  CASE WHEN id % 5 THEN split ELSE 'train' END
FROM row WHERE id <= 5000;
CREATE TABLE dataset AS SELECT *,
  ftext_fold(coalesce(CAST(prompt AS TEXT), ''), 3) AS part FROM row;
CREATE TABLE answer(encoding, format, task, max_tokens, part,
  "check", count, value, example, rows);
SQL

# ENCODING FORMAT TASK MAX_TOKENS: the script's answers for each part, and for
# the whole with the part NULL; then what ftext_check says otherwise.
compare() {
  local part name=encoding value
  {
    for value in "$@"; do
      echo ".parameter set @$name $value"
      case $name in
      encoding) name=format ;;
      format) name=task ;;
      task) name=max_tokens ;;
      esac
    done
    for part in 0 1 2 NULL; do
      echo ".parameter set @part $part"
      echo "INSERT INTO answer SELECT @encoding, @format, @task, @max_tokens,
        @part, * FROM ("
      sed 's/;$//' "$ROOT/sql/check_parts.sql"
      echo ');'
    done
  } | shell pure || exit 1
  shell "" <<SQL
CREATE TEMP TABLE mine AS SELECT * FROM answer
WHERE (encoding, format, task, max_tokens) = ('$1', '$2', '$3', $4);
SELECT 'the parts are not the whole', "check", sum(count), sum(value)
FROM mine GROUP BY "check"
HAVING sum(count) <> 2 * sum(count) FILTER (WHERE part IS NULL)
  OR sum(value) <> 2 * sum(value) FILTER (WHERE part IS NULL)
  OR sum(rows) <> 2 * sum(rows) FILTER (WHERE part IS NULL)
  OR min(example) FILTER (WHERE part IS NOT NULL) IS NOT
    min(example) FILTER (WHERE part IS NULL);
CREATE TEMP TABLE known AS
SELECT "check", count, value, examples FROM ftext_check('row', json_object(
  'encoding', '$1', 'format', '$2', 'task', '$3', 'max_tokens', $4,
  'thresholds', json('{"duplicate_share": 0}'),
  'run', json((SELECT json_group_array("check") FROM ftext_checks
    WHERE scope IN ('row', 'prompt')))))
WHERE "check" <> 'summary';
SELECT 'not as ftext_check', ftext_checks."check", known.count, known.value,
  mine.count, mine.value, mine.rows
FROM ftext_checks LEFT JOIN known USING ("check")
  LEFT JOIN mine ON mine."check" = ftext_checks."check" AND part IS NULL
WHERE scope IN ('row', 'prompt') AND (mine.count IS NULL
  OR coalesce(known.count, 0) <> mine.count OR coalesce(known.value, 0) <>
    CASE unit WHEN 'share' THEN mine.value * 1.0 / mine.rows
      ELSE mine.value END);
SQL
}

{
  compare o200k_base completion classification 65536
  compare gpt2 completion conditional 6
  compare gpt-4o completion conditional 8
  compare cl100k_base chat classification 3
  compare r50k_base chat open-ended 1
} >"$WORK/differences"
cat "$WORK/differences"
[ -s "$WORK/differences" ] && failed=1

# Each check has found something, and no check is missing.
shell "" <<'SQL' >"$WORK/silent"
SELECT "check" FROM ftext_checks WHERE scope IN ('row', 'prompt')
EXCEPT SELECT "check" FROM answer WHERE count > 0;
SQL
[ -s "$WORK/silent" ] && { echo "never found:"; cat "$WORK/silent"; failed=1; }
exit $failed
