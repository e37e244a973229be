#!/bin/bash
# JSON nests, one JSON column alone is the line, and what could be either is
# an error that tells what to do.
# shellcheck source=/dev/null
. "$ROOT/tests/file/lib.bash"

writes 'alone' $'{"a":1}\n{"a":2}' \
  "SELECT json_object('a', value) AS r FROM json_each('[1,2]')"
writes 'alone and sorted, which takes the mark off' $'{"a":2}\n{"a":1}' \
  "SELECT json_object('a', value) AS r FROM json_each('[1,2]')
   ORDER BY value DESC"
writes 'alone, in a sub-select' $'{"a":1}\n{"a":2}' \
  "SELECT r FROM (SELECT json_object('a', value) AS r
                  FROM json_each('[1,2]') LIMIT 9)"
writes 'alone, any JSON that is marked' $'1\n"x"\n[null]' \
  "SELECT json(column1) AS r FROM (VALUES ('1'), ('\"x\"'), ('[ null ]'))"
writes 'alone, white space goes, that in strings stays' \
  '{"a b":[1,"c \" \\","\\\""],"d":{}}' \
  "SELECT '{ \"a b\" : [ 1 ,' || char(9, 10, 13) ||
   ' \"c \\\" \\\\\" , \"\\\\\\\"\" ] , \"d\" : { } } ' AS r"
writes 'alone, escapes and numbers stay' \
  '{"a":"\u00e9\ud800\/","b":1.50E+400}' \
  "SELECT '{\"a\":\"\\u00e9\\ud800\\/\",\"b\":1.50E+400}' AS r"
writes 'alone, but text' $'{"t":"x"}\n{"t":"{no JSON"}\n{"t":null}\n{"t":1}' \
  "SELECT column1 AS t FROM (VALUES ('x'), ('{no JSON'), (NULL), (1))"
writes 'alone, as text' $'{"t":"{}"}\n{"t":"x"}' \
  "SELECT column1 AS t FROM (VALUES ('{}'), ('x'))" '{"json":[]}'
writes 'alone, as JSON' $'{}\n"x"\n1' \
  "SELECT column1 AS t FROM (VALUES ('{}'), ('\"x\"'), (' 1 '))" \
  '{"json":["t"]}'
writes 'of several, by its mark in each row' \
  $'{"a":1,"b":[1]}\n{"a":1,"b":"x"}\n{"a":1,"b":null}' \
  "SELECT 1 AS a, value AS b FROM json_each('[[1],\"x\",null]')"
writes 'of several, by name' $'{"a":1,"b":[2]}\n{"a":1,"b":[1]}' \
  "SELECT 1 AS a, json_array(value) AS b FROM json_each('[1,2]')
   ORDER BY value DESC" '{"json":["b"]}'
writes 'of several, as text' $'{"a":1,"b":"[2]"}\n{"a":1,"b":"[1]"}' \
  "SELECT 1 AS a, json_array(value) AS b FROM json_each('[1,2]')
   ORDER BY value DESC" '{"json":[]}'
export DATABASE=stored.db
sql "CREATE TABLE t(a INTEGER, b TEXT); INSERT INTO t VALUES (1, '[1]');
     CREATE TABLE u(a, b); INSERT INTO u VALUES (1, '[1]');
     CREATE TABLE v(a); INSERT INTO v VALUES (NULL), ('x'), ('{}');"
writes 'what is stored is text' '{"a":1,"b":"[1]"}' 'SELECT * FROM t'
writes 'what is stored is text, through a sub-select' '{"a":1,"b":"[1]"}' \
  'SELECT * FROM (SELECT a, b FROM t) ORDER BY b'
writes 'what is stored nests by json()' '{"a":1,"b":[1]}' \
  'SELECT a, json(b) AS b FROM t'
writes 'what is stored is text, without a declared type' '{"a":1,"b":"[1]"}' \
  'SELECT * FROM u'
writes 'what is stored alone and JSON is the line' '[1]' 'SELECT b FROM t'
writes 'what is stored alone among texts is text' \
  $'{"a":null}\n{"a":"x"}\n{"a":"{}"}' 'SELECT a FROM v'
expect_error 'what is stored alone, behind NULL' \
  "ftext_export: row 2, column 'a': JSON, but row 1 is not (the option \
{\"json\":[]} writes every row under the column's name, {\"json\":[\"a\"]} \
as the line itself)" \
  "$(export_sql written "SELECT a FROM v WHERE a IS NOT 'x'")"
rm stored.db
unset DATABASE

lost='text that reads as JSON, which sorting may have made of JSON '\
'(the option {"json":["b"]} nests it, {"json":[]} writes it as text)'
refuses 'of several, sorted' "row 1, column 'b': $lost" \
  "SELECT 1 AS a, json_array(value) AS b FROM json_each('[1,2]')
   ORDER BY value DESC"
refuses 'of several, a later row' "row 2, column 'b': $lost" \
  "SELECT column1 AS a, column2 AS b FROM (VALUES (1, 'x'), (2, ' {} '))"
refuses 'alone, a row that is text' \
  "row 2, column 'r': no JSON, but row 1 is JSON and so the line itself (the \
option {\"json\":[]} writes every row under the column's name)" \
  "SELECT column1 AS r FROM (VALUES ('{}'), ('{'))"
refuses 'alone, a row that is NULL' \
  "row 2, column 'r': NULL, but row 1 is JSON and so the line itself (the \
option {\"json\":[]} writes every row under the column's name)" \
  "SELECT column1 AS r FROM (VALUES ('{}'), (NULL))"
refuses 'alone, a row that is JSON' \
  "row 2, column 'r': JSON, but row 1 is not (the option {\"json\":[]} writes \
every row under the column's name, {\"json\":[\"r\"]} as the line itself)" \
  "SELECT column1 AS r FROM (VALUES ('x'), ('{}'))"
refuses 'alone, a NULL first' \
  "row 2, column 'r': JSON, but row 1 is not (the option {\"json\":[]} writes \
every row under the column's name, {\"json\":[\"r\"]} as the line itself)" \
  "SELECT column1 AS r FROM (VALUES (NULL), ('{}'))"
refuses 'alone, named, no text' \
  "row 1, column 'r': an integer, but the column is the line itself" \
  'SELECT 1 AS r' '{"json":["r"]}'
refuses 'named, no JSON' \
  "row 1, column 'b': not JSON: unexpected end at byte 1" \
  "SELECT 1 AS a, '' AS b" '{"json":["b"]}'
refuses 'unknown name' \
  "in option 'json', unknown column 'c' (known: a, b)" \
  'SELECT 1 AS a, 2 AS b' '{"json":["a","c"]}'
refuses 'empty name' \
  "in option 'json', unknown column '' (known: a)" \
  'SELECT 1 AS a' '{"json":[""]}'
finish
