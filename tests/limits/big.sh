#!/bin/bash
# Texts of a thousand million bytes are counted without overflow: see big.c.
set -eu
# shellcheck source=/dev/null
. "$ROOT/tests/limits/lib.bash"
if [ -n "$EXTRA_FLAGS" ]; then
  echo "because a build with $EXTRA_FLAGS takes minutes for it"
  exit 77
fi
free=$(sed -n 's/^MemAvailable: *\([0-9]*\) kB/\1/p' /proc/meminfo || true)
if [ "${free:-0}" -lt 6000000 ]; then
  echo "because less than 6 GB of memory are free"
  exit 77
fi
program big -O2
"$WORK/big"
