"""ftext: a SQLite extension for fine-tuning datasets.

    import sqlite3, ftext

    db = sqlite3.connect("tags.db")
    ftext.load(db)
    db.execute("SELECT ftext_token_count('Hello, world')").fetchone()
    db.execute("SELECT name, summary FROM ftext_functions").fetchall()
"""

import os

__all__ = ["load", "loadable_path", "scripts_path"]


def loadable_path():
    """The path of the loadable extension, without the suffix .so."""
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), "ftext")


def scripts_path():
    """The folder of the SQL scripts: prepare.sql and others."""
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), "sql")


def load(connection):
    """Loads the extension into a connection of the module sqlite3."""
    connection.enable_load_extension(True)
    connection.load_extension(loadable_path())
    connection.enable_load_extension(False)
