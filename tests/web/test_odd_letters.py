"""What is typed or asked for with letters that no database keeps is answered in words, on both databases."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode, urljoin, urlsplit

import pytest
from django.test import Client

from kijun.web.accounts.models import User
from kijun.web.demo.founding import found_company
from kijun.web.people.models import Draft
from tests.web.cast import Cast, client_of, give_record, record_of
from tests.web.crawl import Page, crawl

pytestmark = pytest.mark.django_db
NOTHING, HUGE, LONG = "a\0b", "9" * 30, "9" * 5000
"""A letter that PostgreSQL keeps nowhere, a number that no column holds, and one that Python does not read."""
LEFT_ALONE = re.compile(r"/(logout|language|theme|erase|discard|sign-in)/|/accounts/")
QUERY = (
    "q",
    "on",
    "recorded",
    "edition",
    "page",
    "since",
    "goal",
    "plan",
    "focus",
    "copy",
    "to",
    "cell",
    "next",
    "who",
)
PEOPLE = ("yumi.sasaki@example.com", "eri.murakami@example.com", "daisuke.fujita@example.com")


@dataclass(slots=True)
class Form:
    """A form of a page: where it is sent, and what it asks for."""

    url: str
    fields: dict[str, str] = field(default_factory=dict)


def forms_of(page: Page) -> Iterator[Form]:
    """Yield the forms of a page that change something."""
    form: Form | None = None
    found = []
    for tag, attributes in page.found.elements:
        if tag == "form":
            is_post = attributes.get("method", "get").lower() == "post"
            form = Form(urljoin(page.url, attributes.get("action") or page.url)) if is_post else None
            found += [form] if form else []
        elif form is not None and tag in ("input", "textarea", "select", "button") and attributes.get("name"):
            form.fields[attributes["name"]] = attributes.get("value", "")
    yield from (each for each in found if each is not None and not LEFT_ALONE.search(urlsplit(each.url).path))


@pytest.mark.parametrize("email", PEOPLE, ids=lambda email: email.partition(".")[0])
def test_every_form_and_every_page_answers(email: str) -> None:
    found_company()
    client = client_of(User.objects.get(email=email))
    tried = set()
    for page in list(crawl(client, "/", each_route=1)):
        for letters in (NOTHING, HUGE, LONG):
            answer = client.get(f"{urlsplit(page.url).path}?{urlencode(dict.fromkeys(QUERY, letters))}")
            assert answer.status_code < 500, page.url
        for form in forms_of(page):
            route = re.sub(r"[0-9a-f]{12}|\d+", "", urlsplit(form.url).path)
            if route not in tried:
                tried.add(route)
                send_odd_letters(client, form)
    assert len(tried) > 5


def send_odd_letters(client: Client, form: Form) -> None:
    for letters in (NOTHING, HUGE, LONG):
        assert client.post(form.url, dict.fromkeys(form.fields, letters)).status_code < 500, form.url
    for name in form.fields:
        assert client.post(form.url, {**form.fields, name: NOTHING}).status_code < 500, (form.url, name)


@pytest.mark.parametrize("typed", [NOTHING, "\ud800"], ids=["nothing", "half a letter"])
def test_a_draft_is_kept_without_what_cannot_be_kept(cast: Cast, typed: str) -> None:
    give_record(cast.person)
    body = json.dumps({"answers": [["title_en", f"On {typed} faults"], [typed, "x"]]})
    url = f"/people/{cast.person.key}/record/draft/?form=contributions-new"
    client: Client = client_of(cast.person)
    assert client.post(url, body, content_type="application/json").status_code == 200
    kept = Draft.objects.get(record=record_of(cast.person)).body["answers"]
    assert kept[0][0] == "title_en"
    assert kept[0][1].startswith("On ")
    assert typed not in kept[0][1]
    page = client.get(f"/people/{cast.person.key}/record/contributions/new/?draft")
    assert page.status_code == 200
