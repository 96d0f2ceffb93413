"""Which operations answer for what an engagement could count, and what is judged otherwise since a day?"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.http import HttpRequest
from django.utils import timezone
from ninja import Body, Query, Router, Schema
from pydantic import Field

from kijun.framework.dump import dump_text
from kijun.judgement.could_count import CellCount, EditionCount, could_count
from kijun.judgement.record_judgement import EditionJudgement
from kijun.judgement.since import CellSince
from kijun.web.api.asking import entry_for, record_for
from kijun.web.api.operations import operation
from kijun.web.api.pages import Exactly
from kijun.web.api.texts import TextShape
from kijun.web.api.wrong import ProblemShape, fault_shapes, invalid, invalid_form
from kijun.web.judgements.changes_page import Since, changed_since
from kijun.web.judgements.question import SinceForm
from kijun.web.library.queries import current_editions, words
from kijun.web.people.days import end_of
from kijun.web.people.queries import states_of
from kijun.web.people.states import State, faults_of, read_states

router = Router(tags=["judgement"])
SCOPE = "judgement:read"
_LIST: Final = "engagements"
_TRIAL: Final = "trial"


class NearShape(Schema):
    """A part that the engagement would count for but for one fact."""

    part: str
    fact: str
    have: Any
    need: Any


class CountShape(Schema):
    """A cell that an engagement could count for."""

    cell: str
    name: TextShape
    before: str
    after: str
    counts: list[str] = Field(description="The parts for which it counts.")
    near: list[NearShape]


class CountsShape(Schema):
    """The cells that an engagement could count for, and what else is said of it."""

    cells: list[CountShape]
    problems: list[ProblemShape]


class Trial(Exactly):
    """An engagement that is not on record, or another state of one that is."""

    entry: str | None = Field(default=None, max_length=12, description="The entry in whose place it is tried.")
    body: dict[str, Any] = Field(max_length=100)


class ChangedPartShape(Schema):
    """A part that is judged otherwise, and why."""

    part: str
    old: str
    new: str
    causes: list[str] = Field(description="record, time.")
    evidence: list[dict[str, str]] = Field(description="What of the record it was: list and name.")


class ChangedCellShape(Schema):
    """A cell that is judged otherwise, or parts of one."""

    cell: str
    name: TextShape
    old: str
    new: str
    parts: list[ChangedPartShape]


class ChangesShape(Schema):
    """What is judged otherwise today than at the end of a day."""

    since: str
    on: str
    cells: list[ChangedCellShape]
    revisions: int = Field(description="How many entries were changed meanwhile.")


class SinceDay(Exactly):
    """Since the end of which day."""

    since: str = Field(max_length=40)


@operation(
    router,
    "POST",
    "/people/{slug:person}/could-count",
    scope=SCOPE,
    ja="案件がどのセルに数えられうるか(何も記録しない)",
    answer=CountsShape,
)
def counts(request: HttpRequest, person: str, body: Body[Trial]) -> dict[str, Any]:
    """For which cells an engagement could count; nothing is put on record."""
    record = record_for(request, person)
    if body.entry is not None:
        entry_for(record, body.entry)
    others = [state for state in states_of(record) if state.key != body.entry]
    trial = State(key=_TRIAL, list=_LIST, position=1_000_000, body=body.body)
    today = timezone.localdate()
    faults = [each for each in faults_of([*others, trial], words(), today=today) if each.key == _TRIAL]
    if any(fault.is_error for fault in faults):
        raise invalid(fault_shapes(faults, "body", "body"))
    read = read_states([*others, trial], words(), today=date.max).person
    engagement = read.engagements[-1]
    found = could_count(current_editions(), read, engagement, on=today)
    return {
        "cells": [_count(each, cell) for each in found for cell in each.cells],
        "problems": fault_shapes(faults, "body", "body"),
    }


def _count(found: EditionCount, count: CellCount) -> dict[str, Any]:
    return {
        **_named(found.judged, count.cell.cell.indicator.path),
        "before": count.before.value,
        "after": count.cell.verdict.value,
        "counts": list(count.counts),
        "near": [
            {"part": each.name, "fact": each.miss.fact, "have": each.miss.have, "need": each.miss.need}
            for each in count.near
        ],
    }


@operation(
    router,
    "GET",
    "/people/{slug:person}/changes",
    scope=SCOPE,
    ja="ある日から判定が変わったものと、その理由",
    answer=ChangesShape,
)
def changes(request: HttpRequest, person: str, given: Query[SinceDay]) -> dict[str, Any]:
    """Tell what is judged otherwise since a day, and why."""
    record = record_for(request, person)
    form = SinceForm({"since": given.since}, record=record)
    if not form.is_valid():
        raise invalid_form(form)
    day, today = form.cleaned_data["since"], timezone.localdate()
    if day is None:
        raise invalid([ProblemShape(code="missing", where=["query", "since"], what="")])
    changed = changed_since(record, Since(moment=end_of(day), on=day, number=form.number), on=today)
    return {
        "since": day.isoformat(),
        "on": today.isoformat(),
        "cells": [_changed(edition, cell) for edition, cells in changed.cells for cell in cells],
        "revisions": len(changed.acts),
    }


def _changed(edition: EditionJudgement, cell: CellSince) -> dict[str, Any]:
    return {
        **_named(edition, cell.path),
        "old": cell.old.value,
        "new": cell.new.value,
        "parts": [
            {
                "part": part.name,
                "old": part.old.value,
                "new": part.new.value,
                "causes": sorted(cause.value for cause in part.causes),
                "evidence": [{"list": each.list, "name": each.name} for each in part.evidence],
            }
            for part in cell.parts
        ],
    }


def _named(judged: EditionJudgement, path: str) -> dict[str, Any]:
    printed = judged.edition.edition
    indicator = printed.indicators[path]
    field = next(each for _category, each in printed.fields() if each.path == indicator.field_path)
    return {"cell": path, "name": dump_text(printed.cell_name(field, indicator.level))}
