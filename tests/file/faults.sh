#!/bin/bash
# Every call to the operating system fails once: see faults.c.
set -eu
# shellcheck disable=SC2086 # a list of flags
${CC:-cc} -std=c11 -O0 -g ${EXTRA_FLAGS-} -DSQLITE_CORE -DFTEXT_TEST_DISK \
  -I"$ROOT/ext" -o "$WORK/faults" "$ROOT"/tests/file/faults.c \
  "$ROOT"/ext/file/*.c "$ROOT"/ext/base/*.c "$BUILD"/obj/images.o -lsqlite3
mkdir "$WORK/folder"
"$WORK/faults" "$WORK/folder"
