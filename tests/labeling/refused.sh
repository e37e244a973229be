#!/bin/bash
# A database that is not the tool's, a column that is missing, and a name that
# nobody has end the script with a sentence that says so; and the sentence
# about the schema comes for every tool.
set -euo pipefail
cd "$ROOT"
failed=0

# Runs the shell's commands of standard input, which must fail, and say this.
refused() { # NAME TEXT
  local status=0
  $SQLITE3 -batch -bail -cmd ".load $FTEXT" -cmd "ATTACH ':memory:' AS src" \
    :memory: >"$WORK/said" 2>&1 || status=$?
  if [ "$status" = 0 ] || ! grep -qF "$2" "$WORK/said"; then
    echo "$1: not refused with: $2"
    cat "$WORK/said"
    failed=1
  fi
}

for script in sql/labeling/*.sql; do
  tool=$(basename "$script" .sql)
  refused "$tool, empty" 'CHECK constraint failed: src is no ' \
    <<<".read $script"
done

refused 'label_studio, a column' \
  'src has no column task_completion.result' <<'EOT'
.read tests/labeling/label_studio_fixture.sql
ALTER TABLE src.task_completion RENAME COLUMN result TO results;
.read sql/labeling/label_studio.sql
EOT
refused 'doccano, old' 'src has no column labels_category.label_id' <<'EOT'
.read tests/labeling/doccano_fixture.sql
ALTER TABLE src.labels_category RENAME TO api_category;
.read sql/labeling/doccano.sql
EOT
refused 'llm, half of a generation' 'src has no column parts.text' <<'EOT'
.read tests/labeling/llm_fixture.sql
DROP TABLE src.parts;
.read sql/labeling/llm.sql
EOT
refused 'llm, a table in the way' 'a database before src has a table' <<'EOT'
.read tests/labeling/llm_fixture.sql
CREATE TABLE main.messages (id);
.read sql/labeling/llm.sql
EOT

named() { # TOOL PARAMETER TEXT
  refused "$1, $2" "$3" <<EOT
.read tests/labeling/$1_fixture.sql
.parameter set $2 nobody
.read sql/labeling/$1.sql
EOT
}
named label_studio @project 'no such @project or @question'
named label_studio @question 'no such @project or @question'
named doccano @project 'no such @project'
named prodigy @dataset 'no such @dataset'
named argilla @dataset 'no such @dataset or @question'
named argilla @question 'no such @dataset or @question'
named promptfoo @eval 'no such @eval'
named phoenix @verdict 'no such @verdict'
named phoenix @label 'no such @label'
named phoenix @dataset 'no such @dataset'
named mlflow @verdict 'no such @verdict'
named mlflow @label 'no such @label'
named anythingllm @workspace 'no such @workspace'
exit $failed
