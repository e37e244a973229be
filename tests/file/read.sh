#!/bin/bash
# Every line of a file is a row; a bad one says why and the rest follows.
# shellcheck source=/dev/null
. "$ROOT/tests/file/lib.bash"

# reads WHAT WANTED: rows of the file in.jsonl, as printf wrote it.
reads() {
  expect_sql "$1" "$2" "SELECT line, quote(record), quote(error)
    FROM ftext_read_jsonl('in.jsonl');"
}

printf '{"a":1}\n[2]\n"x"\n4\n' >in.jsonl
reads 'any JSON' "1|'{\"a\":1}'|NULL
2|'[2]'|NULL
3|'\"x\"'|NULL
4|'4'|NULL"
printf '1\n2' >in.jsonl
reads 'no final newline' "1|'1'|NULL
2|'2'|NULL"
printf '\xef\xbb\xbf{"a":1}\r\n\r\n \t\n\n{"a":2}\r\n\r\n' >in.jsonl
reads 'byte order mark, CRLF, blank lines' "1|'{\"a\":1}'|NULL
5|'{\"a\":2}'|NULL"
printf '\r\r\n \r\t\r\n1\n' >in.jsonl
reads 'blank lines of carriage returns' "3|'1'|NULL"
printf '\xef\xbb\xbf' >in.jsonl
reads 'only a byte order mark' ''
printf '1\n\xef\xbb\xbf2\n' >in.jsonl
reads 'a byte order mark inside' "1|'1'|NULL
2|NULL|'malformed number at byte 1'"
: >in.jsonl
reads 'an empty file' ''
printf '\n\n\n' >in.jsonl
reads 'only newlines' ''
printf ' {"a" : "\xe2\x80\xa8\xc2\x85\x0c"}\n{"a":"\xe2\x80\xa8\xc2\x85"}\n' \
  >in.jsonl
reads 'lines end at LF only' "1|NULL|'control character in a string at byte 15'
2|'{\"a\":\"$(printf '\xe2\x80\xa8\xc2\x85')\"}'|NULL"
printf '1\r2\n' >in.jsonl
reads 'a CR inside' "1|NULL|'text behind the value at byte 3'"
printf '{"a":"\xff"}\n{"a":"\x00"}\n{"a":1\n{a:1}\n{"a":1}}\n{"a":1}\n' \
  >in.jsonl
reads 'bad lines' "1|NULL|'broken UTF-8 at byte 7'
2|NULL|'control character in a string at byte 7'
3|NULL|'expected '','' or ''}'' at byte 7'
4|NULL|'expected a key at byte 2'
5|NULL|'text behind the value at byte 8'
6|'{\"a\":1}'|NULL"
printf '\x00\n1\n' >in.jsonl
reads 'NUL' "1|NULL|'malformed number at byte 1'
2|'1'|NULL"
{
  head -c 1000 /dev/zero | tr '\0' '['
  echo
  head -c 1001 /dev/zero | tr '\0' '['
  printf '\n1\n'
} >in.jsonl
reads 'nesting is bounded' "1|NULL|'unexpected end at byte 1001'
2|NULL|'nested too deep at byte 1001'
3|'1'|NULL"

# Lines above SQLite's limit, in the middle, at the end, and just not above.
{
  printf '"%0998d"\n"%0999d"\n1\n"%01000000d"\n2\n"%01000000d"' 0 0 0 0
} >in.jsonl
expect_sql 'lines above the limit' '              length 1000
1|1000|
2||the line is longer than 1000 bytes
3|1|
4||the line is longer than 1000 bytes
5|1|
6||the line is longer than 1000 bytes' \
  ".limit length 1000
   SELECT line, length(record), error FROM ftext_read_jsonl('in.jsonl');"

printf '{"a":[1,2]}\n\nx\n' >in.jsonl
expect_sql 'the record is marked as JSON' '{"r":{"a":[1,2]},"x":1}' \
  "SELECT json_object('r', record, 'x', record ->> '\$.a[0]')
   FROM ftext_read_jsonl('in.jsonl') WHERE error IS NULL;"
