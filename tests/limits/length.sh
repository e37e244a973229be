#!/bin/bash
# No value is longer than SQLITE_LIMIT_LENGTH: see length.c.
set -eu
# shellcheck source=/dev/null
. "$ROOT/tests/limits/lib.bash"
program length
cd "$WORK"
./length
