"""What holds of every page that anybody can reach: its language, its structure, and what it may load."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from django.test import Client

from kijun.web.accounts.models import Organisation, User
from kijun.web.demo.founding import found_company
from kijun.web.passport.models import Link
from kijun.web.people.models import Entry, Revision
from tests.web.cast import client_of
from tests.web.crawl import Page, Words, crawl

pytestmark = pytest.mark.django_db
PEOPLE = {
    "administrator": "yumi.sasaki@example.com",
    "steward": "chinatsu.kobayashi@example.com",
    "superior": "seiichi.takanashi@example.com",
    "assessor": "eri.murakami@example.com",
    "engineer": "daisuke.fujita@example.com",
    "newcomer": "sakura.matsumoto@example.com",
}
LANGUAGES = ("ja", "en")
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
ENGLISH = re.compile(r"[A-Za-z][A-Za-z'’-]*[A-Za-z]")
QUOTED = re.compile(r"「[ -~]*」|「kijun [^」]*」|“[^”]*”")
"""Words of a document or of a search, quoted as they are, and commands."""
KEPT = frozenset(
    [
        "kijun",
        "ITSS",
        "IPA",
        "METI",
        "API",
        "PDF",
        "HTML",
        "JSON",
        "YAML",
        "CSV",
        "xlsx",
        "Excel",
        "English",
        "URL",
        "ID",
        "OpenAPI",
        "OpenID",
        "Connect",
        "TOTP",
        "QR",
        "SQLite",
        "PostgreSQL",
        "Ctrl",
        "Enter",
        "Esc",
        "Tab",
        "Shift",
        "Alt",
        "K",
        "ASCII",
        "UTF",
        "AP",
        "FE",
        "IT",
        "CS",
        "SLA",
        "TCP",
        "HP",
        "Web",
        "LAN",
        "WAN",
        "OS",
        "PC",
        "VPN",
        "CPU",
        "ERP",
        "SI",
        "ITIL",
        "NoSQL",
        "SQL",
        "km",
        "MB",
        "KB",
        "GB",
        "JPY",
        "ZIP",
        "IP",
        "Way",
        "Allow",
        "problems",
        "judge",
        "en",
        "ja",
        "Asia",
        "Tokyo",
        "UTC",
        "V3",
        "K",
        "Release",
        "日本語",
        "2026年4月1日",
    ]
)
"""Proper names, abbreviations and units that a Japanese page may hold as they are; ids and addresses are told by their form."""
SHORTEST = 2
"""Ids as short as AP stand inside other words."""
WRITTEN = ("code", "kbd", "pre", "samp")
"""What is typed or read by a program."""
CODE = re.compile(
    r"[a-z0-9]+([-_/.:@][a-z0-9*]+)+|[A-Z]-?\d+|K\d{3}|\S+@\S+|https?:\S+|/\S*|\w+\.(pdf|yaml|xlsx|json|csv)", re.ASCII
)


REPORTS = frozenset({"passport:page", "passport:link_page"})
"""The passport itself: a document that carries its styles, with a policy of its own; tests/report looks at it."""


@pytest.fixture(params=[(part, language) for part in PEOPLE for language in LANGUAGES], ids="-".join)
def pages(request: pytest.FixtureRequest, db: None) -> list[Page]:
    part, language = request.param
    return [page for page in _pages(part, language) if page.route not in REPORTS]


def _pages(part: str, language: str) -> Iterator[Page]:
    found_company()
    person = User.objects.get(email=PEOPLE[part])
    User.objects.filter(pk=person.pk).update(language=language)
    yield from crawl(client_of(person), "/")


def own_words() -> list[str]:
    """Return what people wrote themselves, the longest first: names, teams, titles. It stays in the language that they wrote."""
    found: set[str] = set()
    waiting: list[object] = [
        *User.objects.values_list("name", flat=True),
        *Organisation.objects.values_list("name", flat=True),
        *Entry.objects.values_list("body", flat=True),
        *Revision.objects.values_list("reason", flat=True),
        *Link.objects.values_list("purpose", flat=True),
    ]
    while waiting:
        match waiting.pop():
            case str() as words:
                found.add(" ".join(words.split()))
            case dict() as mapping:
                waiting += mapping.values()
            case list() as items:
                waiting += items
    return sorted((each for each in found if len(each) > SHORTEST), key=len, reverse=True)


def foreign(words: Words, language: str, own: list[str]) -> list[str]:
    """Return what is said in the other language within words that are said to be of the page's language."""
    if (
        words.place in WRITTEN
        or words.language != language
        or not (JAPANESE if language == "en" else ENGLISH).search(words.words)
    ):
        return []
    said = QUOTED.sub(" ", words.words)
    for each in own:
        said = said.replace(each, " ")
    if language == "en":
        for each in KEPT:
            said = said.replace(each, " ")
        return [said] if JAPANESE.search(said) else []
    return [each for each in ENGLISH.findall(CODE.sub(" ", said)) if each not in KEPT]


def test_every_page_is_there_and_speaks_one_language_but_for_names(pages: list[Page]) -> None:
    wrong = Counter[tuple[str, str, str]]()
    own = own_words()
    for page in pages:
        assert page.status == 200, page.url
        for words in page.found.words:
            for each in foreign(words, page.found.language, own):
                wrong[page.route, words.place, each] += 1
    assert not wrong, "\n".join(f"{count:4} {where}" for where, count in wrong.most_common(80))


def test_every_page_keeps_to_the_policy_of_what_may_run(pages: list[Page]) -> None:
    for page in pages:
        for tag, attributes in page.found.elements:
            assert tag != "style", page.url
            assert "style" not in attributes, (page.url, tag, attributes)
            assert not any(name.startswith(("on", "hx-on")) for name in attributes), (page.url, tag, attributes)
            assert tag != "script" or attributes.get("src"), (page.url, attributes)
            loaded = attributes.get("src", "") if tag in ("script", "img") else ""
            assert not loaded.startswith(("http", "//")), (page.url, loaded)


def test_every_page_is_built_so_that_it_can_be_read_aloud(pages: list[Page]) -> None:
    titles: dict[str, str] = {}
    for page in pages:
        tags = Counter(tag for tag, _ in page.found.elements)
        assert tags["h1"] == 1, page.url
        assert tags["main"] == 1, page.url
        twice = [each for each, count in Counter(page.found.ids()).items() if count > 1]
        assert not twice, (page.url, twice)
        levels = [int(tag[1]) for tag, _ in page.found.elements if re.fullmatch("h[1-6]", tag)]
        assert all(after <= before + 1 for before, after in pairwise(levels)), (page.url, levels)
        for table in page.found.of("form"):
            assert table.get("method", "get").lower() in ("get", "post", "dialog"), page.url
        title = re.search("<title>(.*?)</title>", page.html, re.DOTALL)
        assert title, page.url
        assert title[1].strip(), page.url
        titles[page.url] = title[1]


def test_somebody_who_is_not_signed_in_gets_to_the_sign_in_and_no_further(db: None) -> None:
    found_company()
    routes = {page.route for page in crawl(Client(), "/")}
    assert routes <= {
        "account_login",
        "account_signup",
        "account_reset_password",
        "accounts:notice",
        "accounts:first_run",
    }, routes
