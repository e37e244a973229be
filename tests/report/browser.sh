#!/bin/bash
# Headless Chromium shows the report of every kind of rows on screens from
# 360 to 1600 pixels, in light and dark and on paper, and look.js finds
# nothing wrong.  Its screenshots are in build/report.
set -eu

cd "$ROOT/tests/report"
. "$ROOT/tests/report/lib.bash"

if ! python3 -B -c 'import browser, sys; sys.exit(not browser.program())'; then
  echo "skipped because there is no Chromium"
  exit 77
fi
demo_rows
for name in awkward many few empty free; do
  rows $name
done
pages=()
for name in demo awkward many few empty free; do
  report $name >/dev/null
  pages+=("$WORK/$name.html")
done
mkdir -p "$BUILD/report"
python3 -B look.py "$BUILD/report" "${pages[@]}"
