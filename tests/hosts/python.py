"""python.py MODULE LIBRARY QUERIES: MODULE is sqlite3 or apsw."""

import sys

module, library, queries = sys.argv[1:]
if module == "apsw":
    import apsw

    db = apsw.Connection(":memory:")
    db.enableloadextension(True)
    db.loadextension(library)
    execute = db.cursor().execute
else:
    import sqlite3

    db = sqlite3.connect(":memory:")
    db.enable_load_extension(True)
    db.load_extension(library)
    execute = db.execute

with open(queries, encoding="utf-8") as lines:
    for line in lines:
        print(next(iter(execute(line)))[0])
