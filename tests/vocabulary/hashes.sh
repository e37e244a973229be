#!/bin/bash
# The rank files are the published ones: each has the sha256 that
# ext/vocabulary/README.md names, and r50k_base with its runs of spaces is
# p50k_base.
set -euo pipefail

cp "$ROOT"/ext/vocabulary/*.tiktoken "$WORK"
cd "$WORK"

{
  cat r50k_base.tiktoken
  spaces=' '
  for rank in $(seq 50257 50280); do
    spaces+=' '
    echo "$(printf '%s' "$spaces" | base64 -w 0) $rank"
  done
} >p50k_base.tiktoken

row='\| ([a-z0-9_]*\.tiktoken) \| [0-9]* \| ([0-9a-f]{64}) \|'
sed -n -E "s/^$row\$/\2  \1/p" \
  "$ROOT/ext/vocabulary/README.md" >hashes
[ "$(cut -d" " -f3 hashes | sort)" = "$(printf "%s\n" *.tiktoken)" ]
sha256sum -c hashes
sed -n 's/^| \([a-z0-9_]*\.tiktoken\) | \([0-9]*\) |.*/\2 \1/p' \
  "$ROOT/ext/vocabulary/README.md" >sizes
mapfile -t files < <(sed "s|.* ||" sizes)
stat -c "%s %n" "${files[@]}" | diff sizes -
