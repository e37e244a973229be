#!/bin/bash
# Every call to the operating system fails once: see faults.c.
set -eu
mkdir -p "$BUILD/fault"
# shellcheck disable=SC2086 # a list of flags
${CC:-cc} -std=c11 -O0 -g ${EXTRA_FLAGS-} -DSQLITE_CORE -DFTEXT_TEST_DISK \
  -I"$ROOT/ext" -I"$ROOT/tests/fault" -o "$BUILD/fault/file" \
  "$ROOT"/tests/file/faults.c "$ROOT"/tests/fault/{disk_fault,memory}.c \
  "$ROOT"/ext/file/*.c "$BUILD"/libftext.a -lsqlite3 -l:libutf8proc.a
mkdir "$WORK/folder"
"$BUILD/fault/file" "$WORK/folder"
