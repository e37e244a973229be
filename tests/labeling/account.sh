#!/bin/bash
# Over each tool's small database: what the account calls yielded is what the
# views have, skipped and yielded are all of it, and after all views are read
# not a byte of the attached file has changed and no file lies beside it.
set -euo pipefail
. "$ROOT/tests/labeling/lib.bash"
cd "$ROOT"
failed=0

# Which tables hold what a person could have answered.
declare -A sources=(
  [label_studio]='task_completion prediction tasks_annotationdraft'
  [doccano]='labels_category labels_textlabel labels_span'
  [prodigy]=example
  [argilla]='responses suggestions'
  [open_webui]='chat feedback'
  [promptfoo]=eval_results
  [llm]='responses threads'
  [phoenix]='spans span_annotations dataset_examples'
  [mlflow]='assessments evaluation_dataset_records'
  [anythingllm]=workspace_chats
)

for script in sql/labeling/*.sql; do
  tool=$(basename "$script" .sql)
  mkdir "$WORK/$tool"
  file=$WORK/$tool/tool.db
  $SQLITE3 -batch -bail -cmd "ATTACH '$file' AS src" :memory: \
    <"tests/labeling/${tool}_fixture.sql"
  sum=$(sha256sum "$file")
  {
    account "$script"
    echo "SELECT 'skipped and yielded are not all', count(*),
      (SELECT count(*) FROM skipped) FROM labeling_rows
      HAVING count(*) <> (SELECT count(*) FROM skipped)
        + sum(reason IS NULL);"
    for table in ${sources[$tool]}; do
      echo "SELECT 'not in the account', '$table', rowid FROM src.$table
        EXCEPT SELECT 'not in the account', source, t.rowid
        FROM labeling_rows JOIN src.$table AS t ON source = '$table'
          AND row_id IN (t.rowid, t.$(
        $SQLITE3 "$file" "SELECT name FROM pragma_table_info('$table')
          LIMIT 1"));"
    done
    sed -n 's/^CREATE TEMP VIEW \([a-z_]*\) AS$/\1/p' "$script" |
      while read -r view; do
        echo "CREATE TEMP TABLE copy AS SELECT * FROM $view; DROP TABLE copy;"
      done
  } | $SQLITE3 -batch -bail -list -cmd ".load $FTEXT" \
    -cmd "ATTACH 'file:$file?mode=ro' AS src" -cmd ".read $script" \
    :memory: >"$WORK/is" 2>&1 || failed=1
  if [ -s "$WORK/is" ]; then
    sed "s/^/$tool: /" "$WORK/is"
    failed=1
  fi
  if [ "$(sha256sum "$file")" != "$sum" ] ||
    [ "$(ls "$WORK/$tool")" != tool.db ]; then
    echo "$tool: the attached file changed"
    failed=1
  fi
done
exit $failed
