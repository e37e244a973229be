#!/bin/bash
# What is for arm64 alone, on an emulated one: counting with NEON equals
# encoding, as does the plain variant when it is forced; the one file ftext.c
# has that variant too.
set -euo pipefail

[ -z "$EXTRA_FLAGS" ] || {
  echo "skipped because it is compiled without $EXTRA_FLAGS"
  exit 77
}
case $CC in
*clang*) cross="$CC --target=aarch64-linux-gnu" ;;
*) cross=aarch64-linux-gnu-gcc ;;
esac
for tool in aarch64-linux-gnu-gcc qemu-aarch64; do
  command -v $tool >/dev/null || {
    echo "skipped because there is no $tool (make check-arm64)"
    exit 77
  }
done

# Headers are the same for all processors.
cd "$ROOT"
mkdir -p "$BUILD/arm64/include"
cp /usr/include/sqlite3{,ext}.h /usr/include/utf8proc.h "$BUILD/arm64/include"
build() { # FOLDER [MAKE'S ARGUMENTS...]
  env -u MAKEFLAGS -u MAKELEVEL make -s "$1/count_alone" BUILD="$1" \
    CC="$cross" HOST_CC=cc CPPFLAGS="-I$BUILD/arm64/include" "${@:2}" >&2
}
count() { # FOLDER TEXTS
  qemu-aarch64 "$1/count_alone" "$2" | tee -a "$WORK/counted"
}

build "$BUILD/arm64"
count "$BUILD/arm64" 2000
build "$BUILD/arm64/plain" EXTRA_FLAGS=-DFTEXT_PLAIN
count "$BUILD/arm64/plain" 100
diff -u - "$WORK/counted" <<'end'
neon: 2000 texts
plain: 2000 texts
what runs here is neon
neon does not run here: not compared
plain: 100 texts
what runs here is plain
end

$cross -std=gnu11 -O1 -Wall -Wextra -Wpedantic -Werror -Wno-unused-function \
  -I"$BUILD/arm64/include" -S -o "$WORK/ftext.s" "$BUILD/amalgamation/ftext.c"
grep -q '^ftext_count_neon:' "$WORK/ftext.s"
grep -qw ld4 "$WORK/ftext.s"
