"""What do people type into the forms of a record, and how do the tests send it?"""

from __future__ import annotations

import html
import re
from typing import Any, Final

from django.test import Client
from django.urls import reverse

from kijun.web.accounts.models import User
from kijun.web.people.models import Entry
from tests.web.cast import record_of

ENGAGEMENT: Final[dict[str, Any]] = {
    "title_en": "Core banking",
    "fields": ["hardware"],
    "activities": ["fault-repair"],
    "role": "responsible",
    "from": "2019-04-01",
    "until": "2022-03-31",
    "outcome": "succeeded",
}
SMALL: Final[dict[str, dict[str, Any]]] = {
    "expertise": {
        "area": "customer-satisfaction",
        "degree": "guides-others",
        "reach": "company",
        "since": "2016-04-01",
    },
    "contributions": {"kind": "book", "title_en": "On faults", "day": "2020-05-01"},
    "mentoring": {"whom": "Two juniors", "since": "2018-04"},
    "qualifications": {"examination": "AP", "day": "2011-12-16"},
}
OTHERWISE: Final[dict[str, dict[str, Any]]] = {
    "expertise": {"reach": "industry"},
    "contributions": {"title_en": "On all faults"},
    "mentoring": {"whom": "Three juniors"},
    "qualifications": {"day": "2012-06-15"},
}


def url(name: str, person: User, **facts: Any) -> str:
    """Return an address of a person's record."""
    return reverse(f"people:{name}", kwargs={"person": person.key, **facts})


def entries(person: User, *lists: str) -> list[Entry]:
    """Return the entries of some lists of a person, or all."""
    held = Entry.objects.filter(record=record_of(person))
    return list(held.filter(list__in=lists) if lists else held)


def body_of(person: User, list_: str) -> dict[str, Any]:
    """Return the body of the only entry of a list."""
    (entry,) = entries(person, list_)
    body: dict[str, Any] = entry.body
    return body


def hidden(page: Any, name: str) -> str:
    """Return what a form carries without showing it."""
    found = re.search(rf'<input type="hidden" name="{name}" value="([^"]*)"', text_of(page))
    assert found is not None, name
    return html.unescape(found[1])


def text_of(page: Any) -> str:
    """Return a page as text."""
    return str(page.content.decode())


def add(client: Client, person: User, list_: str = "engagements", **changes: Any) -> Entry:
    """Put something on record through its form, and return it."""
    where = url("engagement_new", person) if list_ == "engagements" else url("entry_new", person, list=list_)
    before = {entry.key for entry in entries(person)}
    page = client.post(where, {**(ENGAGEMENT if list_ == "engagements" else SMALL[list_]), **changes})
    assert page.status_code == 302, text_of(page)
    (new,) = [entry for entry in entries(person) if entry.key not in before]
    return new


def form_url(person: User, entry: Entry) -> str:
    """Return the address of the form of an entry."""
    return url("engagement" if entry.list == "engagements" else "entry", person, key=entry.key)
