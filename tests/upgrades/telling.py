"""What is in a database, told so that it can be compared: its rows, its tables, and how every record in it is judged?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client

from kijun.web.accounts.inviting import invited_by
from kijun.web.accounts.queries import token_of
from kijun.web.judgements.queries import Asked, judge_record
from kijun.web.people.models import Record
from tests.web.soundness import faults_of

ON = date(2026, 11, 21)
_OF_DJANGO = frozenset({"django_migrations", "django_content_type", "auth_permission", "django_session"})
"""What grows with every new table, and sessions."""


def tell() -> dict[str, Any]:
    """Return the number of rows, the verdicts, the migrations, and what does not hold together."""
    return {
        "rows": {table: _count(table) for table in _tables() if table not in _OF_DJANGO},
        "verdicts": {record.owner.email: _verdicts(record) for record in Record.objects.select_related("owner")},
        "faults": faults_of(_rows),
        "migrations": sorted(f"{app}.{name}" for app, name in _rows("SELECT app, name FROM django_migrations")),
    }


def tell_schema() -> dict[str, Any]:
    """Return the tables with their columns and what they demand, but for the names of the demands."""
    told: dict[str, Any] = {}
    with connection.cursor() as cursor:
        for table in _tables():
            columns = connection.introspection.get_table_description(cursor, table)
            demands = connection.introspection.get_constraints(cursor, table).values()
            told[table] = {
                "columns": sorted([each.name, str(each.type_code), bool(each.null_ok)] for each in columns),
                "demands": sorted(_demand(each) for each in demands),
            }
    return told


def try_doors(opens: dict[str, str]) -> list[str]:
    """Return which of the doors that were open before are shut now."""
    settings.ALLOWED_HOSTS = ["testserver"]
    client, shut = Client(), []
    client.get("/accounts/login/")
    answer = client.post("/accounts/login/", {"login": opens["email"], "password": opens["password"]})
    if answer.status_code != 302 or client.get("/", follow=True).status_code != 200:
        shut.append(f"sign-in: {answer.status_code}")
    if invited_by(opens["invitation"]) is None:
        shut.append("invitation")
    if token_of(opens["key"]) is None:
        shut.append("key of the API")
    if Client().get(f"/passport/{opens['link']}/").status_code != 200:
        shut.append("private link")
    return shut


def _tables() -> list[str]:
    return sorted(connection.introspection.table_names())


def _count(table: str) -> int:
    ((count,),) = _rows(f'SELECT count(*) FROM "{table}"')
    return int(count)


def _rows(query: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def _demand(each: Mapping[str, Any]) -> list[Any]:
    kinds = [kind for kind in ("primary_key", "unique", "index", "check") if each.get(kind)]
    return [sorted(map(str, each["columns"] or ())), kinds, list(each.get("foreign_key") or ())]


def _verdicts(record: Record) -> dict[str, str]:
    """Return the verdict of each cell that is not simply not met."""
    judged = judge_record(record, Asked(on=ON))
    cells = {path: cell.verdict.value for edition in judged.editions for path, cell in edition.cells.items()}
    return {path: verdict for path, verdict in sorted(cells.items()) if verdict != "not met"}
