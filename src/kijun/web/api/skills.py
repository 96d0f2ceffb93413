"""Which operations read the matrix of skills, rate, and say what somebody knows?"""

from __future__ import annotations

from typing import Any, Final, Literal

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, JsonResponse
from django.utils import timezone
from ninja import Body, Query, Router, Schema
from pydantic import Field

from kijun.day import RecordedDay, read_day
from kijun.exchange.as_json.skills import dump_skills
from kijun.framework.skill import SkillItem
from kijun.judgement.ratings import common_item
from kijun.judgement.skills import skill_levels, skill_matrix
from kijun.problem.reading import FIRST_DAY
from kijun.text import Text
from kijun.web.accounts.guards import viewer_of
from kijun.web.accounts.permissions import EDIT_RECORD, SEE_RECORD
from kijun.web.api.answers import json_answer
from kijun.web.api.asking import MOST_LETTERS, When, entry_for, question_for, record_for
from kijun.web.api.operations import operation
from kijun.web.api.pages import Exactly, Page, Piece, page_of
from kijun.web.api.record import WrittenShape, written_shape
from kijun.web.api.wrong import checked, invalid_value
from kijun.web.library.queries import editions
from kijun.web.people.models import Record
from kijun.web.people.queries import read_record
from kijun.web.skills.actions import Rate, may_take_back, rate, remove, state_knowledge
from kijun.web.skills.queries import RATINGS, Given, Place, find_item, places_with_items, ratings_of
from kijun.web.skills.raters import raters_of

router = Router(tags=["skills"])
READ, WRITE = "skills:read", "skills:write"
Rater = Literal["self", "superior", "assessor"]
_MOST: Final = 50
_HIGHEST: Final = 7
_NO_FIELD: Final = Text(ja="この専門分野にスキル項目はない", en="there are no skill items of this field")
_NO_LEVEL: Final = Text(ja="このレベルの達成度はない", en="no item has a proficiency at this level")
_LEVELS: Final = Text(ja="あるレベル: {levels}", en="Levels that have one: {levels}")
_NO_ITEM: Final = Text(ja="このスキル項目はない", en="there is no such skill item")
_NOT_A_DAY: Final = Text(
    ja="日付ではないか、まだ来ていない。2026-04-01のように書く",
    en="it is no day, or one that has not come yet; write it like 2026-04-01",
)
_AS_WHOM: Final = Text(
    ja="上長としてか、評価者としてかをbyに書く", en="say in `by` whether it is given as superior or as assessor"
)
_NOT_KNOWN: Final = Text(ja="この項目にない知識項目", en="no knowledge item of this skill item")


class SkillsShape(Schema):
    """The matrix, as `kijun skills --format json` writes it; docs/reference/skills-json.md describes each key."""

    person: str
    on: str
    assumed: list[dict[str, Any]]
    matrices: list[dict[str, Any]]


class GivenShape(Schema):
    """A rating on record, and who put it there."""

    entry: str
    item: str
    level: int
    by: Rater
    day: str
    note: str
    awaits: str
    author: str
    at: str


class FieldOf(When):
    """Which field, against which level."""

    field: str = Field(max_length=200, description="Category and field, such as customer-service/hardware.")
    level: int | None = Field(
        default=None, ge=1, le=_HIGHEST, description="Left out: every level that has proficiencies."
    )


class ItemOf(Piece):
    """Which skill item."""

    item: str = Field(max_length=200, description="As a record calls it: category, field and item.")


class NewRating(Exactly):
    """A level that is given in an item."""

    item: str = Field(max_length=200)
    level: int = Field(ge=0, le=_HIGHEST)
    day: str | None = Field(default=None, max_length=40, description="Today, if left out.")
    note: str = Field(default="", max_length=MOST_LETTERS)


class NewRatings(Exactly):
    """Ratings that are given at once; `by` is needed only by whoever is superior and assessor."""

    by: Rater | None = None
    ratings: list[NewRating] = Field(min_length=1, max_length=_MOST)
    based_on: int | None = Field(default=None, ge=0, le=2**31, description="The revision of the record that was seen.")


class Known(Exactly):
    """Which knowledge items of a skill item somebody has: all of them, an earlier statement is replaced."""

    item: str = Field(max_length=200)
    known: list[str] = Field(max_length=200)
    for_all_fields: bool = Field(default=False, description="Of a common item: said for every field of the category.")
    based_on: int | None = Field(default=None, ge=0, le=2**31)


@operation(
    router,
    "GET",
    "/people/{slug:person}/skills",
    scope=READ,
    ja="専門分野のスキルの表",
    answer=SkillsShape,
)
def skills(request: HttpRequest, person: str, given: Query[FieldOf]) -> JsonResponse:
    """Give the rating matrix of a field."""
    record = record_for(request, person)
    asked = question_for(given, record).asked
    place = next((each for each in places_with_items(asked.editions()) if each.key == given.field), None)
    if place is None:
        raise invalid_value(["query", "field"], _NO_FIELD)
    levels = skill_levels(place.edition, place.field.path)
    if given.level is not None and given.level not in levels:
        known = ", ".join(map(str, levels))
        raise invalid_value(["query", "level"], _NO_LEVEL, _with_levels(known))
    person_on_record = read_record(record, recorded=asked.recorded).person
    matrices = [
        skill_matrix(place.edition, place.field, level, person_on_record, on=asked.on, by=place.deciders)
        for level in ([given.level] if given.level is not None else levels)
    ]
    return json_answer(dump_skills(person_on_record, matrices, on=asked.on))


