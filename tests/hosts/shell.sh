#!/bin/bash
# The sqlite3 shell loads ftext and does what every host must do.
. "$ROOT/tests/hosts/lib.bash"

# A failed statement is told on standard error, between the lines of those
# that did not fail; then, indented, where it failed; and by the status.
run() { # LIBRARY STATEMENTS
  # shellcheck disable=SC2086 # a command, perhaps with arguments
  sed 's/$/;/' "$2" | (stdbuf -oL $SQLITE3 -batch -list -cmd ".load $1" \
    :memory: 2>&1 || true) |
    sed -E -e '/^  /d' -e 's/^([A-Z][a-z]+ )?[Ee]rror.* near line .*/error/'
}

host "sqlite3 shell"
# shellcheck disable=SC2086 # the same
needs "there is no sqlite3" $SQLITE3 --version
host_version=${host_version%% *}
agrees run
