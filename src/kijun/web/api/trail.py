"""Which operations show an administrator the trail and the organisation?"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Body, Query, Router, Schema
from pydantic import Field

from kijun.problem.reading import FIRST_DAY, LAST_DAY
from kijun.web.accounts.actions import keep_organisation
from kijun.web.accounts.guards import require
from kijun.web.accounts.permissions import KEEP_ACCOUNTS, SEE_TRAIL
from kijun.web.accounts.queries import organisation as here
from kijun.web.api.accounts import SCOPE, Why
from kijun.web.api.operations import operation
from kijun.web.api.pages import Page, Piece, page_of
from kijun.web.audit.models import Event
from kijun.web.audit.queries import events_like

router = Router(tags=["accounts"])


class EventShape(Schema):
    """Something that was done."""

    at: str
    actor: str
    action: str
    about: str
    subject: str
    reason: str
    detail: dict[str, Any]


class Narrow(Piece):
    """Which events."""

    who: str = Field(default="", max_length=100)
    action: str = Field(default="", max_length=60)
    since: date | None = Field(default=None, ge=FIRST_DAY, le=LAST_DAY)
    until: date | None = Field(default=None, ge=FIRST_DAY, le=LAST_DAY)


class OrganisationShape(Schema):
    """The organisation of this installation."""

    name: str
    offers_sign_up: bool


class KeptOrganisation(Why):
    """What the organisation is called, and whether people may open an account by themselves."""

    name: str = Field(min_length=1, max_length=120)
    offers_sign_up: bool


@operation(
    router, "GET", "/trail", scope=SCOPE, permission=SEE_TRAIL, ja="したことの記録(新しい順)", answer=Page[EventShape]
)
def trail(request: HttpRequest, given: Query[Narrow]) -> dict[str, Any]:
    """Tell what was done, newest first."""
    require(request, SEE_TRAIL)
    found = events_like(
        who=given.who,
        action=given.action,
        since=_start(given.since),
        until=_start(given.until + timedelta(days=1)) if given.until else None,
    )
    return page_of(found, given, _event)


@operation(router, "GET", "/organisation", scope=SCOPE, permission=KEEP_ACCOUNTS, ja="組織", answer=OrganisationShape)
def organisation(request: HttpRequest) -> dict[str, Any]:
    """Give the organisation of this installation."""
    require(request, KEEP_ACCOUNTS)
    return _organisation()


@operation(
    router, "PUT", "/organisation", scope=SCOPE, permission=KEEP_ACCOUNTS, ja="組織を変える", answer=OrganisationShape
)
def keep(request: HttpRequest, body: Body[KeptOrganisation]) -> dict[str, Any]:
    """Change the organisation of this installation."""
    viewer = require(request, KEEP_ACCOUNTS)
    keep_organisation(name=body.name, offers_sign_up=body.offers_sign_up, actor=viewer, reason=body.reason)
    return _organisation()


def _organisation() -> dict[str, Any]:
    kept = here()
    return {"name": kept.name if kept else "", "offers_sign_up": kept.offers_sign_up if kept else False}


def _start(day: date | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None


def _event(event: Event) -> dict[str, Any]:
    return {
        "at": event.at.isoformat(),
        "actor": event.actor_name,
        "action": event.action,
        "about": event.about_name,
        "subject": event.subject,
        "reason": event.reason,
        "detail": event.detail,
    }
