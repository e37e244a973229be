#!/bin/bash
# Each SQL value has one JSON form; what has none is an error that names it.
# shellcheck source=/dev/null
. "$ROOT/tests/file/lib.bash"

writes 'NULL, integer, text' '{"a":null,"b":-9223372036854775808,"c":"x"}' \
  "SELECT NULL AS a, -9223372036854775808 AS b, 'x' AS c"
writes 'reals read back' \
  '{"a":0.1,"b":1.0,"c":5e-324,"d":1.7976931348623157e+308,'\
'"e":0.3333333333333333,"f":1e+15,"g":-2.5,"h":5e-05,'\
'"i":0.30000000000000004}' \
  'SELECT 0.1 AS a, 1.0 AS b, 5e-324 AS c, 1.7976931348623157e308 AS d,
   1/3.0 AS e, 1e15 AS f, -2.5 AS g, 0.00005 AS h, 0.1 + 0.2 AS i'
writes 'escapes' '{"a":"\"\\/\b\t\n\f\r\u0000\u001f<>&'$'\x7f''"}' \
  "SELECT '\"\\/' || char(8, 9, 10, 12, 13, 0, 31) || '<>&' || char(127) AS a"
writes 'characters stay' $'{"\u00e9\\"":"\u2028\u2029\u4e2d\U1f600"}' \
  "SELECT char(8232, 8233, 20013, 128512) AS \"$(printf '\u00e9')\"\"\""
writes 'characters escaped' \
  '{"\u00e9":"\u2028\u4e2d\ud83d\ude00\uffff\ud800\udc00\udbff\udfff~"}' \
  "SELECT char(8232, 20013, 128512, 65535, 65536, 1114111, 126) AS
   \"$(printf '\u00e9')\"" '{"ascii":true}'
writes 'characters escaped in JSON' '{"a":1,"b":{"\u00e9":["\u00e9"]}}' \
  "SELECT 1 AS a, json_object('é', json_array('é')) AS b" '{"ascii":true}'
writes 'empty text, empty name' '{"":""}' "SELECT '' AS \"\""
writes 'rows in order' $'{"n":3}\n{"n":1}\n{"n":2}' \
  'SELECT column1 AS n FROM (VALUES (3), (1), (2))'
writes 'JSON nests' '{"a":1,"m":[{"role":"user"}],"n":null,"t":"[1]"}' \
  "SELECT 1 AS a, json_array(json_object('role', 'user')) AS m,
   json_extract('{}', '\$.n') AS n, t FROM (SELECT 1) JOIN
   (SELECT '[1]' AS t)" '{"json":["m"]}'

refuses 'BLOB' \
  "row 2, column 'b': a BLOB, which JSON cannot hold (CAST it AS TEXT)" \
  "SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2, x'00'"
refuses 'broken UTF-8' "row 1, column 'b': broken UTF-8 at byte 3" \
  "SELECT 1 AS a, CAST(x'4142ff' AS TEXT) AS b"
refuses 'surrogate' "row 1, column 'b': broken UTF-8 at byte 1" \
  "SELECT 1 AS a, CAST(x'eda080' AS TEXT) AS b"
refuses 'broken UTF-8 in JSON' \
  "row 1, column 'b': not JSON: broken UTF-8 at byte 3" \
  "SELECT 1 AS a, json_array(CAST(x'ff' AS TEXT)) AS b"
refuses 'infinite' "row 1, column 'b': JSON has no infinite number" \
  'SELECT 1 AS a, -9e999 AS b'
refuses 'name used twice' \
  "columns 1 and 3 are both named 'a', in every row from row 1 on (name one \
with AS)" \
  'SELECT 1 AS a, 2 AS b, 3 AS a'
refuses 'name used twice, no row' \
  "columns 1 and 2 are both named 'a', in every row from row 1 on (name one \
with AS)" \
  'SELECT 1 AS a, 2 AS a WHERE 0'
refuses 'broken UTF-8 in a name' 'the name of column 1 is broken UTF-8' \
  "SELECT 1 AS \"$(printf '\xff')\", 2 AS b"
finish
