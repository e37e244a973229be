#!/bin/bash
# What is written is what JSON parsers read: Node's, Python's and jq's where
# they are installed, and SQLite's own.  Each text goes out beside its bytes
# in hexadecimal digits.
# shellcheck source=/dev/null
. "$ROOT/tests/file/lib.bash"
edges=$ROOT/../shared/data/labeling/edge_text.db.gz

sql "ATTACH 'texts.db' AS d;
CREATE TABLE d.t(id INTEGER PRIMARY KEY, text TEXT, number REAL);
-- Every control character, and what parsers have stumbled over.
INSERT INTO d.t(text) SELECT 'a' || char(value) || 'b'
  FROM generate_series(0, 159);
INSERT INTO d.t(text) VALUES (''), (' '), ('\"'), ('\\'),
  ('\\\\\"'), ('\\u0041'),
  ('/'), ('</script>'), ('{\"a\":[1,2]}'), ('[]'), ('null'), ('1e999'),
  (char(8232, 8233)), (char(65279) || 'x'), (char(65533, 65534, 65535)),
  (char(55295, 57344)), (char(0)), (char(13)), (char(13, 10)), (char(10)),
  (char(0x1F469, 0x200D, 0x1F469, 0x200D, 0x1F467)), (char(0x10FFFF)),
  (char(0x65, 0x301)), (char(0x202E, 0x5D0)), (printf('%.*c', 1000000, 'é'));
-- Random characters, without surrogates.
INSERT INTO d.t(text, number)
SELECT group_concat(char(iif(c BETWEEN 55296 AND 57343, 10, c)), ''),
  max(c) / 7.0 * pow(10, i % 300 - 150)
FROM (SELECT i.value AS i, abs(random()) %
        CASE i.value % 4 WHEN 0 THEN 128 WHEN 1 THEN 2048 WHEN 2 THEN 65536
        ELSE 1114112 END AS c
      FROM generate_series(1, 2000) AS i, generate_series(1, 12)
      LIMIT -1 OFFSET 0)
GROUP BY i;"
if [ -r "$edges" ]; then
  gzip -dc "$edges" >edge.db
  sql "ATTACH 'texts.db' AS d; ATTACH 'edge.db' AS e;
    INSERT INTO d.t(text, number) SELECT v, iif(typeof(v) = 'real', v, NULL)
    FROM e.edge WHERE typeof(v) NOT IN ('blob', 'null') AND
      name NOT IN ('invalid_utf8', 'truncated_utf8', 'cesu_surrogates',
                   'overlong_slash', 'latin1_pound');"
fi
number=0
count=$($SQLITE3 texts.db 'SELECT count(*) FROM t')

export DATABASE=texts.db
for options in '{}' '{"ascii":true}' '{"bom":true,"final_newline":false}'; do
  file=texts$((++number)).jsonl
  expect "rows with $options" "$count" "$(sql "SELECT ftext_export('$file',
    'SELECT id, text, hex(text) AS hex, number, text AS \"\" FROM t',
    '$options') ->> 'rows';")"
  expect_sql "SQLite reads $options" "$count" "SELECT count(*)
    FROM ftext_read_jsonl('$file') AS r JOIN t ON t.id = record ->> 'id'
    WHERE error IS NULL AND json_extract(record, '\$.number') IS t.number
      AND (instr(text, char(0)) OR
           hex(json_extract(record, '\$.text')) = hex(text));"
done
expect 'ASCII only' '' "$(LC_ALL=C tr -d '\0-\177' <texts2.jsonl | head -c 9)"
unset DATABASE

if [ -r edge.db ]; then
  # Every value of the edge texts either goes out or is named.
  named=$(sql "ATTACH 'edge.db' AS e; SELECT printf('SELECT ftext_export(''x'',
      ''SELECT id, v FROM e.edge WHERE id = %d'') IS NULL;', id) FROM edge" |
    { echo "ATTACH 'edge.db' AS e;"; cat; } |
    $SQLITE3 -batch -cmd ".load $FTEXT" 2>&1 | sed 's/.*row 1, //' | sort |
    uniq -c | sed 's/^ *//')
  expect 'edge texts' "31 0
2 column 'v': a BLOB, which JSON cannot hold (CAST it AS TEXT)
3 column 'v': broken UTF-8 at byte 1
2 column 'v': broken UTF-8 at byte 2" "$named"
fi

node_reads() {
  node -e '
    const { readFileSync } = require("fs");
    const text = readFileSync(process.argv[1], "utf8").replace(/^\ufeff/, "");
    const lines = text.split("\n").filter((line) => line !== "");
    for (const line of lines) {
      const row = JSON.parse(line);
      if (Buffer.from(row.text, "utf8").toString("hex").toUpperCase() !==
          row.hex || row.text !== row[""]) {
        console.log("node reads another text in row", row.id);
      }
    }
    console.log(lines.length);' "$1"
}

python_reads() {
  python3 - "$1" <<'END'
import json, sys
count = 0
with open(sys.argv[1], encoding="utf-8-sig", newline="\n") as file:
    for line in file:
        row = json.loads(line)
        if row["text"].encode().hex().upper() != row["hex"]:
            print("python reads another text in row", row["id"])
        count += 1
print(count)
END
}

jq_reads() {
  jq -r 'select((.text | utf8bytelength) * 2 != (.hex | length)
           or .text != .[""]) | "jq reads another text in row \(.id)"' "$1"
  jq -c .id "$1" | wc -l
}

tried=
for parser in node python3 jq; do
  "$parser" --version >/dev/null 2>&1 || continue
  tried="$tried $parser"
  for file in texts[123].jsonl; do
    expect "$parser reads $file" "$count" "$("${parser%3}_reads" "$file" 2>&1)"
  done
done
echo "parsers:$tried; edge texts: $([ -r edge.db ] && echo yes || echo missing)"
finish
