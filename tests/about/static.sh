#!/bin/bash
# build/libftext.a links into a program, entry and all.
set -eu

# shellcheck disable=SC2086 # a list of flags, or nothing
$CC -std=gnu11 -Wall -Wextra -Werror -DSQLITE_CORE $EXTRA_FLAGS \
  -I"$ROOT/ext" -o "$WORK/static" "$ROOT/tests/about/static.c" \
  "$BUILD/libftext.a" -lsqlite3 -l:libutf8proc.a
"$WORK/static"
