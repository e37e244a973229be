#!/bin/bash
# Banking77 goes to every target; every file passes its own validation, and
# Python, jq and Node read every line of it.
set -u
data=$ROOT/../shared/data/banking77_train.csv.gz
if [ ! -e "$data" ]; then
  echo "because there is no $(basename "$data") in ../shared/data"
  exit 77
fi
cd "$WORK" || exit 1
gzip -dc "$data" >banking77.csv
mistakes=0

# ROWS=10003 for all rows; the default keeps the test short.
rows=${ROWS:-200}

# Every target that holds a conversation; limits of rows hold for its file.
$SQLITE3 -batch -bail -cmd ".load $FTEXT" -cmd ".parameter init" \
  -cmd ".parameter set @rows $rows" <"$ROOT/tests/record/banking77.sql" \
  >written || exit 1
written=$(wc -l <written)
[ "$written" -ge 50 ] || { echo "only $written files"; mistakes=1; }

for file in *.jsonl; do
  target=${file%.jsonl}
  printf '.print %s\n.parameter set @file %s\n.parameter set @target %s\n' \
    "$target" "$file" "$target"
  if [ "$target" = azure-rft ]; then
    echo ".parameter set @valid /dev/null"
  else
    echo ".parameter unset @valid"
  fi
  printf '.output /dev/null\n.read %s/sql/validate.sql\n.output\n' "$ROOT"
  echo "SELECT line, rule, message FROM validation"
  echo "WHERE severity = 'error' LIMIT 5;"
done >validate
$SQLITE3 -batch -bail -cmd ".load $FTEXT" <validate >found 2>&1 ||
  mistakes=1
if grep '|' found; then
  mistakes=1
fi
[ "$(wc -l <found)" -eq "$written" ] || { cat found; mistakes=1; }

if command -v python3 >/dev/null; then
  python3 - <<'END' || mistakes=1
import glob, json
for name in glob.glob("*.jsonl"):
    with open(name, encoding="utf-8-sig", newline="\n") as file:
        for line in file:
            assert line.endswith("\n") and type(json.loads(line)) is dict, name
END
fi
if command -v jq >/dev/null; then
  sed '1s/^\xEF\xBB\xBF//' -s ./*.jsonl >all
  [ "$(jq -c type all | sort | uniq -c | tr -d ' \n')" = \
    "$(wc -l <all)\"object\"" ] || {
    echo "jq reads something else"
    mistakes=1
  }
fi
if command -v node >/dev/null; then
  node - <<'END' || mistakes=1
const fs = require('fs');
for (const name of fs.readdirSync('.').filter((n) => n.endsWith('.jsonl'))) {
  const decoder = new TextDecoder('utf-8', {fatal: true});
  const text = decoder.decode(fs.readFileSync(name));
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new Error(name);
  lines.forEach((line) => JSON.parse(line));
}
END
fi
exit $mistakes
