#!/bin/bash
# Every text of the vectors has the reference's tokens in every encoding:
# counts (with limits too), ids, offsets, and the way back.  The vectors are
# made by regenerate; nothing here needs the reference itself.  VECTORS can name
# a folder with others.
set -euo pipefail

cd "$WORK"

# The lengths of the tokens, from the rank files themselves.
for vocabulary in r50k_base cl100k_base o200k_base; do
  awk -v name="$vocabulary" '{
    padding = match($1, /=+$/) ? RLENGTH : 0
    print name "|" $2 "|" length($1) / 4 * 3 - padding
  }' "$ROOT/ext/vocabulary/$vocabulary.tiktoken"
done >ranks

{
  cat "$ROOT/tests/vectors/load.sql"
  gzip -dc "${VECTORS:-$ROOT/tests/vectors}"/*.sql.gz
  cat <<'SQL'
.import ranks ranks
INSERT INTO ranks SELECT 'p50k_base', id, bytes FROM ranks
  WHERE vocabulary = 'r50k_base';
INSERT INTO ranks SELECT 'p50k_base', 50255 + value, value
  FROM generate_series(2, 25);
COMMIT;
SQL
} | $SQLITE3 -batch -bail vectors.db >/dev/null

compare() {
  $SQLITE3 -batch -bail -readonly -cmd ".load $FTEXT" \
    -cmd 'PRAGMA temp_store = memory' \
    -cmd ".parameter set :encoding \"'$1'\"" \
    vectors.db <"$ROOT/tests/vectors/compare.sql"
}
export -f compare

$SQLITE3 vectors.db 'SELECT encoding FROM encodings' |
  xargs -P "$(nproc)" -I{} bash -c 'compare {}' | tee result
[ "$(grep -c ' [1-9][0-9]* tokens compared, 0 differences$' result)" -eq 7 ]
[ -n "${VECTORS:-}" ] ||
  [ "$(sed -n 's/.*: \([0-9]*\) texts.*/\1/p' result | sort -n |
    head -n 1)" -ge 3000 ]
