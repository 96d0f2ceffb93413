"""Who may do what by the API: every operation, every role, one's own and another person's; what is not allowed is refused."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from kijun.web.api.document import openapi, operations_of
from tests.web.api.caller import Caller
from tests.web.api.fuzzing import forget_states
from tests.web.api.ground import FIELD, MENTORING, SKILL, fill
from tests.web.cast import Cast
from tests.web.doors import CELL, HIDDEN, NO, YES

pytestmark = pytest.mark.django_db
TABLE = Path(__file__).parents[3] / "docs" / "reference" / "permissions-api.md"
ASKERS = ("person", "superior", "assessor", "steward", "administrator", "outsider", "other_assessor")
NEEDED: dict[str, dict[str, Any]] = {
    "library_found": {"q": "hardware"},
    "plans_proposals": {"cell": CELL},
    "skills_skills": {"field": FIELD},
    "skills_ratings": {"item": SKILL},
    "record_remove": {"based_on": 0},
    "counting_changes": {"since": "2026-01-01"},
}
"""What operations ask for that cannot be left out of a query."""
BODIES: dict[str, Any] = {
    "record_add": {"list": "mentoring", "body": MENTORING},
    "record_change": {"based_on": 2, "body": MENTORING},
    "claims_decision": {"decision": "granted", "reason": "Seen.", "based_on": 2},
    "claims_confirm": {"cell": CELL, "decision": "confirmed", "reason": "Seen."},
    "counting_counts": {"body": {}},
    "plans_keep": {"cell": CELL},
    "plans_change": {"based_on": 1},
    "plans_act": {"act": "withdrawn", "based_on": 1},
    "what_ifs_try_it": {"additions": {}},
    "what_ifs_keep": {"name": "What if", "additions": {}},
    "what_ifs_change": {"name": "What if", "additions": {}},
    "skills_give": {"ratings": [{"item": SKILL, "level": 3}]},
    "skills_know": {"item": SKILL, "known": []},
    "passport_make": {"purpose": "An interview"},
    "passport_change": {"days": 3},
    "accounts_invite": {"name": "Somebody", "email": "somebody@example.com"},
    "accounts_name_superior": {"superior": None},
    "trail_keep": {"name": "Example Works", "offers_sign_up": False},
}
"""Bodies of the right shape; an operation without one here takes an empty one."""
ENTRIES = {"skills_take_off": "rating", "claims_decision": "claim"}
"""Of which entry an operation is asked that is not about any engagement."""

Doors = dict[tuple[str, str], dict[str, str]]


@pytest.fixture
def doors(cast: Cast) -> Doors:
    holds = {**fill(cast), "person": cast.person.key, "assessor": cast.assessor.key, "number": "2", "cell": CELL}
    holds["path"] = CELL
    callers = {name: Caller(getattr(cast, name)) for name in ASKERS}
    found: Doors = {}
    for (method, path), told in operations_of(openapi()).items():
        special = {"entry": holds[ENTRIES[told["operationId"]]]} if told["operationId"] in ENTRIES else {}
        address = path.removeprefix("/api/").format_map(holds | special)
        query = NEEDED.get(told["operationId"], {})
        kinds = told.get("requestBody", {}).get("content", {})
        body = BODIES.get(told["operationId"], {}) if "application/json" in kinds else None
        if told["operationId"] == "accounts_appoint":
            body = {"assessor": cast.assessor.key}
        if told["operationId"] == "claims_decision":
            body = {**BODIES["claims_decision"], "to": holds["to"]}
        found[method.upper(), path] = {
            name: _ask(caller, method.upper(), address, body, query, is_file="multipart/form-data" in kinds)
            for name, caller in callers.items()
        }
    return found


def _ask(caller: Caller, method: str, address: str, body: Any, query: dict[str, Any], *, is_file: bool) -> str:
    """Return what comes of it, in a word; nothing that is done stays done."""
    with transaction.atomic():
        if is_file:
            answer = caller.client.post(f"/api/{address}", {"file": SimpleUploadedFile("me.txt", b"It is done.")})
        else:
            answer = caller.ask(method, address, body, **query)
        if answer.streaming:
            b"".join(answer)
            answer.close()
        transaction.set_rollback(True)
    forget_states()
    assert answer.status_code < 500
    return {403: NO, 404: HIDDEN}.get(answer.status_code, YES)


def test_a_stranger_sees_and_changes_nothing_of_a_person(doors: Doors) -> None:
    about = {door: said for door, said in doors.items() if door[1].startswith("/api/people/{person}")}
    assert len(about) > 40
    for door, said in about.items():
        for stranger in ("steward", "administrator", "outsider", "other_assessor"):
            assert said[stranger] == HIDDEN, (door, stranger)


def test_only_an_administrator_keeps_accounts(doors: Doors) -> None:
    for door, said in doors.items():
        if door[1].startswith(("/api/accounts", "/api/trail", "/api/organisation")):
            assert {name for name, word in said.items() if word == YES} <= {"administrator"}, door


def test_the_table_of_who_may_do_what_is_the_one_that_is_written_down(doors: Doors) -> None:
    written = as_page(doors)
    if os.environ.get("KIJUN_ACCEPT") == "1":
        TABLE.write_text(written, encoding="utf-8")
    assert TABLE.read_text(encoding="utf-8") == written


def as_page(doors: Doors) -> str:
    """Return the page of the reference."""
    head = f"""# Who may do what by the API

Every operation of the [API](api.md), asked for by everybody about one person, with a key that has every scope. The person has a superior
and an assessor; a steward, an administrator, another person and another assessor have nothing to do with her. A key without the scope that
an operation names is refused before any of this.

- **{YES}**: may. **{NO}**: may not do this. **{HIDDEN}**: is told that there is no such thing.

This table is written by a test, which fails when something else comes true (`KIJUN_ACCEPT=1` writes it again).

| operation | scopes | {" | ".join(name.replace("_", " ") for name in ASKERS)} |
|---|---|{"---|" * len(ASKERS)}
"""
    operations = operations_of(openapi())
    rows = [
        f"| `{method} {path}` | {_scopes(operations[method.lower(), path])} | "
        f"{' | '.join(said[asker] for asker in ASKERS)} |"
        for (method, path), said in sorted(doors.items(), key=lambda door: (door[0][1], door[0][0]))
    ]
    return head + "\n".join(rows) + "\n"


def _scopes(told: dict[str, Any]) -> str:
    return ", ".join(f"`{scope}`" for scope in told["x-scopes"]) or "none"