def _with_levels(known: str) -> Text:
    return Text(ja=_LEVELS.ja.format(levels=known), en=_LEVELS.en.format(levels=known))


@operation(
    router,
    "GET",
    "/people/{slug:person}/ratings",
    scope=READ,
    ja="スキル項目の評価の履歴(新しい順)",
    answer=Page[GivenShape],
)
def ratings(request: HttpRequest, person: str, given: Query[ItemOf]) -> dict[str, Any]:
    """Give every rating of an item, newest first."""
    record = record_for(request, person)
    _place, item = _item(given.item, ["query", "item"])
    return page_of(ratings_of(record, item), given, _given)


@operation(
    router,
    "POST",
    "/people/{slug:person}/ratings",
    scope=WRITE,
    permission=SEE_RECORD,
    ja="評価する",
    answer=WrittenShape,
)
def give(request: HttpRequest, person: str, body: Body[NewRatings]) -> dict[str, Any]:
    """Rate items, as the person, their superior or their assessor.

    As whom follows from the owner of the key. A rating that they gave in the same item on the same day is corrected.
    """
    record, viewer = record_for(request, person), viewer_of(request)
    by = _rater(body.by, raters_of(viewer, record.owner))
    rates = [_rate(each, by, number) for number, each in enumerate(body.ratings)]
    return written_shape(checked(rate(record, rates, author=viewer, based_on=body.based_on), "body"))


@operation(
    router,
    "DELETE",
    "/people/{slug:person}/ratings/{slug:entry}",
    scope=WRITE,
    permission=SEE_RECORD,
    ja="自分が付けた評価を取り除く(元に戻せる)",
    answer=WrittenShape,
)
def take_off(request: HttpRequest, person: str, entry: str) -> dict[str, Any]:
    """Take a rating that one gave oneself off the record; it can be undone."""
    record, viewer = record_for(request, person), viewer_of(request)
    held = entry_for(record, entry)
    if held.list != RATINGS:
        raise Http404
    if not may_take_back(held, author=viewer, held=raters_of(viewer, record.owner)):
        raise PermissionDenied
    return written_shape(checked(remove(held, author=viewer)))


@operation(
    router,
    "PUT",
    "/people/{slug:person}/knowledge",
    scope=WRITE,
    permission=EDIT_RECORD,
    ja="スキル項目の知識のうち、何を知っているかを述べる",
    answer=WrittenShape,
)
def know(request: HttpRequest, person: str, body: Body[Known]) -> dict[str, Any]:
    """Say which knowledge items of a skill item one has."""
    record = record_for(request, person, EDIT_RECORD)
    _place, item = _item(body.item, ["body", "item"])
    offered = {each.id for each in item.knowledge}
    for number, each in enumerate(body.known):
        if each not in offered:
            raise invalid_value(["body", "known", str(number)], _NOT_KNOWN)
    key = common_item(item.key) if body.for_all_fields and item.is_common else item.key
    known = list(dict.fromkeys(body.known))
    outcome = state_knowledge(record, key, known, author=viewer_of(request), based_on=_seen(record, body.based_on))
    return written_shape(checked(outcome, "body"))


def _seen(record: Record, based_on: int | None) -> int:
    return record.number if based_on is None else based_on


def _rater(asked: str | None, held: tuple[str, ...]) -> str:
    if not held or (asked is not None and asked not in held):
        raise PermissionDenied
    if asked is None and len(held) > 1:
        raise invalid_value(["body", "by"], _AS_WHOM)
    return asked or held[0]


def _item(key: str, where: list[str]) -> tuple[Place, SkillItem]:
    found = find_item(key, editions())
    if found is None:
        raise invalid_value(where, _NO_ITEM)
    return found


def _rate(given: NewRating, by: str, number: int) -> Rate:
    where = ["body", "ratings", str(number)]
    is_common = given.item.count("/") == 1
    if not is_common:
        _item(given.item, [*where, "item"])
    return Rate(
        item=given.item, by=by, level=given.level, day=_day(given.day, [*where, "day"]), note=given.note.strip()
    )


def _day(given: str | None, where: list[str]) -> RecordedDay:
    today = timezone.localdate()
    day = read_day(given if given is not None else today.isoformat())
    if day is None or not FIRST_DAY <= day.earliest <= today:
        raise invalid_value(where, _NOT_A_DAY)
    return day


def _given(given: Given) -> dict[str, Any]:
    return {
        "entry": given.key,
        "item": given.state.body["item"],
        "level": given.level,
        "by": given.by,
        "day": given.state.body["day"],
        "note": given.note,
        "awaits": given.awaits,
        "author": given.author_name,
        "at": given.at.isoformat(),
    }
