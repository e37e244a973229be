#!/bin/bash
# The command sqlite-utils.  It runs one statement, so that many SELECTs are
# made one.
. "$ROOT/tests/hosts/lib.bash"

query() { # LIBRARY SQL
  sqlite-utils query host.db "$2" --load-extension "$1" --csv --no-headers |
    unquoted
}

# What CSV quotes, without the quotes.
unquoted() {
  sed -E -e '/^"/{s/^"//;s/"\r?$//;s/""/"/g}' -e 's/\r$//'
}

run() { # LIBRARY STATEMENTS
  local line select=''
  rm -f host.db
  sqlite-utils create-database host.db
  while read -r line; do
    if [[ $line == SELECT* ]]; then
      select+="${select:+ UNION ALL }SELECT ($line)"
      continue
    fi
    [ -z "$select" ] || query "$1" "$select" || return
    select=''
    query "$1" "$line" >/dev/null || echo error
  done <"$2"
  query "$1" "$select"
}

host "sqlite-utils"
needs "sqlite-utils is not installed" sqlite-utils --version
host_version=${host_version##* }
agrees run
