"""What leads somewhere in the API, for whoever asks at random?"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from kijun.web.passport.actions import make_link
from kijun.web.passport.terms import Terms
from kijun.web.people.files.attach import Handed, attach
from kijun.web.people.models import Entry
from kijun.web.plans.what_if_actions import make
from tests.web.api.caller import Caller
from tests.web.cast import Cast, give_record, record_of
from tests.web.doors import CELL

ITEM = "itss/v3-2011/customer-service/hardware/skills/technology"
SKILL = "customer-service/hardware/technology"
FIELD = "customer-service/hardware"
MENTORING: dict[str, Any] = {"whom": "a colleague", "since": "2024-04-01"}


def fill(cast: Cast) -> dict[str, str]:
    """Put something of everything on the person's record, and return the keys of what was made."""
    give_record(cast.person)
    record = record_of(cast.person)
    engagement = Entry.objects.filter(record=record, list="engagements")[0]
    handed = Handed(name="report.txt", media_type="text/plain", data=b"It is done.")
    attachment = attach(engagement, handed, author=cast.person).keys[0]
    link, _secret = make_link(
        record, Terms(languages=("en",)), purpose="a test", expires_at=timezone.now() + timedelta(days=1)
    )
    what_if = make(record, author=cast.person, name="What if", body={"mentoring": [MENTORING]})
    caller, own = Caller(cast.person), f"people/{cast.person.key}"
    plan = caller.send("POST", f"{own}/plans", {"cell": caller.get(f"{own}/map")["nearest"][0]})
    entries = list(Entry.objects.filter(record=record))
    rating = next(each for each in entries if each.body.get("by") == "self")
    claim = next(each for each in entries if "claimed" in str(each.body.get("equivalences")))
    return {
        "entry": engagement.key,
        "rating": rating.key,
        "claim": claim.key,
        "to": next(each["to"] for each in claim.body["equivalences"] if each["decision"] == "claimed"),
        "attachment": attachment,
        "link": link.key,
        "what_if": what_if.key,
        "plan": plan["key"],
    }


def known_values(cast: Cast, made: dict[str, str]) -> dict[str, list[Any]]:
    """Return values that lead somewhere, by the names of parameters and of what is in bodies."""
    entries = list(Entry.objects.filter(record=record_of(cast.person)))
    keys = [each.key for each in entries]
    engagement = next(each for each in entries if each.list == "engagements")
    return {
        **{name: [key] for name, key in made.items()},
        "person": [cast.person.key, cast.person.key, cast.outsider.key],
        "entry": [made["entry"], made["rating"], made["claim"], *keys[:2], *keys[-2:]],
        "number": [1, 2],
        "cell": [CELL],
        "path": [CELL, ITEM],
        "item": [SKILL],
        "field": [FIELD],
        "edition": ["itss/v3-2011"],
        "body": [engagement.body, MENTORING],
        "additions": [{"mentoring": [MENTORING]}],
        "based_on": [1, 2],
        "on": ["2026-04-01"],
        "recorded": ["2026-04-01"],
        "superior": [cast.superior.key],
        "assessor": [cast.assessor.key],
    }
