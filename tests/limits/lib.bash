# Sourced by the tests of limits, which are programs that link the library.

# program NAME [FLAGS...]: builds tests/limits/NAME.c as WORK/NAME.
program() {
  # shellcheck disable=SC2086 # a list of flags, or nothing
  $CC -std=c11 -O1 -g -Wall -Wextra -Werror $EXTRA_FLAGS -DSQLITE_CORE \
    -I"$ROOT/ext" -o "$WORK/$1" "$ROOT/tests/limits/$1.c" "${@:2}" \
    "$BUILD/libftext.a" -lsqlite3 -l:libutf8proc.a -pthread
}
