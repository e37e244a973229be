#!/bin/bash
# The query is one SELECT that reads.  One that fails, in any row, leaves the
# old file as it was.
# shellcheck source=/dev/null
. "$ROOT/tests/file/lib.bash"

writes 'comments and semicolons around' '{"a":1}' \
  $'; -- one\n/* two */ SELECT 1 AS a; /* three */ ; -- four'
writes 'WITH' '{"a":1}' 'with t AS (SELECT 1 AS a) SELECT * FROM t'
writes 'VALUES' '{"column1":1,"column2":"x"}' "vAlUeS (1, 'x')"
writes 'a comment that does not end' '{"a":1}' 'SELECT 1 AS a /* '
writes 'one behind a semicolon' '{"a":1}' 'SELECT 1 AS a; /* *'
writes 'a semicolon in a string' '{"a":";"}' "SELECT ';' AS a"
refuses 'empty' 'the query is empty' ''
refuses 'blank' 'the query is empty' $' \t\n\r;'
refuses 'a comment' 'the query is empty' '-- SELECT 1'
refuses 'two' 'the query is more than one statement' 'SELECT 1; SELECT 2'
refuses 'two, the second broken' 'the query is more than one statement' \
  'SELECT 1; nonsense'
refuses 'two, behind a comment' 'the query is more than one statement' \
  'SELECT 1; /* */ DROP TABLE x'
for statement in 'CREATE TABLE t(x)' 'PRAGMA user_version' 'EXPLAIN SELECT 1' \
  'BEGIN' 'ATTACH "x" AS y' 'DELETE FROM sqlite_schema RETURNING 1'; do
  refuses "$statement" 'the query is not a SELECT' "$statement"
done
refuses 'syntax' 'the query: near "t": syntax error' 'SELECT 1 FORM t'
refuses 'unknown table' 'the query: no such table: t' 'SELECT * FROM t'
expect_error 'NUL' 'ftext_export: NUL in the query' \
  "SELECT ftext_export('written', 'SELECT 1' || char(0));"
refuses 'named parameter' \
  "the query has a parameter ':split' (write its value into the query, with \
printf and %Q)" \
  'SELECT :split AS x'
refuses 'nameless parameter' \
  "the query has a parameter '?' (write its value into the query, with printf \
and %Q)" \
  'SELECT ? AS x'
export DATABASE=d
sql 'CREATE TABLE t(x)'
expect_error 'a WITH that writes' 'ftext_export: the query is not a SELECT' \
  "$(export_sql written 'WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a
    RETURNING x')"
expect_sql 'nothing was written' 0 'SELECT count(*) FROM t'
rm d
unset DATABASE

# The old file stays, and nothing else.
echo old >data.jsonl
stays() { # WHAT MESSAGE QUERY [OPTIONS]
  local what=$1 message=$2
  shift 2
  expect_error "$what" "$message" "$(export_sql data.jsonl "$@")"
  expect "$what: stays" old "$(cat data.jsonl)"
  expect "$what: alone" data.jsonl "$(ls -A)"
}
rows='WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n
  WHERE i < 50000)'
stays 'an error in row 40000' \
  'ftext_export: the query failed behind row 39999: integer overflow' \
  "$rows SELECT i, abs(-9223372036854775807 - (i = 40000)) AS x FROM n"
stays 'a BLOB in row 40000' \
  "ftext_export: row 40000, column 'x': a BLOB, which JSON cannot hold (CAST \
it AS TEXT)" \
  "$rows SELECT i, iif(i = 40000, x'00', 'x') AS x FROM n"
stays 'an error before the first row' \
  'ftext_export: the query failed behind row 0: integer overflow' \
  'SELECT abs(-9223372036854775807 - 1) AS x'
expect 'a line above the limit' \
  "ftext_export: row 1: the line is longer than a value of SQLite's may be \
(18)" \
  "$(sql ".limit length 1000
    $(export_sql data.jsonl "SELECT printf('%.*c', 900, 'x') AS a,
      printf('%.*c', 90, 'x') AS b")" | sed -n 's/.*near line 2: //p')"
expect 'a line above the limit: stays' old "$(cat data.jsonl)"

# An interrupt, as by Ctrl-C, stops the query: the shell calls
# sqlite3_interrupt.
interrupted "$(export_sql data.jsonl "WITH RECURSIVE n(i) AS (VALUES (1)
  UNION ALL SELECT i + 1 FROM n) SELECT i FROM n")" >out
expect 'interrupted' \
  'ftext_export: the query failed behind row N: interrupted (9)' \
  "$(sed -n 's/.*near line 1: //; s/behind row [1-9][0-9]*/behind row N/p' out)"
rm out
expect 'interrupted: stays' old "$(cat data.jsonl)"
expect 'interrupted: alone' data.jsonl "$(ls -A)"

# The query may read the file that it replaces, and export itself.
sql "$(export_sql data.jsonl 'VALUES (1), (2)')" >/dev/null
sql "$(export_sql data.jsonl "SELECT line AS n, record AS r
  FROM ftext_read_jsonl('data.jsonl')")" >/dev/null
expect 'reads what it replaces: content' \
  $'{"n":1,"r":{"column1":1}}\n{"n":2,"r":{"column1":2}}' "$(cat data.jsonl)"
sql "$(export_sql data.jsonl "SELECT 1 AS a, ftext_export('data.jsonl',
  'SELECT 2 AS b') AS inner")" >/dev/null
expect 'an export in the query to the same file: the outer one is last' \
  '{"a":1,"inner":{"rows":1,"bytes":8,"files":[{"path":"data.jsonl","rows":1,'\
'"bytes":8}]}}' \
  "$(cat data.jsonl)"
sql "$(export_sql outer.jsonl "SELECT ftext_export('inner.jsonl',
  'SELECT ' || value || ' AS b') ->> 'bytes' AS n
  FROM json_each('[1,22,333]')")" >/dev/null
expect 'an export in each row' \
  $'{"n":8}\n{"n":9}\n{"n":10}' "$(cat outer.jsonl)"
expect 'an export in each row: the last' '{"b":333}' "$(cat inner.jsonl)"
finish
