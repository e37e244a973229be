# shellcheck shell=bash
# Sourced.
#
# report NAME [COMMAND...] writes $WORK/NAME.html from the table dataset of
# $WORK/NAME.db; the commands are the shell's, run before.
report() {
  local command commands=()
  for command in "${@:2}"; do
    commands+=(-cmd "$command")
  done
  $SQLITE3 -batch -bail -cmd ".load $FTEXT" \
    -cmd ".parameter set @report $WORK/$1.html" "${commands[@]}" \
    "$WORK/$1.db" <"$ROOT/sql/report.sql"
}

# rows NAME fills the table from tests/report/rows/NAME.sql.
rows() {
  $SQLITE3 -batch -bail -cmd ".load $FTEXT" "$WORK/$1.db" \
    <"$ROOT/tests/report/rows/$1.sql"
}

# demo_rows fills it with what prepare.sql makes of the demo's data.
demo_rows() {
  $SQLITE3 -batch -bail "$WORK/demo.db" <"$ROOT/sql/demo_data.sql"
  (cd "$ROOT" && $SQLITE3 -batch -bail -cmd ".load $FTEXT" \
    -cmd ".parameter set @stem $WORK/tags" \
    -cmd ".parameter set @report $WORK/demo.html" \
    "$WORK/demo.db" <<<'.read sql/demo.sql
      CREATE TABLE main.dataset AS SELECT * FROM temp.dataset;') >/dev/null
}
