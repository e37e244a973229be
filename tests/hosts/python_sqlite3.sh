#!/bin/bash
# Debian's python3 with its module sqlite3.
. "$ROOT/tests/hosts/lib.bash"

python=/usr/bin/python3
host "Python, module sqlite3"
needs "$python has no module sqlite3 that loads extensions" $python -c '
import platform, sqlite3
sqlite3.Connection.enable_load_extension
print(platform.python_version())'
agrees $python "$ROOT/tests/hosts/python.py" sqlite3
