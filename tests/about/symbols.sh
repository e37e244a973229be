#!/bin/bash
# The library gives away its two entry points and nothing else, needs libc
# and nothing else, and has no state of its own that can be written.
set -u
shopt -s lastpipe # so that a complaint at a pipe's end counts

library=$FTEXT.so
if [ -n "$EXTRA_FLAGS" ]; then
  echo "skipped because $EXTRA_FLAGS adds symbols of its own"
  exit 77
fi
failed=0

expect() { # WHAT: stdin is what is, $2 what must be
  diff -u --label must --label is <(printf '%s' "$2") - || {
    echo "^ $1"
    failed=1
  }
}

nm -D --defined-only "$library" | awk '{ print $3 }' | sort |
  expect "exported symbols" "sqlite3_ftext_init
sqlite3_ftextpure_init
"
# Weak ones are the C runtime's own hooks.
nm -D --undefined-only "$library" | awk '$1 == "U" && $2 !~ /@GLIBC_/' |
  expect "undefined symbols beyond libc" ""
readelf -dW "$library" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' |
  expect "needed libraries" "libc.so.6
"
readelf -dW "$library" | sed -n 's/.*(SONAME).*\[\(.*\)\]/\1/p' |
  expect "soname" "ftext.so
"
readelf -dW "$library" | grep -E 'TEXTREL|RPATH|RUNPATH' |
  expect "text relocations and search paths" ""
readelf -dW "$library" | grep -oE 'Flags: NOW' | expect "bound at load" \
  "Flags: NOW
"
readelf -lW "$library" | grep -oE 'GNU_RELRO' | expect "read-only after load" \
  "GNU_RELRO
"
readelf -lW "$library" | awk '/GNU_STACK/ { print $7 }' | expect "stack" "RW
"
# SQLite's routine table is the one variable; the rest is the runtime's of C
# and of the compiler (what the processor is, found out while loading).
objdump -t "$library" | awk '/ O \.(data|bss)\t/ { print $NF }' |
  grep -vE '^(completed\.[0-9]+|__dso_handle|__TMC_END__)$' |
  grep -vE '^__cpu_(model|features2)$' | sort |
  expect "writable variables" "sqlite3_api
"
exit $failed
