"""python.py MODULE LIBRARY STATEMENTS: MODULE is sqlite3 or apsw."""

import sys

module, library, statements = sys.argv[1:]
if module == "apsw":
    import apsw

    db = apsw.Connection(":memory:")
    db.enableloadextension(True)
    db.loadextension(library)
    execute = db.cursor().execute
    failure = apsw.Error
else:
    import sqlite3

    db = sqlite3.connect(":memory:")
    db.enable_load_extension(True)
    db.load_extension(library)
    execute = db.execute
    failure = sqlite3.Error

with open(statements, encoding="utf-8") as lines:
    for line in lines:
        try:
            row = next(iter(execute(line)), None)
        except failure as error:
            print(error, file=sys.stderr)
            row = ["error"]
        if row is not None:
            print(row[0])
