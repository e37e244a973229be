#!/bin/bash
# Debian's python3 with the module apsw.
. "$ROOT/tests/hosts/lib.bash"

python=/usr/bin/python3
host "Python, module apsw"
needs "$python has no module apsw that loads extensions" $python -c '
import apsw
apsw.Connection.enableloadextension
print(apsw.apswversion())'
agrees $python "$ROOT/tests/hosts/python.py" apsw
