#!/bin/bash
# In a program of its own, the sqlite3 shell with SQLite and the one file
# compiled in, ftext passes every SQL test without being loaded.
set -eu

status=0
"$ROOT/tests/windows/prepare" "$ROOT/build/windows" || status=$?
[ $status -eq 0 ] || exit $status
sqlite=$ROOT/build/windows/sqlite
cp "$BUILD"/amalgamation/ftext.[ch] "$WORK"
cd "$WORK"
cat >start.c <<'end'
#include "ftext.h"

int start(const char *unused) {
  (void)unused;
  return sqlite3_auto_extension((void (*)(void))sqlite3_ftext_init);
}
end
$CC -O1 -DSQLITE_CORE -DSQLITE_EXTRA_INIT=start -I"$sqlite" -o program \
  "$sqlite/shell.c" "$sqlite/sqlite3.c" start.c ftext.c -lutf8proc -lm -ldl \
  -lpthread

# tests/run gives `-cmd '.load ...'`: here there is nothing to load.
mkdir build
cat >shell <<end
#!/bin/bash
[[ "\$*" == *"-cmd .load $WORK/build/ftext"* ]] || exit 1
exec $WORK/program -batch -bail
end
chmod +x shell
env -u TESTS SQLITE3="$WORK/shell" "$ROOT/tests/run" build .sql >ran || {
  cat ran
  exit 1
}
tail -n 1 ran
