"""Does the page about the web application name every setting, every place and every limit as it is?"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.docs.pages import DOCS, REPOSITORY, read, section

_PAGE = DOCS / "reference" / "web.md"
_WEB = REPOSITORY / "src" / "kijun" / "web"
_SETTING = re.compile(r"KIJUN_[A-Z]+(?:_[A-Z]+)*")
_SOMEBODY = "/people/<key>/"
_ADDRESS = re.compile(r"`(/[^`?]*)`")
_FACTS = """
import django
django.setup()
from django.conf import settings
from django.urls import get_resolver
from kijun.web import background
from kijun.web.accounts import inviting, sign_up
from kijun.web.passport import actions
from kijun.web.people import importing
from kijun.web.people.files import limits

def routes(resolver, before=""):
    for each in resolver.url_patterns:
        route = before + str(each.pattern)
        if hasattr(each, "url_patterns"):
            yield from routes(each, route)
        else:
            yield route

print(*sorted(set(routes(get_resolver()))), sep="\\n")
print("--")
print(settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 2**20, "MB,", f"{settings.DATA_UPLOAD_MAX_NUMBER_FIELDS:,} fields")
print(settings.MOST_UPLOADED // 2**20, "MB; what is longer")
print(f"| an attached file | {limits.MOST_OF_A_FILE // limits.MEGABYTE} MB |")
print(limits.MOST_FILES, f"on record; {limits.MOST_OF_A_PERSON // limits.MEGABYTE} MB")
print(f"| an imported record file | {limits.MOST_IMPORTED // limits.MEGABYTE} MB, {limits.MOST_ENTRIES:,} entries;")
print(f"| days of a passport link | {actions.LONGEST.days} |")
print(f"works once, for {inviting.LASTS.days} days")
print(f"by oneself | {sign_up.LASTS.days} day |")
print(f"{background._DRAFTS_KEPT.days} days; an import that waits, {importing.WAITS.days} day")
print(f"ends after {settings.SESSION_COOKIE_AGE // 86400} days")
print(f"locked for {int(settings.AXES_COOLOFF_TIME * 60)} minutes")
"""


def test_every_setting_that_the_environment_may_hold_is_described_and_no_other_is() -> None:
    read_there = {name for text in _sources() for name in _SETTING.findall(text)}
    read_there |= {f"KIJUN_OIDC_{key}" for key in ("ISSUER", "CLIENT", "SECRET", "NAME")}
    read_there |= {"KIJUN_LANG", "KIJUN_TEXT_PACKS"}  # read below the web application
    described = set(_SETTING.findall(section(_PAGE, "## Settings")))
    assert described == read_there - {"KIJUN_OIDC"}


def test_every_address_lies_below_one_that_is_described_and_every_limit_is_the_one_that_holds(tmp_path: Path) -> None:
    routes, facts = _told(tmp_path)
    described = _ADDRESS.findall(section(_PAGE, "## Addresses"))
    places = [each for each in described if each != "/"]
    assert [route for route in routes if route != "/" and not _lies_below(route, places)] == []
    assert [place for place in places if not any(route.startswith(place) for route in routes)] == []
    assert [fact for fact in facts if fact not in read(_PAGE)] == []


def _lies_below(route: str, places: list[str]) -> bool:
    about_somebody = tuple(each for each in places if each.startswith(_SOMEBODY))
    return route.startswith(about_somebody if route.startswith(_SOMEBODY) else tuple(places))


def _told(folder: Path) -> tuple[list[str], list[str]]:
    """Return the addresses and the limits; told by a process of its own, because Django is set up once for each."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KIJUN_")}
    told = subprocess.run(
        [sys.executable, "-c", _FACTS],
        env=kept | {"KIJUN_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "kijun.web.settings"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    routes, _, facts = told.stdout.partition("--\n")
    named = [re.sub(r"<(?:\w+:)?person>", "<key>", route) for route in routes.splitlines()]
    return [f"/{route.replace('^', '')}" for route in named], facts.splitlines()


def _sources() -> Iterator[str]:
    for file in _WEB.rglob("*.py"):
        yield file.read_text(encoding="utf-8")
