#!/bin/bash
# The Debian package has nothing that lintian objects to; installed on this
# system, `.load ftext` works in any folder; purged, nothing of it is left.
set -eu

if ! command -v dpkg-deb >/dev/null; then
  echo "skipped because this is no Debian"
  exit 77
fi
package=$(echo "$BUILD"/dist/*.deb)
if command -v lintian >/dev/null; then
  lintian --allow-root --display-info --pedantic \
    --fail-on error,warning,info,pedantic "$package"
else
  echo "without lintian"
fi
dpkg-deb -c "$package" | awk '{ print $1, $6, $7, $8 }' |
  sed "s|$(dpkg-architecture -q DEB_HOST_MULTIARCH)|TRIPLET|" |
  grep -v '^d' | diff -u "$ROOT/tests/packages/deb.txt" -

cat >"$WORK/inside" <<'end'
set -eu
cd "$WORK"
dpkg -i "$1" >/dev/null
unset LD_LIBRARY_PATH
$SQLITE3 :memory: '.load ftext' 'SELECT ftext_token_count("Hello, world")' |
  grep -qx 3
$SQLITE3 :memory: '.load ftextpure' \
  'SELECT count(*) FROM ftext_functions WHERE family = "file"' |
  grep -qx 0
if command -v man >/dev/null; then man -w ftext; fi
dpkg -V libsqlite3-mod-ftext
dpkg -P libsqlite3-mod-ftext >/dev/null
"$CHANGES" | grep -vE '^/var/(lib/dpkg|log|cache/(man|debconf)|lib/ucf)/' |
  diff -u /dev/null -
end
"$ROOT/tests/package/sandbox" bash "$WORK/inside" "$package"
