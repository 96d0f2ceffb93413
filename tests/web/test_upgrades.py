"""Does the data of every release come to this version whole, on both databases, and does a stopped upgrade go on?"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

import kijun
from tests.upgrades.dumps import load_postgres, load_sqlite
from tests.upgrades.release import DATABASE, FOLDER, answer, ask
from tests.web.postgres import empty_database
from tests.web.soundness import faults_of

RELEASES = sorted(each.name for each in FOLDER.iterdir() if (each / "expected.json").is_file())
NEWEST = max(RELEASES, key=lambda name: [int(part) for part in name.split(".")])
KINDS = ("sqlite", "postgres")
AGAIN = "The models are others than those of the release: make release-database"


def expected(release: str) -> dict[str, Any]:
    held: dict[str, Any] = json.loads((FOLDER / release / "expected.json").read_text(encoding="utf-8"))
    return held


def dump(release: str, kind: str) -> str:
    return (FOLDER / release / f"{kind}.sql").read_text(encoding="utf-8")


def with_database(data: Path, text: str) -> Path:
    """Return the database of a data folder, made of its text."""
    data.mkdir(mode=0o700)
    load_sqlite(text, data / DATABASE)
    return data / DATABASE


def differences(told: dict[str, Any], release: str) -> list[str]:
    """Return what an upgrade changed that it has to leave as it is."""
    held = expected(release)
    rows = [
        f"{table}: {told['rows'].get(table)} rows"
        for table, count in held["rows"].items()
        if told["rows"].get(table) != count
    ]
    known = {path.rpartition("/")[0] for verdicts in held["verdicts"].values() for path in verdicts}
    judged = [
        email
        for email, verdicts in held["verdicts"].items()
        if _of_fields(known, told["verdicts"].get(email, {})) != verdicts
    ]
    return [*rows, *(f"{email} is judged otherwise" for email in judged), *told["faults"], *told["shut"]]


def _of_fields(fields: set[str], verdicts: dict[str, str]) -> dict[str, str]:
    """Return the verdicts of the fields that the release knew: the shipped standard grows."""
    return {path: verdict for path, verdict in verdicts.items() if path.rpartition("/")[0] in fields}


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Give a kind of database, and the address of an empty one; of SQLite it is the data folder."""
    if request.param == "sqlite":
        yield "sqlite", ""
        return
    with empty_database(request.getfixturevalue("postgres"), "upgrade") as address:
        yield "postgres", address


@pytest.mark.parametrize("release", RELEASES)
def test_a_release_comes_to_this_version_with_everything_in_it(
    release: str, place: tuple[str, str], tmp_path: Path
) -> None:
    kind, address = place
    data = tmp_path / "data"
    if kind == "sqlite":
        with_database(data, dump(release, kind))
    else:
        load_postgres(dump(release, kind), address)
    told = answer(ask(data, "upgrade", address=address, told=expected(release)["opens"]))
    assert differences(told, release) == []
    with empty_beside(kind, address) as other:
        fresh = answer(ask(tmp_path / "fresh", "schema", address=other))
    assert told["schema"] == fresh["schema"], "whoever upgrades has the same tables as whoever begins"


def empty_beside(kind: str, address: str) -> AbstractContextManager[str]:
    """Give the address of a further empty database; of SQLite it is another data folder."""
    return empty_database(address, "fresh") if kind == "postgres" else nullcontext("")


def test_there_is_no_change_of_a_model_without_its_migration(db: None) -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_newest_release_is_of_these_migrations_or_older_than_this_version() -> None:
    ours = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    released = set(expected(NEWEST)["migrations"])
    assert released - ours == set(), "a migration that was released stays"
    if kijun.__version__ == NEWEST:
        assert ours - released == set(), AGAIN


def test_every_release_but_the_one_in_the_making_is_older_than_this_version() -> None:
    assert kijun.__version__ == NEWEST or [int(part) for part in NEWEST.split(".")] < [
        int(part) for part in kijun.__version__.split(".")
    ]


DAMAGE = {
    "an entry that nobody changed": "UPDATE people_entry SET position = position + 1 WHERE id = (SELECT max(id) FROM people_entry)",
    "an entry that is gone": "DELETE FROM people_entry WHERE id = (SELECT max(id) FROM people_entry)",
    "a change that is gone": "DELETE FROM people_change WHERE id = (SELECT max(id) FROM people_change)",
    "a revision that is gone": "DELETE FROM people_revision WHERE id = (SELECT max(id) FROM people_revision)",
    "an event that is gone": "DELETE FROM audit_event WHERE subject = (SELECT max(subject) FROM audit_event WHERE subject LIKE 'record/%')",
    "an event of nothing": "UPDATE audit_event SET subject = subject || '0' WHERE subject LIKE 'plan/%/1'",
    "a number that is no revision": "UPDATE people_record SET number = number + 1 WHERE id = 3",
    "a change of a plan that is gone": "DELETE FROM plans_planchange WHERE id = (SELECT max(id) FROM plans_planchange)",
}


