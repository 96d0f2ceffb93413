"""Which SQLite does this process use?

SQLite before 3.51.3 can damage a database in WAL mode when its log begins anew while another connection writes. Where the one
that Python was built with is older, the one of the package pysqlite3 takes its place, if it is installed.
"""

from __future__ import annotations

import sqlite3
import sys
from importlib import import_module
from typing import Final

SOUND: Final = (3, 51, 3)


def use_sound_sqlite() -> bool:
    """Let Django find an SQLite that is sound; return whether there is one. To be called before Django opens a database."""
    if sqlite3.sqlite_version_info >= SOUND:
        return True
    try:
        other = import_module("pysqlite3")
        database = import_module("pysqlite3.dbapi2")
    except ImportError:
        return False
    if database.sqlite_version_info < SOUND:
        return False
    sys.modules["sqlite3"], sys.modules["sqlite3.dbapi2"] = other, database
    return True
