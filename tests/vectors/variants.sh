#!/bin/bash
# The vectors hold for every variant of the counting loop that the processor
# has: the library linked anew with each of them as the best there is.
set -euo pipefail

best=$($SQLITE3 -cmd ".load $FTEXT" :memory: \
  'SELECT ftext_debug()' | sed -n 's/^Processor variant: //p')
[ -n "$best" ] || exit 1
if [ "$best" = plain ]; then
  echo "skipped the processor has no other variant than the plain one"
  exit 77
fi

# NAME FLAG: the vectors, with the library of that variant.
with() {
  local folder=$WORK/$1
  mkdir -p "$folder/work"
  # shellcheck disable=SC2086 # flags are a list
  $CC -std=c11 -O2 -fPIC -fvisibility=hidden $EXTRA_FLAGS "$2" -I"$ROOT/ext" \
    -c -o "$folder/processor.o" "$ROOT/ext/base/processor.c"
  find "$BUILD/obj" -name '*.o' ! -path '*/base/processor.o' >"$WORK/objects"
  # shellcheck disable=SC2086
  $CC $EXTRA_FLAGS -shared -Wl,--exclude-libs,ALL -o "$folder/ftext.so" \
    "$folder/processor.o" @"$WORK/objects" -l:libutf8proc.a
  $SQLITE3 -cmd ".load $folder/ftext" :memory: 'SELECT ftext_debug()' |
    grep -x "Processor variant: $1"
  FTEXT=$folder/ftext WORK=$folder/work "$ROOT/tests/vectors/vectors.sh"
}

with plain -DFTEXT_PLAIN
if [ "$best" = avx512 ]; then
  with avx2 -DFTEXT_AVX2
fi
