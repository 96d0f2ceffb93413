"""Which operations keep accounts? Only an administrator's key opens them, and none of them shows a record."""

from __future__ import annotations

from typing import Any, Final, Literal

from django import forms
from django.http import Http404, HttpRequest
from django.urls import reverse
from ninja import Body, Query, Router, Schema
from pydantic import Field

from kijun.web.accounts import actions
from kijun.web.accounts.forms.people import EditAccount, Invite
from kijun.web.accounts.guards import require
from kijun.web.accounts.models import User
from kijun.web.accounts.permissions import KEEP_ACCOUNTS
from kijun.web.accounts.queries import accounts_like, assessors_of, find_person, superior_of
from kijun.web.accounts.refusals import Refusal
from kijun.web.api.operations import operation
from kijun.web.api.pages import Exactly, Page, Piece, page_of
from kijun.web.api.wrong import invalid_form, invalid_words

router = Router(tags=["accounts"])
SCOPE: Final = "accounts:write"
_KEPT: Final = ("key", "name", "email", "language", "is_active", "is_assessor", "is_steward", "is_administrator")
_WORDS: Final = 500


class BriefShape(Schema):
    """An account in a list."""

    key: str
    name: str
    email: str
    language: str
    is_active: bool
    is_assessor: bool
    is_steward: bool
    is_administrator: bool
    joined: str


class KeptShape(BriefShape):
    """An account, and who stands beside the person; people by their keys."""

    superior: str | None
    assessors: list[str]


class InvitedShape(KeptShape):
    """An account with a new link to it, told this once and kept nowhere."""

    link: str


class Accounts(Piece):
    """Which accounts."""

    words: str = Field(default="", max_length=200)
    state: Literal["", "active", "closed", "invited", "assessor", "steward", "administrator"] = ""


class Why(Exactly):
    """Why it is done, for the trail."""

    reason: str = Field(default="", max_length=_WORDS)


class Invitation(Why):
    """Whom an administrator invites."""

    name: str = Field(min_length=1, max_length=120)
    email: str = Field(min_length=3, max_length=254)
    language: Literal["ja", "en"] = "ja"
    employee: str = Field(default="", max_length=40)


class ChangedAccount(Why):
    """What is kept of an account from now on; what is left out stays as it is."""

    name: str | None = Field(default=None, min_length=1, max_length=120)
    email: str | None = Field(default=None, min_length=3, max_length=254)
    language: Literal["ja", "en"] | None = None
    is_assessor: bool | None = None
    is_steward: bool | None = None
    is_administrator: bool | None = None


class Superior(Why):
    """Who leads somebody, by key; null where nobody does."""

    superior: str | None = Field(max_length=12)


class Assessor(Why):
    """Who may assess somebody, by key."""

    assessor: str = Field(max_length=12)


@operation(router, "GET", "/accounts", scope=SCOPE, permission=KEEP_ACCOUNTS, ja="アカウント", answer=Page[BriefShape])
def accounts(request: HttpRequest, given: Query[Accounts]) -> dict[str, Any]:
    """List the accounts."""
    require(request, KEEP_ACCOUNTS)
    return page_of(accounts_like(given.words, given.state), given, _brief)


@operation(router, "POST", "/accounts", scope=SCOPE, permission=KEEP_ACCOUNTS, ja="人を招待する", answer=InvitedShape)
def invite(request: HttpRequest, body: Body[Invitation]) -> dict[str, Any]:
    """Make the account of somebody, with a link to it that is told this once. No letter is sent."""
    viewer = require(request, KEEP_ACCOUNTS)
    form = _valid(Invite(body.model_dump()))
    person, secret = actions.invite(form.newcomer(), actor=viewer, reason=body.reason)
    return {**_kept(person), "link": _address(request, secret)}


@operation(
    router,
    "GET",
    "/accounts/{slug:person}",
    scope=SCOPE,
    permission=KEEP_ACCOUNTS,
    ja="一つのアカウント",
    answer=KeptShape,
)
def account(request: HttpRequest, person: str) -> dict[str, Any]:
    """Give one account."""
    return _kept(_about(request, person)[1])


@operation(
    router,
    "PATCH",
    "/accounts/{slug:person}",
    scope=SCOPE,
    permission=KEEP_ACCOUNTS,
    ja="アカウントを変える",
    answer=KeptShape,
)
def change(request: HttpRequest, person: str, body: Body[ChangedAccount]) -> dict[str, Any]:
    """Change an account: its name, address, language and offices. Somebody administers always."""
    viewer, about = _about(request, person)
    wanted = body.model_dump(exclude_none=True, exclude={"reason"})
    form = _valid(EditAccount({**{name: getattr(about, name) for name in _KEPT}, **wanted}, person=about))
    _done(actions.change_account(about, form.account(), actor=viewer, reason=body.reason))
    return _shown(about)


