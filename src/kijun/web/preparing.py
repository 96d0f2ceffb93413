"""What has to be true of the data before the first request is answered?"""

from __future__ import annotations

import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections
from django.db.migrations.exceptions import InconsistentMigrationHistory
from django.db.migrations.executor import MigrationExecutor

from kijun.errors import KijunError
from kijun.text import Text

_COPIES = "before-upgrades"


class UnusableDatabase(KijunError):
    """The database cannot be reached, or is of a version that this one does not know."""


def prepare(*, is_demo: bool, is_kept: bool) -> Text:
    """Bring the database to this version, found what is to be shown, and return how to open it: ADDRESS stands for where."""
    django.setup()
    _bring_up_to_date()
    from kijun.web.library.queries import words  # noqa: PLC0415  # models exist from here on

    words()  # the first page is as quick as the second
    if is_demo:
        from kijun.web.demo.founding import found_company  # noqa: PLC0415  # of no use to anybody else

        found_company()
    return _opening(is_demo=is_demo, is_kept=is_kept)


def _bring_up_to_date() -> None:
    connection = connections[DEFAULT_DB_ALIAS]
    try:
        executor = MigrationExecutor(connection)
        unknown = set(executor.loader.applied_migrations or ()) - set(executor.loader.disk_migrations or ())
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except OperationalError as error:
        raise UnusableDatabase(
            Text(
                ja=f"データベースを開けません: {error}。--databaseの指定と、データベースが動いているかを確かめてください。",
                en=f"The database cannot be opened: {error}. Check --database, and that the database is running.",
            )
        ) from error
    except InconsistentMigrationHistory as error:
        raise UnusableDatabase(
            Text(
                ja=f"データベースの履歴が食い違っています: {error}", en=f"The database's history does not fit: {error}"
            )
        ) from error
    ours = sorted(name for app, name in unknown if app in executor.loader.migrated_apps)
    if ours:
        raise UnusableDatabase(
            Text(
                ja=f"このデータベースは、より新しいkijunのものです({ours[0]})。kijunを新しくしてください。",
                en=f"This database is one of a newer kijun ({ours[0]}). Bring kijun up to date.",
            )
        )
    if waiting:
        if executor.loader.applied_migrations:
            _keep_copy()
        call_command("migrate", interactive=False, verbosity=0)


def _keep_copy() -> None:
    """Keep a copy of an SQLite database as it was before it is upgraded."""
    place = Path(str(settings.DATABASES["default"]["NAME"]))
    if not place.is_file():
        return
    folder = settings.DATA / _COPIES
    folder.mkdir(mode=0o700, exist_ok=True)
    name = f"kijun-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.sqlite3"
    draft = folder / f".{name}"
    with sqlite3.connect(place) as source, sqlite3.connect(draft) as copy:
        source.backup(copy)
    draft.chmod(0o600)
    os.replace(draft, folder / name)  # noqa: PTH105  # whole or not at all


def _opening(*, is_demo: bool, is_kept: bool) -> Text:
    from kijun.web.accounts.actions import first_run_token  # noqa: PLC0415  # models exist from here on

    lines = Text(ja="kijunを開く: ADDRESS", en="Open kijun: ADDRESS")
    token = None if is_demo else first_run_token()
    if is_demo:
        lines = Text(ja="見本の会社を開く: ADDRESS", en="Open the example company: ADDRESS")
        if not is_kept:
            lines = Text(
                ja=f"{lines.ja}\n人も会社も架空です。変えたことは、止めると消えます。",
                en=f"{lines.en}\nPeople and company are made up. What you change is gone when you stop.",
            )
    elif token:
        lines = Text(
            ja=f"はじめての起動です。この住所から設定してください(一度だけ使えます): ADDRESS/first-run/?token={token}",
            en=f"This is the first run. Set kijun up at this address; it works once: ADDRESS/first-run/?token={token}",
        )
    if not settings.IS_SQLITE_SOUND and settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        warning = Text(
            ja="SQLiteが3.51.3より古く、まれにデータベースが壊れるおそれがあります。`pip install pysqlite3`で新しいものを使えます。",
            en="SQLite is older than 3.51.3 and can, rarely, damage its database. `pip install pysqlite3` brings a newer one.",
        )
        lines = Text(ja=f"{lines.ja}\n{warning.ja}", en=f"{lines.en}\n{warning.en}")
    stop = Text(ja="止めるにはCtrl-C。", en="Stop it with Ctrl-C.")
    return Text(ja=f"{lines.ja}\n{stop.ja}", en=f"{lines.en}\n{stop.en}")
