#!/bin/bash
# A rank file, or the table of characters, that is not exactly as it should be
# stops the build with the file's name and the line's number.
set -uo pipefail

compile=$BUILD/vocabulary/compile
if [ ! -x "$compile" ]; then
  echo "skipped: $compile is not there"
  exit 77
fi
source=$WORK/source
target=$WORK/target
mkdir -p "$source" "$target"
failed=0

# refused FILE SED WORDS: the file changed so is refused with these words.
refused() {
  local message status
  ln -sf "$ROOT"/ext/vocabulary/{*.tiktoken,*.txt} "$source"
  sed -i "$2" "$source/$1"
  if cmp -s "$source/$1" "$ROOT/ext/vocabulary/$1"; then
    echo "'$2' changes nothing in $1"
    failed=1
  fi
  message=$("$compile" "$source" "$target" 2>&1)
  status=$?
  if [ $status -ne 1 ] || [[ $message != *"$1$3"* ]]; then
    echo "$1 changed by '$2': status $status, '$message', not '$3'"
    failed=1
  fi
}

ranks=r50k_base.tiktoken
refused $ranks '7s/ .*/ six/' ', line 7: no rank'
refused $ranks '7s/ .*/ /' ', line 7: no rank'
refused $ranks '7s/ .*/ -6/' ', line 7: no rank'
refused $ranks '7s/ .*/ 06/' ', line 7: no rank'
refused $ranks '7s/ .*/ 7/' ', line 7: expected rank 6'
refused $ranks '7s/$/ /' ', line 7: expected rank 6'
refused $ranks '7s/$/\r/' ', line 7: expected rank 6'
refused $ranks '7s/ /  /' ', line 7: no rank'
refused $ranks '7d' ', line 7: expected rank 6'
refused $ranks '7p' ', line 8: expected rank 7'
refused $ranks '8s/.* /IQ== /' ', line 8: the token of rank 0 again'
refused $ranks '8s/.* / /' ', line 8: bad base64'
refused $ranks '8s/.* /==== /' ', line 8: bad base64'
refused $ranks '8s/.* /KA== x/' ', line 8: no rank'
refused $ranks '8s/.* /KA= /' ', line 8: bad base64'
refused $ranks '8s/.* /K=== /' ', line 8: bad base64'
refused $ranks '8s/.* /KA=A /' ', line 8: bad base64'
refused $ranks '8s/.* /KB== /' ', line 8: bad base64'
refused $ranks '8s/.* /KAB= /' ', line 8: bad base64'
refused $ranks '8s/.* /K*A= /' ', line 8: bad base64'
refused $ranks '8s/ .*//' ', line 8: bad base64'
refused $ranks '8s/.*//' ', line 8: bad base64'
refused $ranks '50256s/ .*//' ', line 50256: bad base64'
refused o200k_base.tiktoken '199998s/ .*/ 199996/' \
  ', line 199998: expected rank 199997'

characters=unicode-16.0.0.txt
refused $characters '30s/ .*/ letters/' ", line 30: unknown class 'letters'"
refused $characters '30s/\.\..* /..110000 /' ', line 30: not a range'
refused $characters '30s/.*/0041/' ', line 30: not a range'
refused $characters '30s/^[0-9A-Fa-f]*/10FFFF/' ', line 30: not a range'

# Two tokens of one byte, and one that no merging gives.
refused $ranks '50256s/.* /Ig== /' ', line 50256: the token of rank 1 again'
refused $ranks '50256s/.* /AAECAwQFBgcICQ== /' \
  ': token 50255 is no result of merging'

# fails WORDS SOURCE TARGET...: the tool stops with these words.
fails() {
  local message
  if message=$("$compile" "${@:2}" 2>&1) || [[ $message != *"$1"* ]]; then
    echo "compile ${*:2}: '$message', not '$1'"
    failed=1
  fi
}

ln -sf "$ROOT"/ext/vocabulary/{*.tiktoken,*.txt} "$source"
fails "usage: compile SOURCE TARGET"
fails "usage: compile SOURCE TARGET" "$source"
fails "cannot open $WORK/nothing/$ranks" "$WORK/nothing" "$target"
fails "cannot open $WORK/nothing/p50k.image" "$source" "$WORK/nothing"
fails "path too long" "$(printf '%5000s' '' | tr ' ' a)" "$target"
mkdir -p "$WORK/short" "$WORK/folder/$ranks" "$WORK/other/$characters"
head -n 50255 "$source/$ranks" >"$WORK/short/$ranks"
fails "r50k_base has 50255 tokens, not 50256" "$WORK/short" "$target"
fails "cannot read $ranks" "$WORK/folder" "$target"
ln -s "$source"/*.tiktoken "$WORK/other"
fails "cannot read $characters" "$WORK/other" "$target"
# What is linked is read and written by the tool as any file.
mkdir "$WORK/full"
ln -s /dev/full "$WORK/full/p50k.image"
fails "cannot write" "$source" "$WORK/full"
rm "$WORK/full/p50k.image"
ln -s /dev/full "$WORK/full/characters.image"
fails "cannot write characters.image" "$source" "$WORK/full"

# As it is, it gives what the library was built with.
"$compile" "$source" "$target" || failed=1
for image in "$BUILD"/vocabulary/*.image; do
  cmp "$image" "$target/${image##*/}" || failed=1
done

# A last line without its line feed is a file cut short.
ln -sf "$ROOT"/ext/vocabulary/{*.tiktoken,*.txt} "$source"
cp --remove-destination "$ROOT/ext/vocabulary/$ranks" "$source"
truncate -s -1 "$source/$ranks"
if "$compile" "$source" "$target" 2>/dev/null; then
  echo "$ranks without its last byte passes"
  failed=1
fi
exit $failed
