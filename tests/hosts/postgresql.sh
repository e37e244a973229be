#!/bin/bash
# PostgreSQL splits as ftext does, by the statement in docs/scaling.md.  The
# server is the test's own: in a folder of its own, on a socket there, and not
# as root, which it refuses.
. "$ROOT/tests/hosts/lib.bash"

host "PostgreSQL, the same split"
bin=$(find /usr/lib/postgresql/*/bin -maxdepth 0 2>/dev/null | tail -n 1)
needs "PostgreSQL is not installed" "$bin/postgres" --version
host_version=${host_version#*PostgreSQL) }
host_version=${host_version%% *}

folder=$(mktemp -d)
as=()
if [ "$(id -u)" -eq 0 ]; then
  chown postgres "$folder"
  as=(runuser -u postgres --)
fi

host_cleanup() {
  "${as[@]}" "$bin/pg_ctl" -D "$folder/db" -m immediate stop >/dev/null 2>&1
  rm -rf "$folder"
}

start() {
  cd "$folder" &&
    "${as[@]}" "$bin/initdb" -D db -A trust -E UTF8 --locale=C -N -U postgres &&
    "${as[@]}" "$bin/pg_ctl" -D db -w -t 60 -l log \
      -o "-c listen_addresses='' -c fsync=off -k $folder" start
}

query() {
  "$bin/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h "$folder" -U postgres postgres
}

run() { # KEYS STATEMENT
  local key
  {
    echo 'CREATE TABLE given (number BIGINT, hex TEXT);'
    echo '\copy given FROM STDIN (FORMAT csv, HEADER)'
    cat "$1"
    echo '\.'
  } | query || return
  for key in number "convert_from(decode(hex, 'hex'), 'UTF8')"; do
    query <<<"CREATE TABLE keys AS SELECT $key AS key FROM given
        WHERE $key IS NOT NULL;
      SELECT (unit * 4503599627370496)::bigint, split, fold, key
      FROM ($(cat "$2")) AS answer;
      DROP TABLE keys;" || return
  done
}

start >"$WORK/start" 2>&1 || {
  cat "$WORK/start"
  exit 1
}
same_split postgresql run
