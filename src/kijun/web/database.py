"""Which database keeps the data, and with which settings?

SQLite in the data folder, or PostgreSQL where an address is given. Both run the same migrations.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from kijun.errors import KijunError
from kijun.text import Text

SCHEMES = ("postgres", "postgresql")
_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000; PRAGMA foreign_keys=ON;"


class UnknownDatabase(KijunError):
    """An address that names no database that kijun can use."""


def database_of(address: str, data: Path) -> dict[str, Any]:
    """Return Django's settings of the database at an address, or of the file in the data folder.

    A write takes SQLite's lock when its transaction begins, so that none fails half way; `synchronous=FULL` keeps what was
    acknowledged through a power cut.

    >>> database_of("postgres://kijun:secret@db.example:5433/skills", Path("."))["NAME"]
    'skills'
    """
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": data / "kijun.sqlite3",
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": _PRAGMAS},
            "CONN_MAX_AGE": None,
        }
    parts = urlsplit(address)
    if parts.scheme not in SCHEMES:
        kind = parts.scheme or "?"
        raise UnknownDatabase(
            Text(
                ja=f"「{kind}」というデータベースは使えません。--databaseにはpostgres://利用者:パスワード@ホスト/名前と書いてください。",
                en=f'"{kind}" is no database that kijun can use. Write --database postgres://user:password@host/name.',
            )
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    } | _host_of_query(parts.query)


def _host_of_query(query: str) -> dict[str, Any]:
    """Return the folder of a socket: ?host=/run/postgresql, which no host part of an address can hold."""
    options = dict(parse_qsl(query))
    host = options.pop("host", None)
    return {"HOST": host, "OPTIONS": options} if host else {}
