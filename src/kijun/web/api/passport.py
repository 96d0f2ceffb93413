"""Which operations draw the passport, and give it by private links?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Any, Final, Literal

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from ninja import Body, Query, Router, Schema
from pydantic import Field

from kijun.errors import NotFound
from kijun.evidence.engagement import MASKABLE
from kijun.text import Text
from kijun.web.accounts.guards import viewer_of
from kijun.web.accounts.permissions import GIVE_PASSPORT
from kijun.web.api.asking import iso, record_for
from kijun.web.api.operations import operation
from kijun.web.api.pages import Exactly, Page, Piece, page_of
from kijun.web.api.wrong import changed_since, invalid_form, invalid_value, not_known
from kijun.web.passport import actions
from kijun.web.passport.answers import file_name, html_answer, pdf_answer
from kijun.web.passport.forms import TermsForm
from kijun.web.passport.making import (
    PAGE,
    PDF,
    CannotDraw,
    Sheet,
    letters_without_glyph,
    pdf_of,
    sheet_of,
)
from kijun.web.passport.making import (
    page_of as drawn,
)
from kijun.web.passport.models import Link
from kijun.web.passport.queries import find_link, links_of
from kijun.web.people.models import Record

router = Router(tags=["passport"])
READ, WRITE = "passport:read", "passport:write"
_OF = "/people/{slug:person}/passport"
_LONGEST: Final = 365
_LETTERS: Final = Text(
    ja="PDFの書体にない文字: {letters}。HTMLなら出せる",
    en="letters that no font of the PDF has: {letters}; the HTML has them",
)


class Terms(Exactly):
    """What a passport is to be; what is left out is as usual."""

    languages: Literal["ja", "en", "both"] | None = None
    field: str | None = Field(
        default=None, max_length=200, description="The path of the field that it is held against."
    )
    level: int | None = Field(default=None, ge=1, le=7)
    edition: str | None = Field(default=None, max_length=200)
    on: str | None = Field(default=None, max_length=40)
    mask: list[Annotated[str, Field(max_length=60)]] = Field(
        default=[],
        max_length=200,
        description="What is kept back: the entry of an engagement or `all`, a colon, and the fact.",
    )


class NewLink(Terms):
    """A private link to give somebody."""

    purpose: str = Field(min_length=1, max_length=120, description="What it is for; only the person sees it.")
    days: int = Field(default=30, ge=1, le=_LONGEST)
    is_frozen: bool = Field(default=False, description="It shows the record as it is now, whatever is recorded later.")
    hides_later: bool = Field(
        default=True, description="It keeps back every fact of engagements that are recorded later."
    )


class Expiry(Exactly):
    """For how many days from now a link can be opened."""

    days: int = Field(ge=1, le=_LONGEST)


class LinkShape(Schema):
    """A private link, without its secret."""

    key: str
    purpose: str
    languages: list[str]
    edition: str
    field: str
    level: str
    on: str | None
    is_frozen: bool
    masks: dict[str, list[str]]
    is_open: bool
    made_at: str
    expires_at: str
    withdrawn_at: str | None
    opened: int
    last_opened_at: str | None


class MadeLinkShape(LinkShape):
    """A link that was just made; its address is told this once and kept nowhere."""

    address: str


@operation(
    router,
    "GET",
    f"{_OF}.html",
    scope=READ,
    permission=GIVE_PASSPORT,
    ja="一つのHTMLファイルとしてのスキル・パスポート",
    answer=None,
    file="text/html",
)
def as_page(request: HttpRequest, person: str, given: Query[Terms]) -> HttpResponseBase:
    """Give the skill passport as one HTML file."""
    sheet = _sheet(record_for(request, person, GIVE_PASSPORT), given, "query")
    return html_answer(drawn(sheet), file_name(sheet.on, PAGE))


@operation(
    router,
    "GET",
    f"{_OF}.pdf",
    scope=READ,
    permission=GIVE_PASSPORT,
    ja="PDFとしてのスキル・パスポート",
    answer=None,
    file="application/pdf",
)
def as_pdf(request: HttpRequest, person: str, given: Query[Terms]) -> HttpResponseBase:
    """Give the skill passport as a PDF."""
    sheet = _sheet(record_for(request, person, GIVE_PASSPORT), given, "query")
    try:
        return pdf_answer(pdf_of(sheet), file_name(sheet.on, PDF))
    except CannotDraw as missing:
        letters = " ".join(missing.letters)
        said = Text(ja=_LETTERS.ja.format(letters=letters), en=_LETTERS.en.format(letters=letters))
        raise invalid_value(["record"], said, code="letters") from missing


@operation(
    router,
    "GET",
    f"{_OF}/links",
    scope=READ,
    permission=GIVE_PASSPORT,
    ja="パスポートへの非公開リンク(新しい順)",
    answer=Page[LinkShape],
)
def links(request: HttpRequest, person: str, given: Query[Piece]) -> dict[str, Any]:
    """Give the private links to a passport, newest first."""
    return page_of(links_of(record_for(request, person, GIVE_PASSPORT)), given, _link)


@operation(
    router,
    "POST",
    f"{_OF}/links",
    scope=WRITE,
    permission=GIVE_PASSPORT,
    ja="非公開リンクを作る。住所はこの一度だけ示される",
    answer=MadeLinkShape,
)
def make(request: HttpRequest, person: str, body: Body[NewLink]) -> dict[str, Any]:
    """Make a private link; its address is told this once."""
    record = record_for(request, person, GIVE_PASSPORT)
    sheet = _sheet(record, body, "body")
    link, secret = actions.make_link(
        record,
        sheet.terms,
        purpose=body.purpose,
        expires_at=_until(body.days),
        is_frozen=body.is_frozen,
        later=frozenset(MASKABLE) if body.hides_later and not body.is_frozen else frozenset(),
    )
    return {**_link(link), "address": request.build_absolute_uri(reverse("passport:public_page", args=(secret,)))}


@operation(
    router,
    "GET",
    f"{_OF}/links/{{slug:link}}",
    scope=READ,
    permission=GIVE_PASSPORT,
    ja="一つの非公開リンク",
    answer=LinkShape,
)
def link(request: HttpRequest, person: str, link: str) -> dict[str, Any]:
    """Give one private link."""
    return _link(_found(record_for(request, person, GIVE_PASSPORT), link))


@operation(
    router,
    "PATCH",
    f"{_OF}/links/{{slug:link}}",
    scope=WRITE,
    permission=GIVE_PASSPORT,
    ja="リンクを開ける期間を決め直す",
    answer=LinkShape,
)
def change(request: HttpRequest, person: str, link: str, body: Body[Expiry]) -> dict[str, Any]:
    """Say anew for how many days a link can be opened. 409 for one that was withdrawn."""
    record = record_for(request, person, GIVE_PASSPORT)
    found = _found(record, link)
    if not actions.change_expiry(found, expires_at=_until(body.days), actor=viewer_of(request)):
        raise changed_since()
    return _link(_found(record, link))


@operation(
    router,
    "DELETE",
    f"{_OF}/links/{{slug:link}}",
    scope=WRITE,
    permission=GIVE_PASSPORT,
    ja="リンクを取り消す。元には戻せない",
    answer=LinkShape,
)
def withdraw(request: HttpRequest, person: str, link: str) -> dict[str, Any]:
    """Make a link show nothing any more, for good."""
    record = record_for(request, person, GIVE_PASSPORT)
    actions.withdraw_link(_found(record, link), actor=viewer_of(request))
    return _link(_found(record, link))


def _sheet(record: Record, given: Terms, place: str) -> Sheet:
    """Return what the passport is made of that is asked for. Raises Refused in the words of the pages."""
    asked = given.model_dump(include=set(Terms.model_fields), exclude_none=True)
    form = TermsForm({name: str(value) if name == "level" else value for name, value in asked.items()}, record=record)
    if not form.is_valid():
        raise invalid_form(form, place)
    sheet = sheet_of(record, form.terms(), today=timezone.localdate())
    try:
        letters_without_glyph(sheet)
    except NotFound as missing:
        raise not_known(missing, place, "field") from missing
    return sheet


def _until(days: int) -> datetime:
    return timezone.now() + timedelta(days=days)


def _found(record: Record, key: str) -> Link:
    found = find_link(record, key)
    if found is None:
        raise Http404
    found.record = record
    return found


def _link(link: Link) -> dict[str, Any]:
    plain = ("key", "purpose", "languages", "edition", "field", "level", "masks", "is_open", "opened")
    moments = ("on", "made_at", "expires_at", "withdrawn_at", "last_opened_at")
    return {
        **{name: getattr(link, name) for name in plain},
        **{name: iso(getattr(link, name)) for name in moments},
        "is_frozen": link.number is not None,
    }
