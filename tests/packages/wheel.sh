#!/bin/bash
# The wheel is in order, installs without a network into an environment of
# its own, where Python finds the library's path and loads it.
set -eu

python=/usr/bin/python3
if ! $python -m venv "$WORK/venv" >/dev/null 2>&1; then
  echo "skipped because $python makes no virtual environments (python3-venv)"
  exit 77
fi
wheel=$(echo "$BUILD"/dist/*.whl)

# RECORD has every file, with its hash and size; the platform's tag is what
# the library asks of glibc.
$python - "$wheel" <<'end'
import base64, csv, hashlib, io, sys, zipfile

wheel = zipfile.ZipFile(sys.argv[1])
names = wheel.namelist()
(record,) = [name for name in names if name.endswith("/RECORD")]
rows = list(csv.reader(io.StringIO(wheel.read(record).decode())))
assert [row[0] for row in rows] == names, "RECORD lists other files"
for name, digest, size in rows:
    if name == record:
        continue
    content = wheel.read(name)
    code = base64.urlsafe_b64encode(hashlib.sha256(content).digest())
    assert digest == "sha256=" + code.decode().rstrip("="), name
    assert int(size) == len(content), name
end
floor=$(objdump -T "$FTEXT.so" | grep -o 'GLIBC_[0-9.]*' | sort -Vu |
  tail -n 1 | sed 's/GLIBC_//; s/\./_/')
[[ $wheel == *-py3-none-manylinux_${floor}_$(uname -m).whl ]]

cd "$WORK"
venv/bin/pip install --no-index --disable-pip-version-check "$wheel" >/dev/null
venv/bin/pip check --disable-pip-version-check
cat >load.py <<'end'
import os, sqlite3, ftext

assert os.path.exists(ftext.loadable_path() + ".so")
assert os.path.exists(ftext.scripts_path() + "/prepare.sql")
db = sqlite3.connect(":memory:")
ftext.load(db)
print(db.execute("SELECT ftext_token_count('Hello, world')").fetchone()[0])
end
[ "$(venv/bin/python load.py)" = 3 ]
venv/bin/pip uninstall --yes ftext >/dev/null
[ -z "$(find venv -path '*ftext*')" ]
