#!/bin/bash
# sql/report.sql writes a page for every kind of rows: its figures are those
# of the database, it is well-formed to the letter, asks for nothing, and is
# the same again.  The database stays as it is.
set -eu

. "$ROOT/tests/report/lib.bash"

demo_rows
for name in awkward many few empty free; do
  rows $name
done
for name in demo awkward many few empty free; do
  cp "$WORK/$name.db" "$WORK/before"
  report $name >"$WORK/shown"
  grep -x "$WORK/$name.html: [0-9,]* bytes" "$WORK/shown"
  cmp "$WORK/$name.db" "$WORK/before"
  mv "$WORK/$name.html" "$WORK/first"
  report $name >/dev/null
  cmp "$WORK/$name.html" "$WORK/first"
  # near_duplicates.sql wants each id once.
  exact=near
  [ $name != awkward ] || exact=
  python3 -B "$ROOT/tests/report/figures.py" "$WORK/$name.html" \
    "$WORK/$name.db" $exact
  # Well-formed XML reads it; what XML lets pass and HTML does not, is this.
  controls='\xC2[\x80-\x9F]|[\x00-\x08\x0B-\x1F]|\xEF\xBF[\xBE\xBF]'
  if LC_ALL=C grep -nP "$controls" "$WORK/$name.html"; then
    echo "$name: characters that HTML does not allow"
    exit 1
  fi
  if grep -niE '<script|@import|url\(|(src|href)="[^#]|[^<]style=' \
    "$WORK/$name.html"; then
    echo "$name: the page asks for something"
    exit 1
  fi
done

# Labels stand there as they are, and do nothing.
label='&lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot;'
grep -F "<bdi>$label</bdi>" "$WORK/awkward.html" >/dev/null
grep -F '<bdi>nul␀label</bdi>' "$WORK/awkward.html" >/dev/null

# A UTF-16 database has the same page, in UTF-16 with a mark that says so.
$SQLITE3 -batch -bail -cmd ".load $FTEXT" -cmd "PRAGMA encoding = 'UTF-16'" \
  "$WORK/wide.db" <"$ROOT/tests/report/rows/few.sql"
report wide >/dev/null
iconv -f UTF-16 -t UTF-8 "$WORK/wide.html" | cmp - "$WORK/few.html"

# The parameters: what is left out is said.
report many '.parameter set @classes 10' '.parameter set @samples 0' \
  '.parameter set @near_rows 100' '.parameter set @max_tokens 64' \
  '.parameter set @encoding cl100k_base' \
  ".parameter set @title '<Many>'" >/dev/null
grep -F '<title>&lt;Many&gt;</title>' "$WORK/many.html" >/dev/null
grep -F ' classes between these have ' "$WORK/many.html" >/dev/null
grep -F '10 of 892 are shown (@classes)' "$WORK/many.html" >/dev/null
grep -F 'Of 8,000 different prompts 100 were compared (@near_rows)' \
  "$WORK/many.html" >/dev/null
grep -F '>limit 64<' "$WORK/many.html" >/dev/null
grep -F 'encoding cl100k_base' "$WORK/many.html" >/dev/null
if grep 'class="tokens"' "$WORK/many.html"; then
  echo "no samples were asked for"
  exit 1
fi

# A value that is none is named, and no file is written.
refused() { # PARAMETER VALUE
  rm -f "$WORK/few.html"
  if report few ".parameter set $1 $2" >"$WORK/shown" 2>&1; then
    echo "$1 $2 was taken"
    exit 1
  fi
  grep -F "$1 is " "$WORK/shown"
  [ ! -e "$WORK/few.html" ]
}
refused @target nowhere
refused @format prose
refused @max_tokens 0
refused @similarity 2
refused @near_rows -1
refused @classes 1
refused @samples many
