#!/bin/bash
# A program in C that ftext is linked into.
. "$ROOT/tests/hosts/lib.bash"

host "C, linked in"
host_version=$($CC -dumpfullversion 2>/dev/null || $CC -dumpversion)
$CC -std=gnu11 -Wall -Wextra -Werror -DSQLITE_CORE -I"$ROOT/ext" \
  -o "$WORK/host" "$ROOT/tests/hosts/static_program.c" "$BUILD/libftext.a" \
  -lsqlite3 -l:libutf8proc.a || exit
agrees "$WORK/host"
