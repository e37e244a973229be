#!/bin/bash
# The ways into ftext: both entries, twice, an old host, a thousand rounds.
set -eu

# shellcheck disable=SC2086 # a list of flags, or nothing
$CC -std=gnu11 -Wall -Wextra -Werror -DSQLITE_CORE $EXTRA_FLAGS \
  -o "$WORK/load" "$ROOT/tests/about/load.c" -lsqlite3 -ldl
# The library is unloaded before the leak detector could name its frames;
# sqlite3_memory_used() is what finds leaks here.
ASAN_OPTIONS=detect_leaks=0 "$WORK/load" "$FTEXT"
