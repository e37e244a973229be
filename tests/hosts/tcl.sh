#!/bin/bash
# Tcl's package sqlite3.
. "$ROOT/tests/hosts/lib.bash"

# Tcl 8.6 has no characters beyond U+FFFF; SQLite makes them for it.
run() { # LIBRARY STATEMENTS
  sed -e "s/😀/' || char(128512) || '/" -e "s/🫨/' || char(129768) || '/" \
    "$2" >tcl_statements
  tclsh "$ROOT/tests/hosts/tcl.tcl" "$1" tcl_statements
}

host "Tcl, package sqlite3"
needs "Tcl has no package sqlite3" tclsh <<<'puts [package require sqlite3]'
agrees run
