#!/bin/bash
# The gold rule is the same text in every script that has it, and every
# script first clears away every view that any of them makes.
set -euo pipefail
cd "$ROOT"
failed=0

rule() { sed -n '/^-- The gold rule/,/^GROUP BY item_id;$/p' "$1"; }
rule sql/labeling/label_studio.sql >"$WORK/rule"
[ "$(wc -l <"$WORK/rule")" -gt 30 ]
for script in sql/labeling/*.sql; do
  if grep -q '^CREATE TEMP VIEW gold AS' "$script"; then
    rule "$script" | diff -u "$WORK/rule" - || failed=1
  fi
done

for script in sql/labeling/*.sql; do
  sed -n 's/^DROP \(VIEW\|TABLE\) IF EXISTS temp\.\([a-z_]*\);$/\2/p' \
    "$script" | sort >"$WORK/dropped"
  cat sql/labeling/*.sql |
    sed -n 's/^CREATE TEMP \(VIEW\|TABLE\) \([a-z_]*\).*/\2/p' |
    sort -u | diff -u - "$WORK/dropped" || failed=1
done

# Reading one tool's script after another's leaves nothing of the first.
$SQLITE3 -batch -bail -cmd ".load $FTEXT" :memory: >"$WORK/is" <<'EOT'
ATTACH ':memory:' AS src;
.read tests/labeling/label_studio_fixture.sql
.read sql/labeling/label_studio.sql
DETACH src;
ATTACH ':memory:' AS src;
.read tests/labeling/anythingllm_fixture.sql
.read sql/labeling/anythingllm.sql
SELECT name FROM sqlite_temp_master
WHERE type = 'view' AND name NOT LIKE 'labeling%' ORDER BY name;
EOT
diff -u - "$WORK/is" <<'EOT' || failed=1
completions
skipped
verdicts
EOT
exit $failed
