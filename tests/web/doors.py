"""Which doors are there, and who may go through them?

Every route of the application, asked for by everybody in the cast about one person, with each method. What comes is told in one word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RegexPattern

from tests.web.cast import Cast, client_of

METHODS: Final = ("get", "post")
API: Final = "api"
"""The API has a table of its own: its doors are operations, and its keys are tokens."""
CELL: Final = "itss/v3-2011/customer-service/hardware/6"
FIELD: Final = "customer-service/hardware"
ITEM: Final = "customer-service/hardware/technology"
ASKED: Final = {
    "people:claim": {"to": "itss/v3-2008/customer-service/hardware/5/size/1"},
    "people:confirm": {"cell": CELL},
}
"""What has to be asked with an address, so that there is something to see."""
ANYBODY: Final = "anybody"
YES, NO, HIDDEN, DOOR, METHOD = "yes", "no", "hidden", "sign in", "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One named route and the names of what its address holds."""

    name: str
    holds: tuple[str, ...]


def routes() -> list[Route]:
    """Return every named route, in the order of the addresses."""
    return list(_routes(get_resolver().url_patterns, "", ()))


def _routes(patterns: list[URLPattern | URLResolver], space: str, held: tuple[str, ...]) -> Iterator[Route]:
    for pattern in patterns:
        holds = (*held, *_holds(pattern))
        if isinstance(pattern, URLResolver):
            if str(pattern.pattern).startswith(API):
                continue
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _routes(pattern.url_patterns, inner, holds)
        elif pattern.name:
            yield Route(name=f"{space}{pattern.name}", holds=holds)


def _holds(pattern: URLPattern | URLResolver) -> list[str]:
    if isinstance(pattern.pattern, RegexPattern):
        return list(pattern.pattern.regex.groupindex)
    return list(pattern.pattern.converters)


def try_doors(cast: Cast, holds: Mapping[str, Any]) -> dict[tuple[str, str], dict[str, str]]:
    """Return what comes for each route and method, by who asks. Nothing that is done stays done."""
    who: dict[str, Client] = {ANYBODY: Client()} | {name: client_of(user) for name, user in cast.each().items()}
    found: dict[tuple[str, str], dict[str, str]] = {}
    for route in routes():
        wanted = {name: holds.get(f"{route.name}:{name}", holds.get(name)) for name in route.holds}
        missing = [name for name, value in wanted.items() if value is None]
        assert not missing, f"{route.name}: what stands in its address for {missing}?"
        url = reverse(route.name, kwargs=wanted)
        asked = ASKED.get(route.name, {})
        for method in METHODS:
            found[route.name, method] = {name: _try(client, method, url, asked) for name, client in who.items()}
    return found


def _try(client: Client, method: str, url: str, asked: Mapping[str, str]) -> str:
    cookies = dict(client.cookies)
    with transaction.atomic():
        answer: HttpResponseBase = getattr(client, method)(url, asked)
        said = _said(answer)
        answer.close()
        transaction.set_rollback(True)
    client.cookies.clear()
    client.cookies.update(cookies)
    return said


def _said(answer: HttpResponseBase) -> str:
    location = answer.get("Location", "")
    match answer.status_code:
        case 301 | 302 if location.startswith("/accounts/login/"):
            return DOOR
        case 403:
            return NO
        case 404:
            return HIDDEN
        case 405:
            return METHOD
        case status:
            assert status < 500, f"{answer.status_code}"
            return YES
