#!/bin/bash
# Every example of README.md and docs/*.md does what the page says.
#
# A block ```sql runs in the sqlite3 shell, list mode, with ftext loaded; the
# blocks of a page are one session.  Where a block ```output follows, it must
# be exactly what the shell prints, errors included ("Error: " without the
# shell's line number); where none follows, the block must run without an
# error.  A block ```sh or ```python that a block ```output follows runs in
# bash or python3, where there is one; others do not run.  All of it happens
# in a directory of the page's own that looks like the repository, built.
set -u

# The sqlite3 of the examples is the one under test.
mkdir "$WORK/bin"
printf '#!/bin/sh\nPATH=%q exec %s "$@"\n' "$PATH" "$SQLITE3" \
  >"$WORK/bin/sqlite3"
chmod +x "$WORK/bin/sqlite3"

# Writes the page's blocks to $1/<number>.<sql|sh|python|output>, numbered in
# order; an output block has the number of the block it belongs to.
split_page() {
  awk -v to="$1/" '
    file != "" && /^```/ { close(file); file = ""; next }
    file != "" { print > file; next }
    /^```(sql|sh|python)$/ {
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

make_house() { # DIRECTORY
  local entry
  mkdir "$1" "$1/build"
  for entry in Makefile ext sql tests docs README.md .ci .package; do
    ln -s "$ROOT/$entry" "$1/$entry"
  done
  for entry in "$BUILD"/*; do
    [ "$(basename "$entry")" = demo ] || ln -s "$entry" "$1/build/"
  done
}

sql_blocks() { # DIRECTORY: one session, what block N prints to N.actual
  local block
  for block in "$1"/*.sql; do
    [ -e "$block" ] || return
    printf '.print "@@block %s"\n' "$(basename "$block" .sql)"
    cat "$block"
  done >"$1/session"
  (cd "$1/house" && LD_LIBRARY_PATH=$BUILD \
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

script_blocks() { # DIRECTORY: each in the same directory, in order
  local block program
  for block in "$1"/*; do
    case $block in
    *.sh) program=bash ;;
    *.python) program=python3 ;;
    *) continue ;;
    esac
    [ -e "${block%.*}.output" ] || continue
    command -v $program >/dev/null || continue
    (cd "$1/house" && env -u MAKEFLAGS -u MAKELEVEL -u BUILD -u FTEXT \
      PATH="$WORK/bin:$PATH" $program "$block" 2>&1) >"${block%.*}.actual"
  done
}

failed=0
for page in "$ROOT"/README.md "$ROOT"/docs/*.md; do
  [ -e "$page" ] || continue
  name=${page#"$ROOT"/}
  blocks=$WORK/$(basename "$page" .md)
  mkdir "$blocks"
  split_page "$blocks" "$page"
  make_house "$blocks/house"
  sql_blocks "$blocks"
  script_blocks "$blocks"
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
