#!/bin/bash
# Every input that the fuzz targets start from, or that once broke something,
# passes; without a fuzzer, so with any compiler.
set -eu

cd "$ROOT"
objects=()
for target in tests/fuzz/*.c; do
  name=$(basename "$target" .c)
  # shellcheck disable=SC2086 # a list of flags, or nothing
  $CC -std=gnu11 -g -O1 -DSQLITE_CORE -DFTEXT_REPLAY \
    -DLLVMFuzzerTestOneInput="target_$name" $EXTRA_FLAGS -Iext -Itests/fuzz \
    -c -o "$WORK/$name.o" "$target"
  objects+=("$WORK/$name.o")
  echo "TARGET($name)" >>"$WORK/targets.h"
done
# shellcheck disable=SC2086 # a list of flags, or nothing
$CC -std=gnu11 -g -O1 -DSQLITE_CORE $EXTRA_FLAGS -Iext -Itests/fuzz -I"$WORK" \
  -o "$WORK/replay" tests/fuzz/replay/main.c tests/fuzz/common/*.c \
  "${objects[@]}" "$BUILD/libftext.a" -lsqlite3 -l:libutf8proc.a
for folder in tests/fuzz/corpus/*; do
  if ! "$WORK/replay" "$(basename "$folder")" "$folder"/* \
    >"$WORK/log" 2>&1; then
    tail -n 20 "$WORK/log"
    exit 1
  fi
done
