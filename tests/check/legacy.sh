#!/bin/bash
# ftext_check and the 15 legacy validators say the same about the same rows.
set -u
command -v python3 >/dev/null || {
  echo "because there is no python3"
  exit 77
}
exec python3 "$ROOT/tests/check/legacy.py"