expect_sql 'columns' 'line|INTEGER|0
record|TEXT|0
error|TEXT|0
start|INTEGER|0
path|TEXT|1' \
  "SELECT name, type, hidden FROM pragma_table_xinfo('ftext_read_jsonl');"
printf '\xEF\xBB\xBF1\r\n\n[\n"%0300000d"\n2' 0 >in.jsonl
expect_sql 'where each line begins, a mark at the start counted' '1|3|1
3|7|
4|9|300002
5|300012|1' \
  "SELECT line, start, length(record) FROM ftext_read_jsonl('in.jsonl');"
printf '{"a":[1,2]}\n\nx\n' >in.jsonl
expect_sql 'rows are counted without reading JSON' 2 \
  "SELECT count(*) FROM ftext_read_jsonl('in.jsonl');"
expect_sql 'the path is a column' in.jsonl \
  "SELECT DISTINCT path FROM ftext_read_jsonl('in.jsonl');"
expect_sql 'NULL has no rows' 0 'SELECT count(*) FROM ftext_read_jsonl(NULL);'
expect_sql 'files from a column, also in an outer join' 'in.jsonl|1
in.jsonl|3
|' "SELECT f.column1, r.line FROM (VALUES ('in.jsonl'), (NULL)) AS f
    LEFT JOIN ftext_read_jsonl(f.column1) AS r;"
expect_sql 'the same file twice at once' 4 \
  "SELECT count(*) FROM ftext_read_jsonl('in.jsonl') AS a,
   ftext_read_jsonl('in.jsonl') AS b;"
expect_sql 'from a pipe' 2 \
  "SELECT count(record) FROM ftext_read_jsonl('/dev/fd/3');" 3< <(seq 2)

expect_error 'no such file' \
  "ftext_read_jsonl: cannot open 'no/such': No such file or directory (14)" \
  "SELECT * FROM ftext_read_jsonl('no/such');"
expect_error 'empty path' \
  "ftext_read_jsonl: cannot open '': No such file or directory (14)" \
  "SELECT * FROM ftext_read_jsonl('');"
expect_error 'a folder' \
  "ftext_read_jsonl: cannot open '.': it is a folder (14)" \
  "SELECT * FROM ftext_read_jsonl('.');"
expect_error 'NUL in the path' 'ftext_read_jsonl: NUL in the path (14)' \
  "SELECT * FROM ftext_read_jsonl('in.jsonl' || char(0));"
expect_error 'no path' \
  "ftext_read_jsonl: argument 'path' is missing; call it as \
ftext_read_jsonl(path)" \
  'SELECT * FROM ftext_read_jsonl;'

# Memory does not grow with the file: 40 MB are read within a heap of 2 MB.
yes '{"messages":[{"role":"user","content":"how large may a file be"}]}' |
  head -n 600000 >in.jsonl
expect_sql 'a large file in little memory' $'2000000\n600000|0' \
  "PRAGMA hard_heap_limit = 2000000;
   SELECT count(*), count(error) FROM ftext_read_jsonl('in.jsonl');"
sql "$(export_sql in.jsonl "SELECT printf('%.*c', 20000000, 'x') AS a
  UNION ALL SELECT 1")" >/dev/null
expect_sql 'a large line' $'1|20000008|\n2|7|' \
  "SELECT line, length(record), error FROM ftext_read_jsonl('in.jsonl');"

# A scan ends when it is interrupted: it has no end of its own here.
mkfifo fifo
yes 1 >fifo 2>/dev/null &
writer=$!
interrupted "SELECT count(*) FROM ftext_read_jsonl('fifo');" >out
kill "$writer" 2>/dev/null
expect 'interrupted' 'Runtime error near line 1: interrupted (9)' "$(cat out)"
finish
