# Sourced by the tests of family file: they write files, and do so in WORK.
set -u
cd "$WORK" || exit 1
mistakes=0

# sql STATEMENTS: what the shell prints, errors included.
sql() {
  $SQLITE3 -batch -cmd ".load $FTEXT" "${DATABASE-:memory:}" <<<"$1" 2>&1
}

# interrupted STATEMENTS: what the shell prints when a Ctrl-C comes a second
# after it began with them.
interrupted() {
  local waits=0
  # shellcheck disable=SC2086 # a command, perhaps with arguments
  $SQLITE3 -batch -cmd ".load $FTEXT" -cmd '.shell touch begun' <<<"$1" 2>&1 &
  while [ $((waits++)) -lt 1200 ] && [ ! -e begun ]; do
    sleep 0.05
  done
  sleep 1
  kill -INT $!
  wait $!
  rm -f begun
}

# literal TEXT: it as an SQL string.
literal() {
  printf "'%s'" "${1//\'/\'\'}"
}

# export_sql PATH QUERY [OPTIONS]: the statement that exports.
export_sql() {
  printf 'SELECT ftext_export(%s, %s' "$(literal "$1")" "$(literal "$2")"
  [ $# -lt 3 ] || printf ', %s' "$(literal "$3")"
  printf ');'
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

# writes WHAT WANTED QUERY [OPTIONS]: the content of the file written.
writes() {
  local what=$1 wanted=$2
  shift 2
  sql "$(export_sql written "$@")" >result
  expect "$what" "$wanted" "$(cat written 2>&1 || cat result)"
  rm -f written result
}

# refuses WHAT WANTED QUERY [OPTIONS]: the message; and no file is written.
refuses() {
  local what=$1 wanted=$2
  shift 2
  expect_error "$what" "ftext_export: $wanted" "$(export_sql written "$@")"
  expect "$what: no file" "" "$(ls)"
}

finish() {
  [ "$mistakes" -eq 0 ]
}
