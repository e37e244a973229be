#!/bin/bash
# The source tarball unpacks, builds, passes tests, and packs itself again to
# the same bytes.
set -eu

version=$(sed -n 's/^#define FTEXT_VERSION "\(.*\)"/\1/p' "$ROOT/ext/ftext.h")
tarball=$BUILD/dist/ftext-$version.tar.gz
tar -xzf "$tarball" -C "$WORK"
cd "$WORK/ftext-$version"
# Inside the project's folder git would find the project.
GIT_CEILING_DIRECTORIES=$WORK
export GIT_CEILING_DIRECTORIES
env -u MAKEFLAGS -u MAKELEVEL -u BUILD make -s -j2 all build/libftext.a \
  >/dev/null
env -u TESTS tests/run build .sql about/static >ran || { cat ran; exit 1; }
tail -n 1 ran

rm ran
SQLITE3=$SQLITE3 BUILD=build VERSION=$version .package/dist build/dist source
cmp "$tarball" build/dist/*.tar.gz