def test_what_is_left_behind_holds_together(tmp_path: Path) -> None:
    with closing(sqlite3.connect(with_database(tmp_path / "data", dump(NEWEST, "sqlite")))) as connection:
        assert faults_of(connection.execute) == []


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_found(damage: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(with_database(tmp_path / "data", dump(NEWEST, "sqlite")))) as connection:
        assert connection.execute(DAMAGE[damage]).rowcount > 0
        assert faults_of(connection.execute) != []


def test_a_record_that_says_something_else_is_judged_otherwise_and_that_is_found(tmp_path: Path) -> None:
    database = with_database(tmp_path / "data", dump(NEWEST, "sqlite"))
    with closing(sqlite3.connect(database)) as connection:
        for table, columns in (("people_entry", ("body",)), ("people_change", ("before", "after"))):
            for column in columns:
                connection.execute(f"UPDATE {table} SET {column} = replace({column}, '\"succeeded\"', '\"failed\"')")
        connection.execute("DELETE FROM accounts_consent WHERE id = 1")
        connection.commit()
    told = answer(ask(tmp_path / "data", "upgrade", told={**expected(NEWEST)["opens"], "password": "another one"}))
    found = differences(told, NEWEST)
    assert "seiichi.takanashi@example.com is judged otherwise" in found
    assert "accounts_consent: 13 rows" in found
    assert any(each.startswith("sign-in") for each in found)
    assert told["faults"] == []


def without_plans(database: Path) -> None:
    """Take a database back to a version that had no plans."""
    with closing(sqlite3.connect(database)) as connection:
        for table in ("plans_planchange", "plans_step", "plans_plan", "plans_whatif"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DELETE FROM django_migrations WHERE app = 'plans'")
        connection.commit()


def rows_of(database: Path) -> dict[str, list[Any]]:
    """Return everything in an SQLite database."""
    with closing(sqlite3.connect(database)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: list(connection.execute(f'SELECT * FROM "{table}"')) for table in tables}


def test_a_copy_is_kept_before_an_upgrade_and_is_the_database_as_it_was(tmp_path: Path) -> None:
    database = with_database(tmp_path / "data", dump(NEWEST, "sqlite"))
    without_plans(database)
    before = rows_of(database)
    answer(ask(tmp_path / "data", "schema"))
    (copy,) = (tmp_path / "data" / "before-upgrades").iterdir()
    assert copy.stat().st_mode & 0o077 == 0
    assert rows_of(copy) == before
    assert rows_of(database)["plans_plan"] == []


def test_nothing_is_copied_where_there_is_nothing_to_upgrade(tmp_path: Path) -> None:
    with_database(tmp_path / "data", dump(NEWEST, "sqlite"))
    answer(ask(tmp_path / "data", "schema"))
    assert not (tmp_path / "data" / "before-upgrades").exists()


def test_a_database_of_a_newer_version_is_refused_and_left_alone(place: tuple[str, str], tmp_path: Path) -> None:
    kind, address = place
    newer = (
        "INSERT INTO django_migrations (app, name, applied) VALUES ('people', '0099_to_come', '2027-01-01 00:00:00')"
    )
    if kind == "sqlite":
        with closing(sqlite3.connect(with_database(tmp_path / "data", dump(NEWEST, kind)))) as connection:
            connection.execute(newer)
            connection.commit()
    else:
        load_postgres(dump(NEWEST, kind), address)
        with psycopg.connect(address) as connection:
            connection.execute(newer)
    done = ask(tmp_path / "data", "schema", address=address)
    assert done.returncode == 2
    assert "newer kijun (0099_to_come)" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_no_database_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / DATABASE).write_text("a shopping list\n" * 100, encoding="utf-8")
    done = ask(tmp_path / "data", "schema")
    assert done.returncode == 2
    assert "cannot be opened" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("statement", [3, 60, 150])
def test_an_upgrade_that_was_killed_goes_on(statement: int, place: tuple[str, str], tmp_path: Path) -> None:
    kind, address = place
    killed = ask(tmp_path / "data", f"die-{statement}", address=address)
    assert killed.returncode == -9, killed.stderr
    told = answer(ask(tmp_path / "data", "schema", address=address))
    with empty_beside(kind, address) as other:
        assert told == answer(ask(tmp_path / "fresh", "schema", address=other))
