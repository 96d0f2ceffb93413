"""How is a whole database written as text that can be read and compared, and made of it again?"""

from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import psycopg

from tests.web.postgres import programs

_HEAD = "SET standard_conforming_strings = on;\nSELECT pg_catalog.set_config('search_path', '', false);\n"
_OWN_WORDS = ("\\restrict", "\\unrestrict", "SET transaction_timeout", "-- Dumped ")
"""What a dump says of the program that made it."""


def dump_sqlite(database: Path) -> str:
    """Return an SQLite database as text."""
    with closing(sqlite3.connect(database)) as connection:
        return "\n".join(connection.iterdump()) + "\n"


def load_sqlite(text: str, database: Path) -> None:
    """Make an SQLite database of its text."""
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript(text)


def dump_postgres(address: str) -> str:
    """Return a PostgreSQL database as text."""
    where = programs()
    assert where is not None, "there is a PostgreSQL"
    command: list[str | Path] = [where / "pg_dump", "--inserts", "--no-owner", "--no-privileges", address]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    _head, create, rest = done.stdout.partition("CREATE TABLE")
    lines = f"{create}{rest}".splitlines()
    return _HEAD + "\n".join(line for line in lines if not line.startswith(_OWN_WORDS)) + "\n"


def load_postgres(text: str, address: str) -> None:
    """Make a PostgreSQL database of its text."""
    with psycopg.connect(address) as connection:
        connection.execute(text.encode())
