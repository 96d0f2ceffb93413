"""Which operations keep what somebody assumes beside their record, and tell what would come of it? Only the person sees it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from django.http import Http404, HttpRequest
from ninja import Body, Query, Router, Schema
from ninja.responses import Status
from pydantic import Field

from kijun.exchange.as_json.judgement import dump_judgement
from kijun.framework.dump import dump_text
from kijun.problem import Severity
from kijun.text import Text
from kijun.web.accounts.guards import viewer_of
from kijun.web.accounts.permissions import KEEP_PLAN
from kijun.web.api.asking import When, question_for, record_for
from kijun.web.api.operations import operation
from kijun.web.api.pages import Exactly, Page, Piece, page_of
from kijun.web.api.texts import TextShape
from kijun.web.api.wrong import ProblemShape, invalid, invalid_value, problem_shape
from kijun.web.judgements.queries import judge_person
from kijun.web.people.models import Record
from kijun.web.people.queries import read_record
from kijun.web.plans import what_if_actions as actions
from kijun.web.plans.assumed import read_body
from kijun.web.plans.models import WhatIf
from kijun.web.plans.queries import find_what_if, what_ifs_of
from kijun.web.plans.what_if import Item, assumed, last_day

router = Router(tags=["plans"])
READ, WRITE = "plan:read", "plan:write"
_MOST: Final = 50
_TOO_MANY: Final = Text(ja=f"一度に仮定できるのは{_MOST}件まで", en=f"at most {_MOST} entries are assumed at once")


class ItemShape(Schema):
    """One entry that is assumed, in words, and what is wrong with it beside the record as it is now."""

    position: int
    words: TextShape
    problems: list[ProblemShape]
    list: str


class WhatIfShape(Schema):
    """What somebody assumes."""

    key: str
    name: str
    additions: dict[str, Any]
    changed_at: str


class WouldChangeShape(Schema):
    """A cell that would be judged otherwise."""

    cell: str
    before: str
    after: str


class ComeOfItShape(Schema):
    """What would come of an assumption: the day as of which it is judged, its entries, and the cells that would change."""

    on: str
    items: list[ItemShape]
    cells: list[WouldChangeShape]


class NewWhatIf(Exactly):
    """What is assumed, as `--with` reads it (docs/reference/additions.md), under a name."""

    name: str = Field(min_length=1, max_length=120)
    additions: dict[str, Any] = Field(max_length=20)


class Assumed(Exactly):
    """What is assumed, as `--with` reads it."""

    additions: dict[str, Any] = Field(max_length=20)


@operation(
    router,
    "POST",
    "/people/{slug:person}/what-if",
    scope=READ,
    permission=KEEP_PLAN,
    ja="仮定したら何が変わるか(何も保存しない)",
    answer=ComeOfItShape,
)
def try_it(request: HttpRequest, person: str, body: Body[Assumed], given: Query[When]) -> dict[str, Any]:
    """Tell what would be judged otherwise if something were on record; nothing is kept."""
    record = record_for(request, person, KEEP_PLAN)
    _check(record, body.additions, given)
    return _come_of_it(record, body.additions, given)


@operation(
    router,
    "GET",
    "/people/{slug:person}/what-ifs",
    scope=READ,
    permission=KEEP_PLAN,
    ja="取ってある仮定(新しい順)",
    answer=Page[WhatIfShape],
)
def what_ifs(request: HttpRequest, person: str, given: Query[Piece]) -> dict[str, Any]:
    """Tell what is assumed, newest first."""
    return page_of(what_ifs_of(record_for(request, person, KEEP_PLAN)), given, _shown)


@operation(
    router,
    "POST",
    "/people/{slug:person}/what-ifs",
    scope=WRITE,
    permission=KEEP_PLAN,
    ja="仮定を取っておく",
    answer=WhatIfShape,
)
def keep(request: HttpRequest, person: str, body: Body[NewWhatIf]) -> dict[str, Any]:
    """Keep what is assumed."""
    record = record_for(request, person, KEEP_PLAN)
    _check(record, body.additions, When())
    return _shown(actions.make(record, author=viewer_of(request), name=body.name, body=body.additions))


@operation(
    router,
    "GET",
    "/people/{slug:person}/what-ifs/{slug:what_if}",
    scope=READ,
    permission=KEEP_PLAN,
    ja="一つの仮定",
    answer=WhatIfShape,
)
def what_if(request: HttpRequest, person: str, what_if: str) -> dict[str, Any]:
    """One assumption."""
    return _shown(_found(record_for(request, person, KEEP_PLAN), what_if))


@operation(
    router,
    "GET",
    "/people/{slug:person}/what-ifs/{slug:what_if}/outcome",
    scope=READ,
    permission=KEEP_PLAN,
    ja="仮定から何が変わるか",
    answer=ComeOfItShape,
)
def outcome(request: HttpRequest, person: str, what_if: str, given: Query[When]) -> dict[str, Any]:
    """Tell what would come of an assumption. Without a day, as of the one on which all of it is there."""
    record = record_for(request, person, KEEP_PLAN)
    return _come_of_it(record, _found(record, what_if).body, given)


@operation(
    router,
    "PUT",
    "/people/{slug:person}/what-ifs/{slug:what_if}",
    scope=WRITE,
    permission=KEEP_PLAN,
    ja="仮定を変える",
    answer=WhatIfShape,
)
def change(request: HttpRequest, person: str, what_if: str, body: Body[NewWhatIf]) -> dict[str, Any]:
    """Assume something else, or give it another name."""
    record = record_for(request, person, KEEP_PLAN)
    found = _found(record, what_if)
    _check(record, body.additions, When())
    actions.change(found, author=viewer_of(request), name=body.name, body=body.additions)
    return _shown(found)


@operation(
    router,
    "DELETE",
    "/people/{slug:person}/what-ifs/{slug:what_if}",
    scope=WRITE,
    permission=KEEP_PLAN,
    ja="仮定を捨てる",
    answer=None,
    status=204,
)
def forget(request: HttpRequest, person: str, what_if: str) -> Status[None]:
    """Forget what was assumed; it is gone."""
    actions.forget(_found(record_for(request, person, KEEP_PLAN), what_if), author=viewer_of(request))
    return Status(204, None)


def _found(record: Record, key: str) -> WhatIf:
    found = find_what_if(record, key)
    if found is None:
        raise Http404
    found.record = record
    return found


def _check(record: Record, additions: dict[str, Any], given: When) -> None:
    """Refuse what cannot be read beside the record. Raises Refused with every problem."""
    if sum(len(each) for each in additions.values() if isinstance(each, list)) > _MOST:
        raise invalid_value(["body", "additions"], _TOO_MANY)
    asked = question_for(given, record).asked
    person = read_record(record, recorded=asked.recorded).person
    read = read_body(additions, person, on=asked.on)
    wrong = [each for each in read.wrong if each.problem.severity is Severity.ERROR]
    if wrong:
        raise invalid([problem_shape(each.problem, ("body", "additions", *each.path)) for each in wrong])


def _come_of_it(record: Record, additions: dict[str, Any], given: When) -> dict[str, Any]:
    asked = question_for(given, record).asked
    person = read_record(record, recorded=asked.recorded).person
    if given.on is None:
        asked = replace(asked, on=last_day(additions, person, on=asked.on))
    as_if = assumed(additions, person, on=asked.on)
    before, after = (
        dump_judgement(judged, [], has_proofs=False)["cells"]
        for judged in (judge_person(person, asked), as_if.judged(asked))
    )
    assert isinstance(before, dict), "cells are kept by path"
    assert isinstance(after, dict), "cells are kept by path"
    return {
        "on": asked.on.isoformat(),
        "items": [_item(each) for each in as_if.items],
        "cells": [
            {"cell": path, "before": _verdict(before[path]), "after": _verdict(cell)}
            for path, cell in after.items()
            if _verdict(cell) != _verdict(before[path])
        ],
    }


def _verdict(cell: Any) -> str:
    return str(cell["verdict"])


def _item(item: Item) -> dict[str, Any]:
    return {
        "list": item.list,
        "position": item.position,
        "words": dump_text(item.words),
        "problems": [problem_shape(each.problem, each.path) for each in item.wrong],
    }


def _shown(what_if: WhatIf) -> dict[str, Any]:
    return {
        "key": what_if.key,
        "name": what_if.name,
        "additions": what_if.body,
        "changed_at": what_if.changed_at.isoformat(),
    }
