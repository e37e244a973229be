# Sourced by the tests of family file: they write files, and do so in WORK.
set -u
cd "$WORK" || exit 1
mistakes=0

# sql STATEMENTS: what the shell prints, errors included.
sql() {
  $SQLITE3 -batch -cmd ".load $FTEXT" "${DATABASE-:memory:}" <<<"$1" 2>&1
}

# expect WHAT WANTED GOT
expect() {
  if [ "$2" != "$3" ]; then
    printf '%s\n  wanted: %s\n  got:    %s\n' "$1" "$2" "$3"
    mistakes=$((mistakes + 1))
  fi
}

# expect_sql WHAT WANTED STATEMENTS
expect_sql() {
  expect "$1" "$2" "$(sql "$3")"
}

# expect_error WHAT WANTED STATEMENT: the message behind "near line N: ".
expect_error() {
  expect "$1" "$2" "$(sql "$3" | sed -n 's/^[A-Z][a-z]* error near line [0-9]*: //p')"
}

finish() {
  [ "$mistakes" -eq 0 ]
}
