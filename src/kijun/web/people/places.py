"""Where on the pages is a fact written down that a judgement asks for?"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from django.urls import reverse

from kijun.judgement.proof import NearMiss, OpenFact
from kijun.web.accounts.models import User
from kijun.web.people.models import Record
from kijun.web.people.queries import states_of

_FIELDS: Final = {"field": "fields", "mandatory": "conditions", "window": "until"}
"""Fact of a proof -> the field of the form, where they go by different names."""


def place_to_record(record: Record, fact: OpenFact | NearMiss, *, back: str = "") -> str | None:
    """Return the form, and the field in it, in which a fact is written down; after saving it goes `back`.

    None where nothing that the person writes would settle it: a cell that is missing from the source, an assessor's word.
    """
    owner = record.owner
    match fact.fact:
        case "source" | "confirmation":
            return None
        case "rating":
            return reverse("skills:skills", kwargs={"person": owner.key})
        case "complete":
            return _with(reverse("people:complete", kwargs={"person": owner.key}), focus="complete", back=back)
        case "degree" | "reach":
            return _with(place_of_area(record, fact.evidence or ""), focus=fact.fact, back=back)
        case _:
            place = place_of_engagement(record, fact.evidence or "")
            return None if place is None else _with(place, focus=_FIELDS.get(fact.fact, fact.fact), back=back)


def place_of_engagement(record: Record, identity: str) -> str | None:
    """Return the form of the engagement of an id, as proofs name it; None where there is none on record."""
    key = _key_of(record, "engagements", "id", identity)
    return None if key is None else reverse("people:engagement", kwargs={"person": record.owner.key, "key": key})


def place_in_record(record: Record, identity: str) -> str | None:
    """Return where the record shows the engagement of an id, for whoever may only read it."""
    key = _key_of(record, "engagements", "id", identity)
    return None if key is None else f"{record_url(record.owner)}#{key}"


def place_of_area(record: Record, area: str) -> str:
    """Return the form of an area of expertise, or that of a new one."""
    own = {"person": record.owner.key}
    key = _key_of(record, "expertise", "area", area)
    if key is None:
        return _with(reverse("people:entry_new", kwargs={**own, "list": "expertise"}), area=area)
    return reverse("people:entry", kwargs={**own, "key": key})


def record_url(owner: User) -> str:
    """Return the page of a person's record."""
    return reverse("people:record", kwargs={"person": owner.key})


def _key_of(record: Record, list_: str, field: str, value: str) -> str | None:
    held = (state for state in states_of(record) if state.list == list_ and state.body.get(field) == value)
    return next((state.key for state in held), None)


def _with(place: str, **asked: str) -> str:
    given = {key: value for key, value in asked.items() if value}
    return f"{place}{'&' if '?' in place else '?'}{urlencode(given)}" if given else place
