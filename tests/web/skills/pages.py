"""Where are the pages of skills, and what do the tests put on record?"""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from kijun.web.accounts.models import User
from kijun.web.people.actions import Wish, change_record
from kijun.web.people.models import Entry, Revision
from tests.web.cast import record_of

FIELD = "customer-service/hardware"
TECHNOLOGY = f"{FIELD}/technology"
LEADERSHIP = f"{FIELD}/leadership"
INSTALLATION = f"{FIELD}/hardware-installation"


def page(person: User, name: str = "skills", **of: Any) -> str:
    """Return the address of a page of somebody's skills."""
    return reverse(f"skills:{name}", kwargs={"person": person.key, **of})


def item_of(person: User, item: str = TECHNOLOGY) -> str:
    """Return the address of an item."""
    return page(person, "item", item=item)


def ratings(person: User, item: str = TECHNOLOGY) -> list[dict[str, Any]]:
    """Return what is on record as ratings of an item, those that wait marked."""
    held = Entry.objects.filter(record__owner=person, list="ratings").order_by("position")
    return [{**entry.body, "awaits": entry.awaits} for entry in held if entry.body["item"] == item]


def knowledge(person: User, item: str = TECHNOLOGY) -> list[str] | None:
    """Return the knowledge items that are stated of an item, None where nothing is stated."""
    held = Entry.objects.filter(record__owner=person, list="knowledge")
    return next((entry.body["known"] for entry in held if entry.body["item"] == item), None)


def put(person: User, *, author: User | None = None, awaits: str = "", **body: Any) -> Entry:
    """Put a rating on record as it comes, and return its entry."""
    whole = {"item": TECHNOLOGY, "level": 4, "by": "self", "day": "2026-04-01", **body}
    kind = Revision.Kind.IMPORTED if awaits else Revision.Kind.ADDED
    wish = Wish(list="ratings", body=whole, awaits=awaits)
    done = change_record(record_of(person), [wish], author=author or person, kind=kind)
    return Entry.objects.get(record__owner=person, key=done.keys[0])


def newest(person: User) -> Revision:
    """Return the last revision of somebody's record."""
    return Revision.objects.filter(record__owner=person).latest("number")
