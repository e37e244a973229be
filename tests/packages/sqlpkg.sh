#!/bin/bash
# What the sqlpkg manifest names is there, has the checksum that it says, and
# loads; sqlpkg itself is in no package registry that could be asked.
set -eu

dist=$BUILD/dist
member() { $SQLITE3 :memory: "SELECT readfile('$dist/sqlpkg.json') ->> '$1'"; }
[ "$(member '$.owner')/$(member '$.name')" = ftext/ftext ]
[ "v$(member '$.version')" = \
  "$($SQLITE3 :memory: ".load $FTEXT" 'SELECT ftext_version()')" ]
asset=$(member '$.assets.files."linux-amd64"')
[ "$(member "\$.assets.checksums.\"$asset\"")" = \
  "sha256-$(openssl dgst -sha256 -binary "$dist/$asset" | base64)" ]
tar -xzf "$dist/$asset" -C "$WORK"
[ "$($SQLITE3 :memory: ".load $WORK/ftext" \
  "SELECT ftext_token_count('Hello, world')")" = 3 ]
