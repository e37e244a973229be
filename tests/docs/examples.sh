#!/bin/bash
# Every example of README.md and docs/*.md does what the page says.
#
# A block ```sql runs in the sqlite3 shell, list mode, with ftext loaded, in
# an empty directory; the blocks of a page are one session.  Where a block
# ```output follows, it must be exactly what the shell prints, errors
# included ("Error: " without the shell's line number); where none follows,
# the block must run without an error.
# A block ```sh that a block ```output follows runs in bash in a directory
# that looks like the repository, built; other ```sh blocks do not run.
set -u

# The sqlite3 of the examples is the one under test.
mkdir "$WORK/bin"
printf '#!/bin/sh\nPATH=%q exec %s "$@"\n' "$PATH" "$SQLITE3" \
  >"$WORK/bin/sqlite3"
chmod +x "$WORK/bin/sqlite3"

# Writes the page's blocks to $1/<number>.<sql|sh|output>, numbered in order;
# an output block has the number of the block it belongs to.
split_page() {
  awk -v to="$1/" '
    file != "" && /^```/ { close(file); file = ""; next }
    file != "" { print > file; next }
    /^```(sql|sh)$/ {
      last = sprintf("%03d", ++count)
      file = to last "." substr($0, 4)
      printf "" > file
      next
    }
    /^```output$/ && last != "" {
      file = to last ".output"
      printf "" > file
      last = ""
      next
    }
    /^```/ { file = "/dev/null" }
    NF { last = "" }' "$2"
}

sql_blocks() { # DIRECTORY: one session, what block N prints to N.actual
  local block
  mkdir "$1/empty"
  for block in "$1"/*.sql; do
    [ -e "$block" ] || return
    printf '.print "@@block %s"\n' "$(basename "$block" .sql)"
    cat "$block"
  done >"$1/session"
  (cd "$1/empty" && LD_LIBRARY_PATH=$BUILD \
    $SQLITE3 -batch -list -cmd ".load $FTEXT" <"$1/session" 2>&1) |
    sed -E 's/^(Parse|Runtime) error near line [0-9]+: /Error: /' |
    awk -v to="$1/" '
      /^@@block / {
        close(file)
        file = to $2 ".actual"
        printf "" > file
        next
      }
      { print > file }'
}

sh_blocks() { # DIRECTORY: each in the same directory, in order
  local block entry
  mkdir "$1/house" "$1/house/build"
  for entry in Makefile ext sql tests docs README.md .ci; do
    ln -s "$ROOT/$entry" "$1/house/$entry"
  done
  for entry in "$BUILD"/*; do
    [ "$(basename "$entry")" = demo ] || ln -s "$entry" "$1/house/build/"
  done
  for block in "$1"/*.sh; do
    [ -e "${block%.sh}.output" ] || continue
    (cd "$1/house" && env -u MAKEFLAGS -u MAKELEVEL -u BUILD -u FTEXT \
      PATH="$WORK/bin:$PATH" bash "$block" 2>&1) >"${block%.sh}.actual"
  done
}

failed=0
for page in "$ROOT"/README.md "$ROOT"/docs/*.md; do
  [ -e "$page" ] || continue
  name=${page#"$ROOT"/}
  blocks=$WORK/$(basename "$page" .md)
  mkdir "$blocks"
  split_page "$blocks" "$page"
  sql_blocks "$blocks"
  sh_blocks "$blocks"
  for block in "$blocks"/*.actual; do
    [ -e "$block" ] || continue
    block=${block%.actual}
    if [ -e "$block.output" ]; then
      diff -u --label "$name, example ${block##*/}" "$block.output" \
        --label 'what it prints' "$block.actual" || failed=1
    elif grep -q '^Error: ' "$block.actual"; then
      echo "$name, example ${block##*/}: a sql block without output fails;" \
        'show its output, or use another fence'
      cat "$block.sql" "$block.actual"
      failed=1
    fi
  done
done
exit $failed
