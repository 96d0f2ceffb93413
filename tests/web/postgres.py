"""Where is a PostgreSQL for the tests? Here: a private one, started for the run and gone after it.

It lies in a folder of its own and listens on a socket in it, so that it meets no other one, neither Debian's nor that of a test
process beside us. Without PostgreSQL the test is skipped by name, except in CI, where it has to be there.
"""

from __future__ import annotations

import os
import pwd
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

DEBIAN = Path("/usr/lib/postgresql")
_OWNER = "kijun"
# What a crash of the machine would lose is lost with the folder anyway.
_SETTINGS = ("listen_addresses=", "fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=32MB")


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs: that of the PATH, else Debian's newest."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    debian = [folder for folder in DEBIAN.glob("*/bin") if (folder / "initdb").exists()]
    return max(debian, key=lambda folder: int(re.sub(r"\D", "", folder.parent.name) or 0), default=None)


@contextmanager
def cluster() -> Iterator[str]:
    """Start a private PostgreSQL, and give the address of an empty database in it."""
    where = programs()
    if where is None:
        if os.environ.get("CI"):
            raise FileNotFoundError("PostgreSQL is not installed; make database installs it.")
        pytest.skip("no PostgreSQL here (make database)")
    folder = Path(tempfile.mkdtemp(prefix="kijun-postgres-"))
    user = _give_away(folder)
    try:
        _run(
            where / "initdb",
            "-D",
            "data",
            "-U",
            _OWNER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "-N",
            within=folder,
            user=user,
        )
        settings = [f"-c {each}" for each in (f"unix_socket_directories={folder}", *_SETTINGS)]
        _run(
            where / "pg_ctl",
            "-D",
            "data",
            "-l",
            "log",
            "-w",
            "-o",
            " ".join(settings),
            "start",
            within=folder,
            user=user,
        )
        try:
            with empty_database(_address(folder, "postgres"), "kijun") as address:
                yield address
        finally:
            _run(where / "pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop", within=folder, user=user)
    finally:
        shutil.rmtree(folder)


@contextmanager
def empty_database(address: str, name: str) -> Iterator[str]:
    """Make a database beside that of an address, and drop it after use, whoever is still connected."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        socket = Path(connection.info.host)
    try:
        yield _address(socket, name)
    finally:
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _address(folder: Path, name: str) -> str:
    return f"postgres://{_OWNER}@/{name}?host={quote(str(folder), safe='')}"


def _give_away(folder: Path) -> str | None:
    """Return who runs PostgreSQL: ourselves, but not root, whom it refuses; then the folder is given to a lesser user."""
    if os.geteuid() != 0:
        return None
    known = {each.pw_name for each in pwd.getpwall()}
    user = "postgres" if "postgres" in known else "nobody"
    shutil.chown(folder, user)
    return user


def _run(*command: str | Path, within: Path, user: str | None) -> None:
    """Run one of PostgreSQL's programs. Its output goes to a file: the server inherits it, and a pipe would never end."""
    group = pwd.getpwnam(user).pw_gid if user else None
    with tempfile.TemporaryFile("w+") as said:
        done = subprocess.run(
            command,
            cwd=within,
            user=user,
            group=group,
            extra_groups=[] if user else None,
            stdout=said,
            stderr=said,
            check=False,
        )
        said.seek(0)
        assert done.returncode == 0, f"{command[0]}: {said.read()}"
