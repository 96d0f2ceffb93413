"""Who may do what: every address, every role, one's own and another person's; what is not allowed is refused."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from kijun.web.passport.actions import make_link
from kijun.web.passport.terms import Terms
from kijun.web.people.actions import Wish, change_record
from kijun.web.people.models import Entry
from kijun.web.plans.what_if_actions import make
from tests.web.cast import Cast, client_of, give_record, record_of
from tests.web.doors import ANYBODY, CELL, DOOR, FIELD, HIDDEN, ITEM, METHOD, NO, YES, try_doors
from tests.web.plans.kept import keep

pytestmark = pytest.mark.django_db
TABLE = Path(__file__).parents[2] / "docs" / "reference" / "permissions.md"
WHAT_IFS = ("what_if", "what_if_add", "what_if_leave_out", "what_if_name", "what_if_forget", "what_if_file")
RATING = {"item": "customer-service/hardware/technology", "level": 4, "by": "assessor", "day": "2026-04-01"}
ASKERS = (ANYBODY, "person", "superior", "assessor", "steward", "administrator", "outsider", "other_assessor")


@pytest.fixture
def doors(cast: Cast) -> dict[tuple[str, str], dict[str, str]]:
    give_record(cast.person)
    record = record_of(cast.person)
    engagement = Entry.objects.filter(record=record, list="engagements").first()
    rating = Entry.objects.filter(record=record, list="ratings").first()
    assert engagement is not None
    assert rating is not None
    plan = keep(cast.person)
    what_if = make(record, author=cast.person, name="Next year", body={})
    link, secret = make_link(
        record, Terms(languages=("en",)), purpose="Interview", expires_at=timezone.now() + timedelta(days=30)
    )
    claimed = next(each for each in Entry.objects.filter(record=record) if "'claimed'" in str(each.body))
    waiting = change_record(
        record, [Wish(list="ratings", body=RATING, awaits="assessor")], author=cast.person, kind="imported"
    ).keys[0]
    handed = SimpleUploadedFile("letter.txt", b"A letter of thanks", content_type="text/plain")
    attachments = reverse("people:attachments", args=(cast.person.key, engagement.key))
    assert client_of(cast.person).post(attachments, {"file": handed}).status_code == 302
    attachment = Entry.objects.get(record=record, list="attachments").key
    keys = dict.fromkeys(("plans:plan", "plans:edit", "plans:file", "plans:act"), plan.key)
    keys |= {f"plans:{name}": what_if.key for name in WHAT_IFS}
    keys |= {f"passport:{name}": link.key for name in ("link", "link_page", "link_expiry", "link_withdraw")}
    keys |= {"skills:remove": rating.key, "skills:decide": waiting, "people:claim": claimed.key}
    keys |= {"people:attachment": attachment, "people:attachment_remove": attachment}
    return try_doors(
        cast,
        {
            **{f"{name}:key": key for name, key in keys.items()},
            "passport:public_page:secret": secret,
            "passport:public_pdf:secret": secret,
            "person": cast.person.key,
            "assessor": cast.assessor.key,
            "cell": CELL,
            "field": FIELD,
            "item": ITEM,
            "path": CELL,
            "key": engagement.key,
            "act": "withdraw",
            "kind": "mentoring",
            "list": "mentoring",
            "form": "yaml",
            "number": record.number,
            "token": 1,
            "secret": "unknown",
            "sealed": "unknown",
            "uidb36": "0",
            "provider_id": "unknown",
        },
    )


def test_everybody_may_do_what_the_table_says_and_no_stranger_gets_near_a_person(
    doors: dict[tuple[str, str], dict[str, str]],
) -> None:
    written = as_page(doors)
    if os.environ.get("KIJUN_ACCEPT") == "1":
        TABLE.write_text(written, encoding="utf-8")
    assert TABLE.read_text(encoding="utf-8") == written
    about_a_person = {door: said for door, said in doors.items() if said["person"] != said["outsider"]}
    assert len(about_a_person) > 60
    for door, said in about_a_person.items():
        for stranger in ("outsider", "other_assessor", "steward"):
            assert said[stranger] in (HIDDEN, NO, METHOD), (door, stranger, said)


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
        if not set(said.values()) <= {METHOD, DOOR}
    ]
    return head + "\n".join(rows) + "\n"
