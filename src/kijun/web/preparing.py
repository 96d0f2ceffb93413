"""What has to be true of the data before the first request is answered?"""

from __future__ import annotations

import os
from contextlib import closing
from datetime import UTC, datetime

import django
from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.exceptions import InconsistentMigrationHistory
from django.db.migrations.executor import MigrationExecutor
from django.urls import get_resolver

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
    get_resolver().check()  # what cannot be loaded is said here and now, not by a process that is started again and again
    if is_demo:
        from kijun.web.demo.founding import found_company  # noqa: PLC0415  # of no use to anybody else

        found_company()
    opening = _opening(is_demo=is_demo, is_kept=is_kept)
    connections.close_all()  # the process that answers is a fork of this one, and a connection does not live in two
    return opening


def _bring_up_to_date() -> None:
    connection = connections[DEFAULT_DB_ALIAS]
    try:
        executor = MigrationExecutor(connection)
        unknown = set(executor.loader.applied_migrations or ()) - set(executor.loader.disk_migrations or ())
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        raise UnusableDatabase(_cannot_open(connection, error)) from error
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
            _keep_copy(connection)
        _migrate()


def _cannot_open(connection: BaseDatabaseWrapper, error: DatabaseError) -> Text:
    why = str(error).strip().rstrip(".")
    if connection.vendor == "sqlite":
        place = connection.settings_dict["NAME"]
        return Text(
            ja=f"データベース{place}を開けません: {why}。--dataの指定と、ファイルが壊れていないかを確かめてください。",
            en=f"The database {place} cannot be opened: {why}. Check --data, and that the file is whole.",
        )
    return Text(
        ja=f"データベースを開けません: {why}。--databaseの指定と、データベースが動いているかを確かめてください。",
        en=f"The database cannot be opened: {why}. Check --database, and that the database is running.",
    )


def _migrate() -> None:
    """Bring the tables to this version, one step after another; each is done wholly or not at all."""
    try:
        call_command("migrate", interactive=False, verbosity=0)
    except DatabaseError as error:
        why = str(error).strip().rstrip(".")
        raise UnusableDatabase(
            Text(
                ja=f"データベースを新しくする途中で止まりました: {why}。原因を取り除いて、もう一度起動してください。続きから進みます。",
                en=f"Upgrading the database stopped: {why}. Remove the cause and start again: it goes on from there.",
            )
        ) from error


def _keep_copy(connection: BaseDatabaseWrapper) -> None:
    """Keep a copy of an SQLite database as it was before it is upgraded; whoever keeps a PostgreSQL keeps its copies."""
    if connection.vendor != "sqlite":
        return
    folder = settings.DATA / _COPIES
    folder.mkdir(mode=0o700, exist_ok=True)
    name = f"kijun-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.sqlite3"
    draft = folder / f".{name}"
    connection.ensure_connection()
    # By the library that opened the database: a second SQLite in one process would take the locks of the first away.
    with closing(connection.Database.connect(draft)) as copy:  # type: ignore[attr-defined]  # the stubs leave it out
        connection.connection.backup(copy)
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
            ja=f"はじめての起動です。このアドレスから設定してください(一度だけ使えます): ADDRESS/first-run/?token={token}",
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
