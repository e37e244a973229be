#!/bin/bash
# No input makes the stack deep: see depth.c.  128 KiB is what musl gives a
# thread; sanitizers take several times as much.
set -eu
# shellcheck source=/dev/null
. "$ROOT/tests/limits/lib.bash"
program depth
cd "$WORK"
./depth "$([ -z "$EXTRA_FLAGS" ] && echo 128 || echo 1024)"
