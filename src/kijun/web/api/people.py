"""Which operations tell who somebody is: the owner of the key, and the people whom they may see?"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from kijun.web.accounts.guards import person_for, viewer_of
from kijun.web.accounts.models import Token, User
from kijun.web.accounts.permissions import stands_as
from kijun.web.accounts.queries import assessors_of, superior_of, visible_to
from kijun.web.api.operations import operation
from kijun.web.api.pages import Page, Piece, page_of
from kijun.web.people.queries import record_of

router = Router(tags=["people"])


class PersonShape(Schema):
    """Somebody, and in which roles the owner of the key stands beside them."""

    key: str
    name: str
    is_own: bool
    roles: list[str] = Field(description="superior, assessor; empty for oneself.")


class PersonWithRecordShape(PersonShape):
    """Somebody with the number of the newest revision of their record, and who stands beside them."""

    revision: int
    superior: str | None
    assessors: list[str]


class KeyShape(Schema):
    """The key itself."""

    name: str
    scopes: list[str]
    expires_at: str | None


class AccountShape(Schema):
    """The account of the owner of the key."""

    key: str
    name: str
    email: str
    language: str
    time_zone: str
    is_assessor: bool
    is_steward: bool
    is_administrator: bool
    token: KeyShape


@operation(
    router,
    "GET",
    "/account",
    scope=None,
    ja="この鍵は誰のもので、何を開けるか",
    answer=AccountShape,
)
def account(request: HttpRequest) -> dict[str, Any]:
    """Whose key this is, and what it opens.

    Every key may ask this, whatever its scopes.
    """
    token: Token = request.auth  # type: ignore[attr-defined]
    owner = viewer_of(request)
    names = ("key", "name", "email", "language", "time_zone", "is_assessor", "is_steward", "is_administrator")
    expires = token.expires_at.isoformat() if token.expires_at else None
    return {
        **{name: getattr(owner, name) for name in names},
        "token": {"name": token.name, "scopes": token.scopes, "expires_at": expires},
    }


@operation(
    router,
    "GET",
    "/people",
    scope="people:read",
    ja="鍵の持ち主が見てよい人(本人が先頭)",
    answer=Page[PersonShape],
)
def visible(request: HttpRequest, given: Query[Piece]) -> dict[str, Any]:
    """Give the people whom the owner of the key may see, themselves first."""
    viewer = viewer_of(request)
    return page_of([viewer, *visible_to(viewer)], given, lambda person: _person(person, viewer))


@operation(
    router,
    "GET",
    "/people/{slug:person}",
    scope="people:read",
    ja="鍵の持ち主が見てよい人の一人",
    answer=PersonWithRecordShape,
)
def person(request: HttpRequest, person: str) -> dict[str, Any]:
    """One of the people whom the owner of the key may see."""
    found, viewer = person_for(request, person), viewer_of(request)
    superior = superior_of(found)
    return {
        **_person(found, viewer),
        "revision": record_of(found).number,
        "superior": superior.name if superior else None,
        "assessors": [each.name for each in assessors_of(found)],
    }


def _person(person: User, viewer: User) -> dict[str, Any]:
    roles = sorted(stands_as(viewer, person))
    return {"key": person.key, "name": person.name, "is_own": person == viewer, "roles": roles}
