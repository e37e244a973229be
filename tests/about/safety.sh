#!/bin/bash
# Where SQLite lets each function be called is what ftext_functions says, with
# trusted_schema off and in defensive mode.  Every function that depends on
# its arguments alone works in an index, a generated column, a CHECK, a view
# and a trigger; what touches files or runs SQL is refused in all of them and
# absent from the file-free entry.  New functions are covered by their
# examples.
set -u
shopt -s lastpipe # so that a complaint at a pipe's end counts

run() { # [ENTRY]: SQL on stdin
  (cd "$WORK" && $SQLITE3 -batch -bail -list -separator $'\t' \
    -cmd ".load $FTEXT${1:-}" :memory: 2>&1)
}

failed=0
complain() {
  echo "$1"
  printf '    %s\n' "${2//$'\n'/$'\n'    }"
  failed=1
}

call_in() { # NAME SQL
  awk -v name="$1" -v text="${2//\\/\\\\}" -f "$ROOT/tests/about/call.awk"
}

HOSTILE='.dbconfig trusted_schema off
.dbconfig defensive on
CREATE TABLE t(x);
INSERT INTO t VALUES (1);'

in_view() { # SELECT
  printf '%s\nCREATE VIEW v AS %s;\nSELECT count(*) FROM v;\n' "$HOSTILE" "$1"
}

in_trigger() { # SELECT
  printf '%s\nCREATE TABLE log(x);
    CREATE TRIGGER tr AFTER INSERT ON t BEGIN
      INSERT INTO log SELECT count(*) FROM (%s);
    END;
    INSERT INTO t VALUES (2);
    SELECT x IS NOT NULL FROM log;\n' "$HOSTILE" "$1"
}

in_schema() { # WHERE CALL
  printf '%s\n' "$HOSTILE"
  case $1 in
  index) echo "CREATE INDEX i ON t(quote($2) || x);" ;;
  stored) echo "CREATE TABLE g(x, y AS (quote($2) || x) STORED);" ;;
  virtual) echo "CREATE TABLE g(x, y AS (quote($2) || x));" ;;
  check) echo "CREATE TABLE g(x, CHECK (quote($2) || x <> x));" ;;
  esac
  if [ "$1" = index ]; then
    echo "INSERT INTO t VALUES (2);
      SELECT count(*) = 2 FROM t INDEXED BY i WHERE quote($2) || x > '';
      REINDEX; PRAGMA integrity_check;"
  else
    echo "INSERT INTO g(x) VALUES (2); SELECT count(*) = 1 FROM g;"
  fi
}

works() { # WHAT, SQL on stdin
  local out
  out=$(run) || complain "$1 does not work" "$out"
}

refused() { # WHAT, SQL on stdin
  local out
  out=$(run) && complain "$1 is not refused" "$out"
  [[ $out == *"unsafe use of"* || $out == *prohibited* ]] ||
    complain "$1 fails for another reason" "$out"
}

pure_function() { # NAME KIND EXAMPLE
  local call where
  in_view "$3" | works "$1 in a view"
  in_trigger "$3" | works "$1 in a trigger"
  [ "$2" = scalar ] || return
  call=$(call_in "$1" "$3")
  for where in index stored virtual check; do
    in_schema $where "$call" | works "$1 in schema ($where)"
  done
}

direct_function() { # NAME KIND EXAMPLE
  local call where
  in_view "$3" | refused "$1 in a view"
  in_view "$3" | sed 's/trusted_schema off/trusted_schema on/' |
    refused "$1 in a trusted view"
  in_trigger "$3" | refused "$1 in a trigger"
  [ "$2" = scalar ] || return
  call=$(call_in "$1" "$3")
  # No CHECK: SQLite 3.40 lets DIRECTONLY functions, its own writefile() too,
  # run in one, whatever its documentation says.
  for where in index stored virtual; do
    in_schema $where "$call" | refused "$1 in schema ($where)"
  done
}

state_function() { # NAME KIND EXAMPLE
  in_view "$3" | works "$1 in a view"
  in_trigger "$3" | works "$1 in a trigger"
  [ "$2" = scalar ] || return
  in_schema index "$(call_in "$1" "$3")" | refused "$1 in an index"
}

run <<<"SELECT name, kind, flags,
    replace(rtrim(example, '; ' || char(10)), char(10), ' ')
  FROM ftext_functions" >"$WORK/functions"
[ -s "$WORK/functions" ] || complain "no functions" ""
while IFS=$'\t' read -r name kind flags example; do
  case $flags in
  'DETERMINISTIC INNOCUOUS') pure_function "$name" "$kind" "$example" ;;
  INNOCUOUS) state_function "$name" "$kind" "$example" ;;
  DIRECTONLY) direct_function "$name" "$kind" "$example" ;;
  *) complain "$name has flags $flags" "" ;;
  esac
done <"$WORK/functions"

# What SQLite knows is what the manual says (sqlite3.h: 0x800 DETERMINISTIC,
# 0x80000 DIRECTONLY, 0x200000 INNOCUOUS), for every number of arguments.
out=$(run <<<"SELECT name, narg, flags FROM pragma_function_list AS known
  WHERE name LIKE 'ftext\_%' ESCAPE '\' AND NOT EXISTS (
    SELECT * FROM ftext_functions AS manual
    WHERE manual.name = known.name AND manual.flags = substr(
      iif(known.flags & 0x800, ' DETERMINISTIC', '') ||
      iif(known.flags & 0x80000, ' DIRECTONLY', '') ||
      iif(known.flags & 0x200000, ' INNOCUOUS', ''), 2));
  SELECT name FROM ftext_functions
  EXCEPT SELECT name FROM pragma_function_list
  EXCEPT SELECT name FROM pragma_module_list;")
[ -z "$out" ] || complain "not as the manual says" "$out"

# The file-free entry has all but what is DIRECTONLY: for SQLite no function
# there has that flag, for the manual no table either.
out=$(run pure <<<"SELECT name, narg FROM pragma_function_list
  WHERE name LIKE 'ftext\_%' ESCAPE '\' AND flags & 0x80000;
  SELECT manual.name, kind FROM ftext_functions AS manual
  WHERE flags = 'DIRECTONLY' OR name NOT IN (
    SELECT name FROM pragma_function_list
    UNION SELECT name FROM pragma_module_list);")
[ -z "$out" ] || complain "DIRECTONLY in the file-free entry" "$out"
run <<<"SELECT name FROM ftext_functions WHERE flags <> 'DIRECTONLY'
  ORDER BY name" >"$WORK/file_free"
run pure <<<"SELECT name FROM pragma_function_list WHERE name LIKE 'ftext\_%'
    ESCAPE '\'
  UNION SELECT name FROM pragma_module_list WHERE name LIKE 'ftext\_%'
    ESCAPE '\' ORDER BY 1" >"$WORK/pure"
out=$(diff "$WORK/file_free" "$WORK/pure") || complain "file-free entry" "$out"
exit $failed
