#!/bin/bash
# Every page is linked from the README, every link leads somewhere, to the
# heading too, and a page that is named in the text is there.  Figures in the
# tables that compare are those of today.
set -u
cd "$ROOT" || exit 1
pages=(README.md docs/*.md)
failed=0
wrong() {
  echo "$1"
  failed=1
}

# The anchors of a page's headings, as GitHub makes them.
# shellcheck disable=SC2016 # the backquotes are Markdown's
anchors() {
  sed -n '/^```/,/^```/!s/^##* //p' "$1" | tr '[:upper:]' '[:lower:]' |
    sed -E 's/[^[:alnum:] _-]//g; s/ /-/g'
}

for page in docs/*.md; do
  grep -qF "]($page)" README.md || wrong "README.md does not link $page"
done

# shellcheck disable=SC2016
for page in "${pages[@]}"; do
  sed '/^```/,/^```/d' "$page" | grep -oE '\]\([^)]*\)' |
    sed 's/^](//; s/)$//' | grep -v '^https\?:' | sort -u >"$WORK/links"
  while read -r link; do
    target=$(dirname "$page")/${link%%#*}
    [[ $link == '#'* ]] && target=$page
    if [ ! -e "$target" ]; then
      wrong "$page: nothing is at $link"
    elif [[ $link == *'#'* ]] && ! anchors "$target" | grep -qxF "${link#*#}"
    then
      wrong "$page: no heading for $link"
    fi
  done <"$WORK/links"
  grep -oE '\bdocs/[a-z_]+\.md' "$page" | sort -u >"$WORK/named"
  while read -r named; do
    [ -e "$named" ] || wrong "$page names $named, which is not there"
  done <"$WORK/named"
done

figure() { # TABLE ROW PAGE...
  local today page
  today=$($SQLITE3 -batch -cmd ".load $FTEXT" :memory: \
    "SELECT count(*) FROM $1")
  for page in "${@:3}"; do
    grep -qE "^\| $2 \| $today\b" "$page" ||
      wrong "$page: '$2' is $today in $1"
  done
}
figure ftext_checks 'checks before the upload' README.md docs/alternatives.md
figure ftext_targets "trainers' own shapes" docs/alternatives.md
exit $failed
