#!/bin/bash
# R's package RSQLite.
. "$ROOT/tests/hosts/lib.bash"

host "R, package RSQLite"
needs "R has no package RSQLite" Rscript -e '
cat(as.character(packageVersion("RSQLite")), "\n", sep = "")'
agrees Rscript "$ROOT/tests/hosts/r.R"
