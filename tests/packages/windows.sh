#!/bin/bash
# ftext.dll, cross-compiled and loaded by a sqlite3 shell for Windows under
# wine, prints in every SQL test what the library prints in the shell here; it
# writes and reads files as elsewhere.  So does the one file, compiled for
# Windows in one call.
set -eu

windows=$ROOT/build/windows
status=0
"$ROOT/tests/windows/prepare" "$windows" || status=$?
[ $status -eq 0 ] || exit $status

# MAKE_FLAGS are the outer make's, of another compiler.
cd "$ROOT"
env -u MAKEFLAGS -u MAKELEVEL make -s -j2 BUILD=build/windows/ftext \
  CC=x86_64-w64-mingw32-gcc HOST_CC=cc LDFLAGS=-Lbuild/windows \
  CPPFLAGS="-Ibuild/windows/sqlite -Ibuild/windows/utf8proc" >/dev/null
x86_64-w64-mingw32-strip -o "$WORK/ftext.dll" "$windows/ftext/ftext.dll"
cp "$WORK/ftext.dll" "$WORK/ftextpure.dll"
x86_64-w64-mingw32-objdump -p "$WORK/ftext.dll" |
  sed -nE 's/.*DLL Name: (.*)/needs \1/p
    s/^\t\[ +[0-9]+\].* (sqlite3_.*)/gives \1/p' >"$WORK/names"
diff -u - "$WORK/names" <<'end'
needs KERNEL32.dll
needs msvcrt.dll
gives sqlite3_ftext_init
gives sqlite3_ftextpure_init
end

export WINEPREFIX=$windows/wine WINEDEBUG=-all
mkdir -p "$WINEPREFIX"
# One server for all of it, of this folder alone.
wineserver -p
trap 'wineserver -k' EXIT
foreign() { wine "$windows/sqlite3.exe" -batch "$@"; }
[ "$(cd "$WORK" && foreign :memory: '.load ftextpure' \
  "SELECT count(*) FROM ftext_functions WHERE family = 'file'")" = 0 ]

# Standard error comes between rows where it will: they are compared apart.
compared=0
for test in tests/*/*.sql; do
  [ -e "${test%.sql}.out" ] || continue
  [ "$test" != tests/windows/files.sql ] || continue
  $SQLITE3 -batch -bail -cmd ".load $FTEXT" <"$test" >"$WORK/out" \
    2>"$WORK/errors" || true
  foreign -bail -cmd ".load $WORK/ftext" <"$test" >"$WORK/foreign_out" \
    2>"$WORK/foreign_errors" || true
  cmp "$WORK/out" "$WORK/foreign_out" || { echo "$test differs" && exit 1; }
  diff -u "$WORK/errors" "$WORK/foreign_errors"
  compared=$((compared + 1))
done
[ $compared -ge 50 ]
echo "$compared SQL tests print the same"

cp "$BUILD"/amalgamation/ftext.[ch] "$WORK"
x86_64-w64-mingw32-gcc -O2 -shared -static-libgcc -DUTF8PROC_STATIC \
  -I"$windows/sqlite" -I"$windows/utf8proc" -o "$WORK/one.dll" "$WORK/ftext.c" \
  "$windows/libutf8proc.a"
for library in "$WORK/ftext" "$WORK/one sqlite3_ftext_init"; do
  rm -rf "$WORK/files" && mkdir "$WORK/files"
  (cd "$WORK/files" && foreign -cmd ".load $library") \
    <tests/windows/files.sql 2>&1 | diff -u tests/windows/files.txt -
done
