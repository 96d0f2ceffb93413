"""Where does somebody stand, what comes next, and which missing facts would settle something?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.utils.translation import gettext as _

from kijun.growth.explain import explain_plan, say_plan, say_unlisted
from kijun.growth.plan_cell import plan_cell
from kijun.judgement.explain import PART_NAMES, say_outcome
from kijun.judgement.explain_fact import say_open_fact
from kijun.judgement.proof import CellJudgement, OpenFact
from kijun.judgement.record_judgement import EditionJudgement
from kijun.judgement.summary import FieldSummary, summaries
from kijun.text import Text
from kijun.verdict import UNKNOWN
from kijun.web.judgements.addresses import record_url
from kijun.web.judgements.marks import mark_class
from kijun.web.judgements.proof_page import cell_url, goal_url, open_facts_of
from kijun.web.judgements.titles import Titled
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.models import Record

Found = list[tuple[EditionJudgement, FieldSummary]]
_MOST_LINES: Final = 3
_MOST_FACTS: Final = 4
_MOST_CELLS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Whose map it is, and what the one who reads it may do; `back` is where one returns to."""

    record: Record
    person: str
    query: str
    may_record: bool
    back: str


def fields_with_evidence(titled: Titled) -> Found:
    """Return the fields in which something on record counts, those first in which most is reached."""
    judged = titled.judged
    found = [(edition, each) for edition in judged.editions for each in summaries(edition, judged.person)]
    return sorted(found, key=lambda each: -(each[1].levels.highest_met or 0))


def reached(found: Found) -> list[dict[str, Any]]:
    """Return the level of each field, with what is not plain about it."""
    shown = []
    for edition, summary in found:
        highest = summary.levels.highest_met
        short = None if highest is None else edition.edition.edition.level_name(highest)
        notes = [] if short == summary.level else [summary.level]
        shown.append({"level": short, "field": summary.field.name, "notes": [*notes, *summary.holes]})
    return shown


def next_steps(titled: Titled, found: Found, reader: Reader) -> list[dict[str, Any]]:
    """Return the next cell of each field with the smallest steps that make it met."""
    return [
        _next(titled, edition, summary, summary.next_cell, reader)
        for edition, summary in found
        if summary.next_cell is not None
    ]


def _next(
    titled: Titled, edition: EditionJudgement, summary: FieldSummary, cell: CellJudgement, reader: Reader
) -> dict[str, Any]:
    printed, path = edition.edition.edition, cell.cell.indicator.path
    growth = plan_cell(path, edition, titled.judged.person, on=titled.judged.on)
    steps = [] if growth.best is None else explain_plan(growth.best, printed.vocabulary.name)
    unlisted = None if growth.best is None else say_unlisted(growth.best, titled.judged.person.complete)
    return {
        "name": printed.cell_name(summary.field, cell.cell.indicator.level),
        "kind": mark_class(cell.mark),
        "outcome": say_outcome(cell),
        "url": cell_url(reader.person, path, reader.query),
        "plan": None if growth.best is None else say_plan(growth.best),
        "steps": [
            {"part": PART_NAMES[each.part], "said": titled.labels.named(each.headline)} for each in steps[:_MOST_LINES]
        ],
        "more": max(0, len(steps) - _MOST_LINES),
        "unlisted": unlisted,
        "goal": goal_url(reader.person, path) if reader.may_record else None,
    }


def facts_that_settle(titled: Titled, found: Found, reader: Reader) -> list[dict[str, Any]]:
    """Return the facts that are not on record and that cells which are unknown wait for: those of the most cells first."""
    waiting: dict[OpenFact, list[Text]] = {}
    words: dict[OpenFact, Text] = {}
    for edition, summary in found:
        printed = edition.edition.edition
        for indicator in printed.cells_of(summary.field.path):
            cell = edition.cells[indicator.path]
            for fact in _facts_of(cell) if cell.verdict is UNKNOWN else ():
                waiting.setdefault(fact, []).append(printed.cell_name(summary.field, indicator.level))
                words.setdefault(fact, say_open_fact(fact, printed.vocabulary.name))
    ordered = sorted(waiting, key=lambda fact: -len(waiting[fact]))
    where = _where(titled, reader)
    return [
        {
            "said": titled.labels.named(words[fact]),
            "cells": [said(each) for each in waiting[fact][:_MOST_CELLS]],
            "more": max(0, len(waiting[fact]) - _MOST_CELLS),
            "record": where(fact),
        }
        for fact in ordered[:_MOST_FACTS]
    ]


def _facts_of(cell: CellJudgement) -> Sequence[OpenFact]:
    """Return the facts that the unknown parts of a cell wait for, each once."""
    names = cell.open_parts or ()
    return list(dict.fromkeys(fact for name in names for fact in open_facts_of(cell.parts[name].proof)))


def _where(titled: Titled, reader: Reader) -> Callable[[OpenFact], str | None]:
    def where(fact: OpenFact) -> str | None:
        if not reader.may_record:
            return None
        evidence = None if fact.evidence is None else titled.id_of(fact.evidence)
        return record_url(reader.record, replace(fact, evidence=evidence), reader.back)

    return where


def first_things() -> list[dict[str, str]]:
    """Return the three things that somebody does first whose record is empty."""
    return [
        {
            "title": _("Record one engagement"),
            "said": _("What it was, when, your role, its conditions and its size. One is enough to see a level."),
        },
        {
            "title": _("Add what you are good at and what you handed on"),
            "said": _("Areas of expertise, papers and lectures, whom you mentor, examinations passed."),
        },
        {
            "title": _("Read the map and choose the next level"),
            "said": _("Each mark opens its proof; a plan shows the smallest steps from there."),
        },
    ]
