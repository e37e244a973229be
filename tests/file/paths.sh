#!/bin/bash
# Which paths an export writes to, what stands there before and after, and
# what cannot stand in a path.
# shellcheck source=/dev/null
. "$ROOT/tests/file/lib.bash"

data="WITH d(id, split, class) AS (VALUES (1, 'train', 'a'), (2, 'valid', 'b'),
  (3, 'train', 'b'))"

expect_sql 'one file for each value' \
  '{"rows":3,"bytes":63,"files":[{"path":"x_train.jsonl","rows":2,"bytes":42},'\
'{"path":"x_valid.jsonl","rows":1,"bytes":21}]}' \
  "$(export_sql 'x_{split}.jsonl' "$data SELECT split, id, class FROM d")"
expect 'first value' $'{"id":1,"class":"a"}\n{"id":3,"class":"b"}' \
  "$(cat x_train.jsonl)"
expect 'second value' '{"id":2,"class":"b"}' "$(cat x_valid.jsonl)"
rm x_*
mkdir -p train/a train/b valid/b
expect_sql 'several columns, folders, braces' \
  'train/a/{1}.x train/b/{3}.x valid/b/{2}.x' \
  "SELECT group_concat(value ->> 'path', ' ') FROM json_each(
     ftext_export('{split}/{class}/{{{id}}}.x',
       $(literal "$data SELECT *, 1 AS one FROM d ORDER BY split, class")),
     '\$.files');"
