#!/bin/bash
# What the trainer would refuse is not written, is said, and is not
# remembered; a wrong parameter is named.
set -eu

refused() { # MESSAGE [COMMAND...]
  local message=$1
  shift
  if "$ROOT/tests/main/job" "$WORK/tags.db" "$WORK/tags" "$@" \
    >"$WORK/shown" 2>&1; then
    cat "$WORK/shown"
    echo "was not refused: $message"
    exit 1
  fi
  grep -F "$message" "$WORK/shown" || { cat "$WORK/shown"; exit 1; }
  [ ! -e "$WORK/tags_train.jsonl" ]
  [ ! -e "$WORK/tags_valid.jsonl" ]
}
table() { # ROWS
  rm -f "$WORK/tags.db"
  $SQLITE3 -bail "$WORK/tags.db" "CREATE TABLE tagged (id, prompt, label);
    INSERT INTO tagged VALUES $1"
}

table "(1, 'a', 'x'), (2, 'b', 'x'), (3, 'c', 'y'), (4, 'd', 'y')"
refused '@single is' '.parameter set @single both'
refused '@format is' '.parameter set @format xml'
refused '@valid is' '.parameter set @valid 1.5'
refused '@min is' '.parameter set @min 0'
refused "unknown encoding 'gpt9'" '.parameter set @encoding gpt9'

# One class is nothing to tell apart.
table "(1, 'a', 'x'), (2, 'b', 'x')"
refused 'no file was written'
grep -q '^error class_count' "$WORK/shown"
$SQLITE3 "$WORK/tags.db" 'SELECT count(*) FROM class_map;
  SELECT count(*) FROM class_split; SELECT count(*) FROM prompt_split' |
  uniq | grep -x 0

# No rows at all, and rows of which none can be used.
table "(1, NULL, 'x'), (2, 'b', NULL)"
refused 'no file was written'
rm "$WORK/tags.db"
refused 'no such table: tagged'
