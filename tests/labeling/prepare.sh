#!/bin/bash
# From a fresh shell: attach a Label Studio database, read its script, name
# the view, read prepare.sql, and there are two files.  Once from a generated
# database and, where ../shared has one, from a real one.
set -euo pipefail
cd "$ROOT"

$SQLITE3 -batch -bail -cmd "ATTACH '$WORK/made.db' AS src" :memory: <<'EOT'
.read tests/labeling/label_studio_fixture.sql
INSERT INTO src.task
WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n LIMIT 60)
SELECT 1000 + i, json_object('my text', 'Question number ' || i), 1 FROM n;
INSERT INTO src.task_completion
SELECT id, json_array(json_object('from_name', 'intent', 'value',
  json_object('choices', json_array(
    CASE id % 3 WHEN 0 THEN 'refund' ELSE 'lost' END)))),
  0, '2026-02-02 12:00:00', id, 1, 0, 1
FROM src.task WHERE id > 1000;
EOT

job() { # DATABASE STEM
  $SQLITE3 -batch -bail -list -cmd ".load $FTEXT" :memory: <<EOT
ATTACH 'file:$1?mode=ro' AS src;
.read sql/labeling/label_studio.sql
CREATE TEMP VIEW tagged AS
SELECT item_id AS id, text AS prompt, label FROM gold;
.parameter set @stem '$2'
.read sql/prepare.sql
.print -- the view
-- Every row of the files is of the view: one text, one label.
CREATE TEMP TABLE line AS
SELECT json_extract(record, '$.prompt') AS prompt,
  json_extract(record, '$.completion') AS completion
FROM ftext_read_jsonl('$2_train.jsonl')
UNION ALL
SELECT json_extract(record, '$.prompt'), json_extract(record, '$.completion')
FROM ftext_read_jsonl('$2_valid.jsonl');
SELECT 'lines', count(*) FROM line;
SELECT 'not of the view', count(*) FROM line
WHERE NOT EXISTS (
  SELECT 1 FROM gold JOIN class_map USING (label)
  WHERE class_map.completion = line.completion
    AND line.prompt LIKE trim(text) || '%');
EOT
}

job "$WORK/made.db" "$WORK/made" >"$WORK/said"
sed -n '/^-- the view$/,$p' "$WORK/said" | diff -u - <(cat <<'EOT'
-- the view
lines|64
not of the view|0
EOT
)
[ -s "$WORK/made_train.jsonl" ]
[ -s "$WORK/made_valid.jsonl" ]

real=$ROOT/../shared/data/labeling/label_studio.sqlite3.gz
if [ -f "$real" ]; then
  gunzip -c "$real" >"$WORK/real.db"
  job "$WORK/real.db" "$WORK/real" >"$WORK/said"
  grep -x 'not of the view|0' "$WORK/said"
  [ -s "$WORK/real_train.jsonl" ]
  [ -s "$WORK/real_valid.jsonl" ]
fi
