#!/bin/bash
# What every test of a host begins with.  The test says which host it is,
# what it needs, and which command runs statements there; the statements and
# what they must give are the same for all:
#
#   statements/calls   functions of both entries, one statement a line
#   statements/direct  those that touch files or run SQL
#   statements/pure    the same where ftextpure.so was loaded: refused
#
# The command is given the library's path and a file of statements.  It opens
# a database, loads the library, and prints for every statement the first
# column of the first row, nothing where there is no row, and "error" where it
# fails.  Statements that begin with SELECT do not fail.
#
# Whoever sets HOST_TABLE finds there a line for each host: name, version,
# SQLite's version, result.
set -uo pipefail
trap 'finish $?' EXIT

host_name=''
host_version=''
host_sqlite=''
host_result=''

# What a test has to undo at its end.
host_cleanup() { :; }

finish() { # STATUS
  host_cleanup
  case $1 in
  0) host_result=ok ;;
  77) ;;
  *) host_result=FAILED ;;
  esac
  [ -z "${HOST_TABLE:-}" ] ||
    printf '%s\t%s\t%s\t%s\n' "$host_name" "${host_version:--}" \
      "${host_sqlite:--}" "$host_result" >>"$HOST_TABLE"
}

host() { # NAME
  host_name=$1
  [ -z "$EXTRA_FLAGS" ] || absent "the host is not built with $EXTRA_FLAGS"
}

absent() { # REASON
  host_result="skipped: $1"
  echo "skipped because $1"
  exit 77
}

# The host is there, in the version that COMMAND prints.
needs() { # REASON COMMAND...
  host_version=$("${@:2}" 2>/dev/null | tail -n 1) || absent "$1"
}

# The examples of all functions that their arguments alone decide, as
# statements: the sqlite3 shell says what they give.
examples() {
  local name example call
  $SQLITE3 -batch -list -cmd ".load $FTEXT" :memory: \
    "SELECT name || char(9) || replace(example, char(10), ' ')
    FROM ftext_functions
    WHERE kind = 'scalar' AND flags LIKE 'DETERMINISTIC%'" |
    while IFS=$'\t' read -r name example; do
      call=$(awk -v name="$name" -v text="${example//\\/\\\\}" \
        -f "$ROOT/tests/about/call.awk")
      # How a REAL is written differs from version to version: its 53 bits.
      echo "SELECT '$name ' || CASE typeof($call) WHEN 'real'" \
        "THEN CAST($call * 9007199254740992 AS INTEGER)" \
        "ELSE quote($call) END"
    done
}

# Runs the statements of the files in the host and compares what they give
# with the files' .out.
same() { # LIBRARY FILES COMMAND...
  local library=$1 files=$2 name
  shift 2
  echo "SELECT sqlite_version()" >"$WORK/statements"
  : >"$WORK/must"
  for name in $files; do
    cat "$name" >>"$WORK/statements"
    cat "$name.out" >>"$WORK/must"
  done
  (cd "$WORK" && "$@" "$library" "$WORK/statements") >"$WORK/is" || return
  host_sqlite=$(head -n 1 "$WORK/is")
  tail -n +2 "$WORK/is" | diff -u --label must --label is "$WORK/must" -
}

# Both entries do in the host what they must.
agrees() { # COMMAND...
  local here=$ROOT/tests/hosts/statements
  examples >"$WORK/examples"
  sed 's/$/;/' "$WORK/examples" | $SQLITE3 -batch -bail -list \
    -cmd ".load $FTEXT" :memory: >"$WORK/examples.out" || exit
  same "$FTEXT.so" "$here/calls $here/direct $WORK/examples" "$@" || exit
  same "${FTEXT}pure.so" "$here/calls $here/pure" "$@" || exit
  if [ -e "$WORK/pure.jsonl" ]; then
    echo "the file-free entry has written a file"
    exit 1
  fi
}

# Node's binary and modules as `make hosts` has installed them, or the
# machine's own.
use_npm_node() {
  local installed=$ROOT/build/hosts/node_modules
  export NODE_PATH=$installed
  node=$(find "$installed/" -path '*/node-linux-*/bin/node' 2>/dev/null |
    head -n 1)
  node=${node:-node}
}

# The statement of docs/scaling.md in that language gives for all keys what
# ftext gives, bit for bit.  The command is given a CSV file of `number` and
# `hex`, the UTF-8 of a text, and the statement about a table `keys`.
same_split() { # LANGUAGE COMMAND...
  local language=$1
  shift
  $SQLITE3 -batch -bail "$WORK/keys.db" <"$ROOT/tests/hosts/keys.sql"
  $SQLITE3 -batch -csv -header "$WORK/keys.db" \
    'SELECT number, hex(text) AS hex FROM given' >"$WORK/keys.csv"
  awk -v fence="\`\`\`$language" '$0 == fence { inside = 1; next }
    /^```/ { inside = 0 }
    inside' "$ROOT/docs/scaling.md" >"$WORK/statement"
  $SQLITE3 -batch -list -cmd ".load $FTEXT" "$WORK/keys.db" "
    SELECT CAST(ftext_unit(key, 42) * 4503599627370496 AS INTEGER),
      ftext_split(key, 'valid=0.2,train=0.8', 42), ftext_fold(key, 5, 42), key
    FROM (SELECT number AS key FROM given UNION ALL SELECT text FROM given)" |
    LC_ALL=C sort >"$WORK/must"
  "$@" "$WORK/keys.csv" "$WORK/statement" | LC_ALL=C sort >"$WORK/is" || exit
  diff "$WORK/must" "$WORK/is" >"$WORK/diff" || {
    head -n 20 "$WORK/diff"
    exit 1
  }
  [ "$(wc -l <"$WORK/is")" -eq 10000 ]
}
