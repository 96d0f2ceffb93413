"""Who may do what: every address, every role, one's own and another person's; what is not allowed is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kijun.web.people.models import Entry
from tests.web.cast import Cast, give_record, record_of
from tests.web.doors import ANYBODY, CELL, DOOR, FIELD, HIDDEN, ITEM, METHOD, NO, YES, try_doors

pytestmark = pytest.mark.django_db
TABLE = Path(__file__).parents[2] / "docs" / "reference" / "permissions.md"
ASKERS = (ANYBODY, "person", "superior", "assessor", "steward", "administrator", "outsider", "other_assessor")


@pytest.fixture
def doors(cast: Cast) -> dict[tuple[str, str], dict[str, str]]:
    give_record(cast.person)
    record = record_of(cast.person)
    engagement = Entry.objects.filter(record=record, list="engagements").first()
    assert engagement is not None
    return try_doors(
        cast,
        {
            "person": cast.person.key,
            "assessor": cast.assessor.key,
            "cell": CELL,
            "field": FIELD,
            "item": ITEM,
            "path": CELL,
            "key": engagement.key,
            "list": "mentoring",
            "number": 2,
        },
    )


def test_nobody_sees_or_changes_what_is_not_theirs(doors: dict[tuple[str, str], dict[str, str]]) -> None:
    about_a_person = {door: said for door, said in doors.items() if said["person"] != said["outsider"]}
    assert len(about_a_person) > 20
    for door, said in about_a_person.items():
        for stranger in ("outsider", "other_assessor", "steward"):
            assert said[stranger] in (HIDDEN, NO, METHOD), (door, stranger, said)


def test_the_table_of_who_may_do_what_is_the_one_that_is_written_down(
    doors: dict[tuple[str, str], dict[str, str]],
) -> None:
    written = as_page(doors)
    if os.environ.get("KIJUN_ACCEPT") == "1":
        TABLE.write_text(written, encoding="utf-8")
    assert TABLE.read_text(encoding="utf-8") == written


def as_page(doors: dict[tuple[str, str], dict[str, str]]) -> str:
    """Return the page of the reference."""
    head = f"""# Who may do what

Every address of the web application, asked for by everybody about one person. The person has a superior and an assessor; a steward,
an administrator, another person and another assessor have nothing to do with her. What no rule allows is refused.

- **{YES}**: may. **{NO}**: may see the person's record, and not do this. **{HIDDEN}**: is told that there is no such page.
- **{DOOR}**: has to sign in first. **{METHOD}**: the address does not take this method.

This table is written by a test, which fails when something else comes true (`KIJUN_ACCEPT=1` writes it again).

| address | method | {" | ".join(name.replace("_", " ") for name in ASKERS)} |
|---|---|{"---|" * len(ASKERS)}
"""
    rows = [
        f"| `{name}` | {method} | {' | '.join(said[asker] for asker in ASKERS)} |"
        for (name, method), said in sorted(doors.items())
        if set(said.values()) != {METHOD}
    ]
    return head + "\n".join(rows) + "\n"
