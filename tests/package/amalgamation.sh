#!/bin/bash
# The one file ftext.c compiles with one call and no warning, alone, as a
# loadable extension, and into a program; the extension passes every SQL test
# that the library of many files passes, by the same processor variant.
set -eu

if [ -n "$EXTRA_FLAGS" ]; then
  echo "skipped because it is compiled without $EXTRA_FLAGS"
  exit 77
fi
# Away from the sources, so that nothing else can be included.
cp "$BUILD"/amalgamation/ftext.[ch] "$ROOT/tests/about/static.c" "$WORK"
cd "$WORK"
file -b --mime-encoding ftext.c 2>/dev/null | grep -vx us-ascii && exit 1

# Into a program, as anybody would, and as SQLite's own files want it.
$CC static.c ftext.c -o program -lsqlite3 -lutf8proc
./program
$CC -DSQLITE_CORE -D_GNU_SOURCE -Wall -Wextra -Werror -fsyntax-only ftext.c

# As an extension.
$CC -O2 -Wall -Wextra -Wpedantic -Werror \
  -shared -fPIC -o ftext.so ftext.c -l:libutf8proc.a -Wl,--exclude-libs,ALL
nm -D --defined-only ftext.so | awk '{ print $3 }' | sort >exported
diff -u - exported <<'end'
sqlite3_ftext_init
sqlite3_ftextpure_init
end
variant() { $SQLITE3 -cmd ".load $1" :memory: 'SELECT ftext_debug()'; }
diff -u <(variant "$FTEXT" | grep -v ^Compiler) \
  <(variant "$WORK/ftext" | grep -v ^Compiler)

mkdir build
mv ftext.so build
"$ROOT/tests/run" build .sql >ran || { cat ran; exit 1; }
tail -n 1 ran