expect 'the columns are left out' '{"one":1}' "$(cat 'train/b/{3}.x')"
rm -r train valid
expect_sql 'a column twice' '1-1' \
  "SELECT ftext_export('{a}-{a}', 'SELECT 1 AS a, 2 AS b') ->> \
'\$.files[0].path';"
rm 1-1
expect_sql 'numbers and other scripts' '-5 1.5 é 漢' \
  "SELECT group_concat(value ->> 'path', ' ') FROM json_each(
     ftext_export('{a}', 'SELECT column1 AS a, 0 AS b
       FROM (VALUES (-5), (1.5), (''é''), (''漢''))'), '\$.files');"
expect 'numbers and other scripts: files' '-5 1.5 é 漢' \
  "$(printf '%s ' * | sed 's/ $//')"
rm -- *
expect_sql 'one column is left and is the line' 1 \
  "SELECT ftext_export('{a}', 'SELECT 1 AS a, json_array(2) AS b') ->> 'rows';"
expect 'one column is left and is the line: content' '[2]' "$(cat 1)"
rm 1
expect_sql 'no rows, no values, no files' '{"rows":0,"bytes":0,"files":[]}' \
  "$(export_sql '{a}' 'SELECT 1 AS a, 2 AS b WHERE 0')"
expect_sql 'no rows, one path, an empty file' \
  '{"rows":0,"bytes":0,"files":[{"path":"a\"b","rows":0,"bytes":0}]}' \
  "$(export_sql 'a"b' 'SELECT 1 AS a WHERE 0')"
rm 'a"b'

# wrong WHAT MESSAGE PATH QUERY
wrong() {
  expect_error "$1" "ftext_export: $2" "$(export_sql "$3" "$4")"
  expect "$1: no file" "" "$(ls)"
}
wrong 'unknown column' \
  "in the path, unknown column 'Split'; did you mean 'split'? (known: split, \
id)" \
  'x{Split}' "SELECT 'a' AS split, 1 AS id"
wrong 'no column is left' \
  'all columns stand in the path, and none is left for the record' \
  '{a}{b}' 'SELECT 1 AS a, 2 AS b'
wrong 'open brace' "'{' without '}' (a brace itself is written '{{')" 'x{a' \
  'SELECT 1 AS a'
wrong 'closed brace' "'}' without '{' (a brace itself is written '}}')" 'xa}' \
  'SELECT 1 AS a'
wrong 'empty' 'empty path' '' 'SELECT 1 AS a'
for value in "NULL:NULL, which" "'':a value that is empty" \
  "'a/b':a value that contains '/'" "'/':a value that contains '/'" \
  "'.':a value that means a folder" "'..':a value that means a folder" \
  "'a'||char(0):a value that contains NUL" "x'61':a BLOB, which" \
  "CAST(x'ff' AS TEXT):a value that is broken UTF-8"; do
  wrong "value ${value%%:*}" \
    "row 2, column 'b': ${value#*:} cannot stand in a path" 'x{b}' \
    "SELECT 1 AS a, 'good' AS b UNION ALL SELECT 2, ${value%%:*}"
done
wrong 'two values, one path' \
  "cannot write '111': another file of this export leads there (14)" '{a}{b}' \
  "SELECT column1 AS a, column2 AS b, 0 AS c FROM (VALUES \
('1','11'),('11','1'))"
wrong 'too many files' \
  'row 257 begins file number 257, and one export writes at most 256' \
  'f{value}' \
  "SELECT value, 1 AS a FROM generate_series(1, 257)"
expect_sql 'as many as can be' 256 \
  "SELECT json_array_length(ftext_export('f{value}',
     'SELECT value, 1 AS a FROM generate_series(1, 1000) WHERE value <= 256
      UNION ALL SELECT value, 2 FROM generate_series(1, 256)'), '\$.files');"
expect 'as many as can be: content' $'{"a":1}\n{"a":2}' "$(cat f256)"
rm f*

wrong 'no folder' "cannot write 'no/x': its folder is missing (14)" 'no/x' \
  'SELECT 1 AS a'
wrong 'too long' \
  "cannot write '$(printf '%0300d' 0)': File name too long (14)" \
  "$(printf '%0300d' 0)" 'SELECT 1 AS a'
wrong 'a device' \
  "cannot write '/dev/full': it is no regular file, and an export replaces \
whole files (14)" \
  /dev/full 'SELECT 1 AS a'
wrong 'standard output' \
  "cannot write '/dev/stdout': it is no regular file, and an export replaces \
whole files (14)" \
  /dev/stdout 'SELECT 1 AS a'
expect_error NUL 'ftext_export: NUL in the path' \
  "SELECT ftext_export('a' || char(0), 'SELECT 1');"
expect_error 'broken UTF-8' 'ftext_export: broken UTF-8 in the path' \
  "SELECT ftext_export(x'ff', 'SELECT 1');"
mkdir folder
mkfifo pipe
ln -s nothing dangling
for path in folder folder/ .:it\ is\ a\ folder; do
  expect_error "folder $path" \
    "ftext_export: cannot write '${path%%:*}': it is a folder (14)" \
    "$(export_sql "${path%%:*}" 'SELECT 1 AS a')"
done
expect_error 'a pipe' \
  "ftext_export: cannot write 'pipe': it is no regular file, and an export \
replaces whole files (14)" \
  "$(export_sql pipe 'SELECT 1 AS a')"
expect_error 'a link to nothing' \
  "ftext_export: cannot write 'dangling': a symbolic link to nothing (14)" \
  "$(export_sql dangling 'SELECT 1 AS a')"
expect 'nothing has changed' 'dangling folder pipe' \
  "$(find . -mindepth 1 -printf '%P\n' | sort | tr '\n' ' ' | sed 's/ $//')"
rm -r dangling pipe

# A link stays a link; permissions stay; new files follow the umask.
echo old >folder/target
chmod 604 folder/target
ln -s folder/target link
sql "$(export_sql link 'SELECT 1 AS a')" >/dev/null
expect 'a link stays' folder/target "$(readlink link)"
expect 'its target is new' '{"a":1}' "$(cat folder/target)"
expect 'permissions stay' 604 "$(stat -c %a folder/target)"
expect 'nothing is left' target "$(ls -A folder)"
ln -s "$PWD/link" second
expect_error 'two links to one file' \
  "ftext_export: cannot write 'second': another file of this export leads \
there (14)" \
  "$(export_sql '{a}' "SELECT column1 AS a, 1 AS b
     FROM (VALUES ('link'), ('second'))")"
expect 'two links to one file: stays' '{"a":1}' "$(cat folder/target)"
(umask 027 && sql "$(export_sql new 'SELECT 1 AS a')" >/dev/null)
expect 'a new file follows the umask' 640 "$(stat -c %a new)"
ln new hard
sql "$(export_sql new 'SELECT 2 AS a')" >/dev/null
expect 'another hard link keeps the old content' '{"a":1}' "$(cat hard)"

if [ "$(id -u)" -ne 0 ]; then
  chmod 400 new
  expect_error 'a read-only file' \
    "ftext_export: cannot write 'new': Permission denied (14)" \
    "$(export_sql new 'SELECT 3 AS a')"
fi

# What a killed process leaves goes with the next export to the same file,
# unless somebody still writes it; other files' stay.
mkdir left
cd left || exit 1
left=data.jsonl.ftext-0123456789abcdef
long=$(printf '%0240d' 0)
touch "$left" data.jsonl.ftext-fedcba9876543210 \
  data.jsonl.ftext-0123456789abcdeg data.jsonl.ftext-0123456789abcde \
  data.jsonl.ftext-old-0123456789abcdef other.jsonl.ftext-0123456789abcdef \
  "${long:0:200}.ftext-0123456789abcdef"
ln -s nothing data.jsonl.ftext-00000000000000aa
exec 9<data.jsonl.ftext-fedcba9876543210
flock -n 9
sql "$(export_sql data.jsonl 'SELECT 1 AS a')" >/dev/null
expect 'what is left' "data.jsonl
data.jsonl.ftext-00000000000000aa
data.jsonl.ftext-0123456789abcde
data.jsonl.ftext-0123456789abcdeg
data.jsonl.ftext-fedcba9876543210
data.jsonl.ftext-old-0123456789abcdef
other.jsonl.ftext-0123456789abcdef" "$(printf '%s\n' data* other*)"
sql "$(export_sql "$long" 'SELECT 1 AS a')" >/dev/null
expect 'of a long name' "$long" "$(printf '%s\n' 000*)"
# No character is cut: byte 200 of this name is inside one.
long=x$(printf '%0115d' 0 | sed 's/0/é/g')
touch "x$(printf '%099d' 0 | sed 's/0/é/g').ftext-0123456789abcdef"
sql "$(export_sql "$long" 'SELECT 1 AS a')" >/dev/null
expect 'of a long name in UTF-8' "$long" "$(printf '%s\n' xé*)"
finish