@operation(
    router,
    "PUT",
    "/accounts/{slug:person}/superior",
    scope=SCOPE,
    permission=KEEP_ACCOUNTS,
    ja="上長を決める",
    answer=KeptShape,
)
def name_superior(request: HttpRequest, person: str, body: Body[Superior]) -> dict[str, Any]:
    """Name the superior of a person, or nobody."""
    viewer, about = _about(request, person)
    superior = None if body.superior is None else _holder(body.superior)
    _done(actions.name_superior(about, superior, actor=viewer, reason=body.reason))
    return _shown(about)


@operation(
    router,
    "POST",
    "/accounts/{slug:person}/assessors",
    scope=SCOPE,
    permission=KEEP_ACCOUNTS,
    ja="評価者に任命する",
    answer=KeptShape,
)
def appoint(request: HttpRequest, person: str, body: Body[Assessor]) -> dict[str, Any]:
    """Let an assessor assess a person."""
    viewer, about = _about(request, person)
    _done(actions.appoint_assessor(about, _holder(body.assessor), actor=viewer, reason=body.reason))
    return _shown(about)


@operation(
    router,
    "DELETE",
    "/accounts/{slug:person}/assessors/{slug:assessor}",
    scope=SCOPE,
    permission=KEEP_ACCOUNTS,
    ja="評価者の任命を終える",
    answer=KeptShape,
)
def dismiss(request: HttpRequest, person: str, assessor: str, given: Query[Why]) -> dict[str, Any]:
    """End that an assessor assesses a person; what they said stays on record."""
    viewer, about = _about(request, person)
    found = find_person(assessor)
    if found is None:
        raise Http404
    actions.dismiss_assessor(about, found, actor=viewer, reason=given.reason)
    return _shown(about)


@operation(
    router,
    "POST",
    "/accounts/{slug:person}/close",
    scope=SCOPE,
    permission=KEEP_ACCOUNTS,
    ja="アカウントを閉じる",
    answer=KeptShape,
)
def close(request: HttpRequest, person: str, body: Body[Why]) -> dict[str, Any]:
    """Close an account; what is on record is kept."""
    viewer, about = _about(request, person)
    _done(actions.deactivate(about, actor=viewer, reason=body.reason))
    return _shown(about)


@operation(
    router,
    "POST",
    "/accounts/{slug:person}/reopen",
    scope=SCOPE,
    permission=KEEP_ACCOUNTS,
    ja="閉じたアカウントを開け直す",
    answer=KeptShape,
)
def reopen(request: HttpRequest, person: str, body: Body[Why]) -> dict[str, Any]:
    """Open a closed account again."""
    viewer, about = _about(request, person)
    actions.reactivate(about, actor=viewer, reason=body.reason)
    return _shown(about)


@operation(
    router,
    "POST",
    "/accounts/{slug:person}/link",
    scope=SCOPE,
    permission=KEEP_ACCOUNTS,
    ja="パスワードを決めるための新しいリンクを作る",
    answer=InvitedShape,
)
def new_link(request: HttpRequest, person: str, body: Body[Why]) -> dict[str, Any]:
    """Make a new link with which a person sets their password; those before it no longer open anything."""
    viewer, about = _about(request, person)
    if not about.is_active:
        raise Http404
    secret = actions.new_link(about, actor=viewer, reason=body.reason)
    return {**_kept(about), "link": _address(request, secret)}


@operation(
    router,
    "DELETE",
    "/accounts/{slug:person}/link",
    scope=SCOPE,
    permission=KEEP_ACCOUNTS,
    ja="リンクを取り消す",
    answer=KeptShape,
)
def withdraw_link(request: HttpRequest, person: str, given: Query[Why]) -> dict[str, Any]:
    """Withdraw the link of a person."""
    viewer, about = _about(request, person)
    actions.withdraw_links(about, actor=viewer, reason=given.reason)
    return _shown(about)


def _about(request: HttpRequest, key: str) -> tuple[User, User]:
    viewer = require(request, KEEP_ACCOUNTS)
    about = find_person(key)
    if about is None:
        raise Http404
    return viewer, about


def _holder(key: str) -> User:
    found = find_person(key)
    if found is None:
        raise Http404
    return found


def _done(refused: Refusal | None) -> None:
    if refused is not None:
        raise invalid_words(["body"], refused.said, code="refused")


def _valid(form: Any) -> Any:
    assert isinstance(form, forms.BaseForm), "what the pages ask"
    if not form.is_valid():
        raise invalid_form(form, "body")
    return form


def _address(request: HttpRequest, secret: str) -> str:
    return request.build_absolute_uri(reverse("accounts:welcome", kwargs={"secret": secret}))


def _shown(about: User) -> dict[str, Any]:
    about.refresh_from_db()
    return _kept(about)


def _brief(about: User) -> dict[str, Any]:
    return {**{name: getattr(about, name) for name in _KEPT}, "joined": about.joined.isoformat()}


def _kept(about: User) -> dict[str, Any]:
    superior = superior_of(about)
    return {
        **_brief(about),
        "superior": superior.key if superior else None,
        "assessors": [each.key for each in assessors_of(about)],
    }
