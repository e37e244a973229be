#!/bin/bash
# Prompts come out byte for byte, whatever is in them; broken UTF-8 is named
# and stops the export; labels may hold anything.
set -eu

text() { # ENCODING: awkward prompts and labels
  cat <<SQL
PRAGMA encoding = '$1';
CREATE TABLE tagged (id INTEGER PRIMARY KEY, prompt, label);
INSERT INTO tagged (prompt, label) VALUES
  ('nul' || char(0) || 'inside', 'it''s "quoted"'),
  ('{"json": [1, 2]}', 'it''s "quoted"'),
  ('quote " back \\ slash / tab' || char(9) || 'in', '100 %s | %d'),
  (x'626c6f6220c3a4', '100 %s | %d'),
  ('two  spaces, Two' || char(13, 10) || 'lines', 'line' || char(10) || 'two'),
  (42, 'line two'),
  (1.5, '🎉'), ('🙏🏽 e' || char(769) || ' é', '🎉'),
  ('<|endoftext|> {split} %s', 'é'),
  (char(0xFEFF) || 'mark', 'e' || char(769)),
  (char(0x3000) || 'around ' || char(0x2028), 'É'),
  (' ' || char(0xA0) || char(10), 'é');
SQL
}
cd "$ROOT"
for encoding in UTF-8 UTF-16le; do
  text $encoding | $SQLITE3 -bail "$WORK/$encoding.db"
  tests/main/job "$WORK/$encoding.db" "$WORK/$encoding" >"$WORK/shown"
  sort "$WORK/${encoding}"_{train,valid}.jsonl |
    sed 's/\\n\\n###\\n\\n","completion":".*"}$//; s/^{"prompt":"//' \
      >"$WORK/is"
  LC_ALL=C sort "$WORK/is" | diff -u <(LC_ALL=C sort <<'EOT'
nul\u0000inside
{\"json\": [1, 2]}
quote \" back \\ slash / tab\tin
blob ä
two  spaces, Two\r\nlines
42
1.5
🙏🏽 é é
<|endoftext|> {split} %s
﻿mark
around
EOT
  ) -
  # (Which number is whose depends on how the encoding sorts.)
  $SQLITE3 "$WORK/$encoding.db" "SELECT replace(label, char(10), '/')
    FROM class_map" | LC_ALL=C sort | diff -u \
    <(printf '%s\n' '100 %s | %d' "it's \"quoted\"" 'line two' é 🎉) -
  grep -x '  no prompt                        1' "$WORK/shown"
  grep -x '  white space trimmed              1' "$WORK/shown"
done

# The row is said that has the bytes no file should have.
$SQLITE3 "$WORK/UTF-8.db" "INSERT INTO tagged (prompt, label)
  VALUES (CAST(x'62726f6b656eff' AS TEXT), 'é')"
rm "$WORK"/*.jsonl
if tests/main/job "$WORK/UTF-8.db" "$WORK/UTF-8" >"$WORK/shown" 2>&1; then
  exit 1
fi
cat "$WORK/shown"
grep -A 1 '^error broken_utf8' "$WORK/shown" | grep -x '  rows \[13\]'
[ "$(find "$WORK" -name '*.jsonl')" = '' ]
$SQLITE3 "$WORK/UTF-8.db" 'SELECT count(*) FROM prompt_split' | grep -x 11
