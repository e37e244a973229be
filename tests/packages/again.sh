#!/bin/bash
# The same sources and the same library make the same packages, byte for
# byte, wherever and whenever they are packed.
set -eu

cd "$ROOT"
version=$(sed -n 's/^#define FTEXT_VERSION "\(.*\)"/\1/p' ext/ftext.h)
umask 077
BUILD=$BUILD VERSION=$version TZ=Asia/Tokyo LC_ALL=C.UTF-8 \
  .package/dist "$WORK/dist" source deb npm wheel sqlpkg >/dev/null
diff -r "$BUILD/dist" "$WORK/dist"
