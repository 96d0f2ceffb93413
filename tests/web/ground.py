"""What must be done before the first module of the web application is imported in a test?

Nothing of it is done for the other tests: whoever tests a judgement needs no Django. The tests keep their data in SQLite;
`KIJUN_TEST_DATABASE=postgres` has them keep it in a PostgreSQL that is the run's own.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import ExitStack
from typing import Final

from tests.web.postgres import cluster, programs

ASKED: Final = "KIJUN_TEST_DATABASE"
_PLACE: Final = "KIJUN_DATA"
_ADDRESS: Final = "KIJUN_DATABASE"
_SHARED: Final = "KIJUN_TEST_ADDRESS"
"""The address of the run's PostgreSQL, which its workers share: each has a database of its own in it."""
_prepared: list[str] = []
_started = ExitStack()


def prepare() -> None:
    """Compile the words of the pages, give this process a data folder and a database of its own, and set Django up; once."""
    if _prepared:
        return
    _prepared.append(tempfile.mkdtemp(prefix="kijun-data-"))
    os.environ[_PLACE] = _prepared[0]
    os.environ["DJANGO_SETTINGS_MODULE"] = "kijun.web.settings"
    os.environ[_ADDRESS] = _postgres() if os.environ.get(ASKED) == "postgres" and not lacks_postgres() else ""

    import django  # noqa: PLC0415  # the settings are read while it is set up
    from requirements.compile_messages import compile_messages  # noqa: PLC0415  # not for the other tests

    compile_messages()
    django.setup()
    _keep_connection()


def _keep_connection() -> None:
    """Let a request end without its connection: a test stands in a transaction, which would be gone with it.

    SQLite in memory does not close either.
    """
    from django.db.backends.base.base import BaseDatabaseWrapper  # noqa: PLC0415  # not for the other tests

    BaseDatabaseWrapper.close_if_unusable_or_obsolete = lambda _: None  # type: ignore[method-assign,assignment]


def lacks_postgres() -> bool:
    """Return whether the tests are to run on PostgreSQL and there is none here; in CI there has to be one."""
    return os.environ.get(ASKED) == "postgres" and programs() is None and not os.environ.get("CI")


def _postgres() -> str:
    """Return the address of the PostgreSQL of this run: the first process that asks starts it."""
    if _SHARED not in os.environ:
        os.environ[_SHARED] = _started.enter_context(cluster())
    return os.environ[_SHARED]


def clear() -> None:
    """Remove the data folder of this process, and the PostgreSQL where this process started it."""
    for folder in _prepared:
        shutil.rmtree(folder, ignore_errors=True)
    _started.close()
