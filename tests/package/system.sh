#!/bin/bash
# On the system itself: after make install a bare `.load ftext` works in any
# folder, what was written is what installed.txt lists, and make uninstall
# leaves every file as it was.
set -u

if [ -n "$EXTRA_FLAGS" ]; then
  echo "skipped because the host is not built with $EXTRA_FLAGS"
  exit 77
fi
cat >"$WORK/inside" <<'end'
set -eu
make_target() {
  env -u MAKEFLAGS -u MAKELEVEL make -s -C "$ROOT" "$1" BUILD="$BUILD" \
    -o "$BUILD/ftext.so" -o "$BUILD/libftext.a" >/dev/null
}
make_target install
mkdir "$WORK/elsewhere"
cd "$WORK/elsewhere"
unset LD_LIBRARY_PATH
$SQLITE3 :memory: '.load ftext' 'SELECT ftext_token_count("Hello, world")' |
  grep -qx 3
$SQLITE3 :memory: '.load ftext sqlite3_ftextpure_init' \
  'SELECT count(*) FROM ftext_functions WHERE family = "file"' |
  grep -qx 0
sed -E 's|^|/|; s| .*||; s|^/usr/lib64|/usr/lib|; s|^/usr|/usr/local|' \
  "$ROOT/tests/package/installed.txt" | LC_ALL=C sort |
  diff -u - <("$CHANGES")
make_target uninstall
"$CHANGES" | diff -u /dev/null -
cd /
if $SQLITE3 :memory: '.load ftext' 2>/dev/null; then
  echo "ftext is still found"
  exit 1
fi
end
"$ROOT/tests/package/sandbox" bash "$WORK/inside"
