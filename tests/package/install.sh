#!/bin/bash
# make install puts the files of installed.txt where they belong, and nothing
# else; a program links with the flags of ftext.pc; the manual page has no
# mistake and every function; make uninstall removes all of it.
set -eu

tree() { (cd "$1" && find . ! -type d -printf '%P %l\n' | LC_ALL=C sort); }

make_target() { # TARGET VARIABLES...
  env -u MAKEFLAGS -u MAKELEVEL make -s "$1" BUILD="$BUILD" CC="$CC" \
    -o "$BUILD/ftext.so" -o "$BUILD/libftext.a" "${@:2}" >/dev/null
}

cd "$ROOT"
cp "$FTEXT.so" "$WORK/ftext.so"

# The layout of a distribution, below DESTDIR: prefix and libdir count.
make_target install DESTDIR="$WORK/root" prefix=/usr libdir=/usr/lib64
tree "$WORK/root" | diff -u tests/package/installed.txt -
library=$WORK/root/usr/lib64
cmp "$library/libftext.so" "$WORK/ftext.so"
diff -r sql "$WORK/root/usr/share/ftext/sql"
(cd "$WORK" && LD_LIBRARY_PATH=$library $SQLITE3 :memory: '.load ftext' \
  'SELECT ftext_version()' | grep '^v')
make_target uninstall DESTDIR="$WORK/root" prefix=/usr libdir=/usr/lib64
[ -z "$(tree "$WORK/root")" ]
[ ! -e "$WORK/root/usr/share/ftext" ]

# A prefix of one's own; DESTDIR keeps ldconfig out of it.
make_target install DESTDIR=/ PREFIX="$WORK/own" mandir="$WORK/own/man"
page=$WORK/own/man/man1/ftext.1
[ -e "$page" ]
if command -v mandoc >/dev/null; then mandoc -T lint -W warning "$page"; fi
if command -v man >/dev/null; then
  MANWIDTH=80 LC_ALL=C.UTF-8 man --warnings -E UTF-8 -l "$page" \
    >"$WORK/page" 2>"$WORK/mistakes"
  diff -u /dev/null "$WORK/mistakes"
  grep -q '^NAME' "$WORK/page"
fi
$SQLITE3 -cmd ".load $FTEXT" :memory: 'SELECT name FROM ftext_functions' |
  while read -r name; do grep -qE "^.It Ic .$name(\(.*)?.\$" "$page"; done

# A program of somebody else's, C or C++, links with what pkg-config says.
if command -v pkg-config >/dev/null && [ -z "$EXTRA_FLAGS" ]; then
  export PKG_CONFIG_PATH=$WORK/own/lib/pkgconfig
  [ "v$(pkg-config --modversion ftext)" = \
    "$($SQLITE3 -cmd ".load $FTEXT" :memory: 'SELECT ftext_version()')" ]
  # shellcheck disable=SC2046 # flags
  $CC -Wall -Wextra -Wpedantic -Werror -o "$WORK/program" \
    tests/about/static.c $(pkg-config --cflags --libs ftext)
  "$WORK/program"
fi
make_target uninstall DESTDIR=/ PREFIX="$WORK/own" mandir="$WORK/own/man"
[ -z "$(tree "$WORK/own")" ]
