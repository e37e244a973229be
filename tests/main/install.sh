#!/bin/bash
# make install puts the library where ldconfig finds it for a bare
# `.load ftext`, and the scripts beside it.
set -eu

cp "$FTEXT.so" "$WORK/ftext.so"
cd "$ROOT"
env -u MAKEFLAGS -u MAKELEVEL make -s install BUILD="$BUILD" \
  DESTDIR="$WORK/root" prefix=/usr -o "$BUILD/ftext.so" >/dev/null
library=$WORK/root/usr/lib
cmp "$library/libftext.so" "$WORK/ftext.so"
diff -r "$ROOT/sql" "$WORK/root/usr/share/ftext/sql"
PATH=$PATH:/sbin:/usr/sbin ldconfig -n "$library"
[ "$(readlink "$library/ftext.so")" = libftext.so ]
cd "$WORK"
LD_LIBRARY_PATH=$library $SQLITE3 :memory: '.load ftext' \
  'SELECT ftext_version()' | grep '^v'
