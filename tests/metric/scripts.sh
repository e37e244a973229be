#!/bin/bash
# From tagged rows to figures in one session: what prepare.sql leaves is what
# evaluate.sql reads.  A label tool's rows go straight into agreement.sql, and
# what cannot be evaluated is refused by name.
set -eu

cd "$ROOT"
shell() { # COMMAND...
  local command arguments=()
  for command in "$@"; do arguments+=(-cmd "$command"); done
  $SQLITE3 -batch -bail -cmd ".load $FTEXT" "${arguments[@]}" \
    "$WORK/tags.db" </dev/null
}

$SQLITE3 -bail "$WORK/tags.db" "CREATE TABLE tagged AS
  WITH RECURSIVE n(id) AS (
    VALUES (1) UNION ALL SELECT id + 1 FROM n LIMIT 200)
  SELECT id, 'prompt ' || id AS prompt, 'class ' || (id % 3) AS label FROM n"
shell ".parameter set @stem '$WORK/tags'" '.read sql/prepare.sql' \
  "CREATE TEMP VIEW gold AS SELECT id AS item_id, label FROM dataset
    WHERE split = 'valid'" \
  "CREATE TEMP VIEW answers AS SELECT 'tuned' AS run, id AS item_id,
    CASE WHEN id % 10 = 0 THEN 'no idea' ELSE completion || char(10) END
      AS output FROM dataset" \
  '.read sql/evaluate.sql' \
  "SELECT 'missing', missing, 'invented', (SELECT count(*) FROM evaluate_class
      WHERE label NOT IN (SELECT label FROM class_map)),
    'right', accuracy = 1 - unparsed_share AND unparsed > 0
    FROM evaluate_run" >"$WORK/out"
tail -n 1 "$WORK/out" | grep -x 'missing|0|invented|0|right|1'

# A label tool's annotations have the columns that agreement.sql reads.
shell "ATTACH ':memory:' AS src" \
  '.read tests/labeling/label_studio_fixture.sql' \
  '.read sql/labeling/label_studio.sql' '.read sql/agreement.sql' \
  "SELECT count(*) > 0, min(items) > 0 FROM agreement_set" >"$WORK/out"
tail -n 1 "$WORK/out" | grep -x '1|1'

refused() { # MESSAGE COMMAND...
  if shell "${@:2}" '.read sql/evaluate.sql' >"$WORK/out" 2>&1; then
    cat "$WORK/out"
    echo "was not refused: $1"
    exit 1
  fi
  grep -F "$1" "$WORK/out"
}
gold='CREATE TEMP VIEW gold AS SELECT id AS item_id, label FROM tagged'
answers="CREATE TEMP VIEW answers AS
  SELECT 'tuned' AS run, id AS item_id, 1 AS output FROM tagged"
refused 'no such table: ' "$gold"
refused 'no row of answers has a run and an item of gold' "$gold" \
  "$answers WHERE 0"
refused '@before and @after are runs of answers' "$gold" "$answers" \
  '.parameter set @before nobody'
refused '@beta is a number, at least 0' "$gold" "$answers" \
  '.parameter set @beta -1'
refused 'UNIQUE constraint failed: evaluate_answer.run' "$gold" \
  "$answers UNION ALL SELECT 'tuned', 1, 2"
