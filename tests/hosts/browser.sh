#!/bin/bash
# DB Browser for SQLite, without a screen.  It loads what its settings list,
# runs files of SQL, and stays open: a last row says that it is done.
. "$ROOT/tests/hosts/lib.bash"

export HOME=$WORK XDG_RUNTIME_DIR=$WORK QT_QPA_PLATFORM=offscreen

# The statement, and what it gives in host_result; nothing where it fails.
noted() { # NUMBER STATEMENT
  if [[ $2 == SELECT* ]]; then
    echo "INSERT INTO host_result SELECT $1, ($2);"
  else
    echo "$2; INSERT INTO host_result VALUES ($1, NULL);"
  fi
}

run() { # LIBRARY STATEMENTS
  local line number=0 tries=300 files=()
  rm -f host.db ./*.run
  $SQLITE3 host.db 'CREATE TABLE host_result(number INTEGER PRIMARY KEY, value)'
  while read -r line; do
    number=$((number + 1))
    noted $number "$line" >$number.run
    files+=(-s "$number.run")
  done <"$2"
  noted 0 "SELECT 'done'" >done.run
  sqlitebrowser -o extensions/list="$1" "${files[@]}" -s done.run host.db \
    >browser.log 2>&1 &
  while [ "$tries" -gt 0 ] && ! is_done; do
    tries=$((tries - 1))
    sleep 0.1
  done
  kill $!
  # The rows that are missing are those that failed.
  query "WITH RECURSIVE line(number) AS
      (SELECT 1 UNION ALL SELECT number + 1 FROM line WHERE number < $number)
    SELECT CASE WHEN result.number IS NULL THEN 'error' ELSE value END
    FROM line LEFT JOIN host_result AS result USING (number)
    WHERE result.number IS NULL OR value IS NOT NULL ORDER BY line.number"
}

# Looks at a copy: a reader of the database itself would lock it while the
# browser writes, and what it writes then is lost.  What the copy has is
# there to stay when the journal is gone.
is_done() {
  cp host.db seen.db &&
    [ "$(query 'SELECT value FROM host_result WHERE number = 0' seen.db \
      2>/dev/null)" = 'done' ] && [ ! -s host.db-journal ]
}

query() { $SQLITE3 -batch -list "${2:-host.db}" "$1"; }

host "DB Browser for SQLite"
needs "sqlitebrowser is not installed" sqlitebrowser --version
host_version=$(sqlitebrowser --version 2>&1 |
  sed -n 's/^DB Browser.* Version \([0-9.]*[0-9]\).*/\1/p')
agrees run
