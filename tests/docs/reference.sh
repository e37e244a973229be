#!/bin/bash
# Every family has a page, and its reference part is what ftext_functions
# says today.
set -u

cp -r "$ROOT/docs" "$WORK/docs"
if ! "$ROOT/tests/docs/write" "$WORK/docs" ||
  ! diff -ru "$ROOT/docs" "$WORK/docs"; then
  echo "run 'make docs' and read what it changed"
  exit 1
fi
