"""What does the career map show: fields down, levels across, one mark for each cell, and what was changed since?"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from kijun.framework.structure import Category, Field
from kijun.judgement.explain import say_outcome
from kijun.judgement.record_judgement import MARK_NAMES, EditionJudgement
from kijun.web.judgements.marks import legend, mark_class
from kijun.web.judgements.policies import chosen_in
from kijun.web.judgements.proof_page import cell_url
from kijun.web.judgements.queries import Asked
from kijun.web.judgements.standing import (
    Reader,
    facts_that_settle,
    fields_with_evidence,
    next_steps,
    reached,
)
from kijun.web.judgements.titles import judge_titled
from kijun.web.library.templatetags.kijun import said


def map_page(reader: Reader, asked: Asked, *, changed: Collection[str]) -> dict[str, Any]:
    """Return what the page of a map shows; `changed` are the paths of the cells that are judged otherwise since last time."""
    titled = judge_titled(reader.record, asked)
    found = fields_with_evidence(titled)
    paths = {summary.field.path for _, summary in found}
    shown: list[dict[str, Any]] = []
    folded: list[dict[str, Any]] = []
    for edition in titled.judged.editions:
        for category in edition.edition.edition.categories.values():
            has_evidence = any(field.path in paths for field in category.fields)
            has_evidence |= bool(titled.judged.person.engagements) and edition.counts_any_engagement(category)
            table = _table(edition, category, reader, changed)
            (shown if has_evidence else folded).append(table)
    return {
        "tables": shown,
        "folded": folded,
        "legend": legend(),
        "reached": reached(found),
        "next": next_steps(titled, found, reader),
        "facts": facts_that_settle(titled, found, reader),
        "answers": [
            {"edition": edition.edition.edition.name, "points": points}
            for edition in titled.judged.editions
            if (points := chosen_in(edition))
        ],
        "asks_engagements": titled.judged.asks_engagements,
    }


def _table(edition: EditionJudgement, category: Category, reader: Reader, changed: Collection[str]) -> dict[str, Any]:
    printed = edition.edition.edition
    return {
        "name": category.name,
        "edition": printed.name,
        "levels": [{"heading": printed.cell_heading(level)} for level in printed.levels],
        "rows": [
            {"name": field.name, "cells": [_cell(edition, field, level, reader, changed) for level in printed.levels]}
            for field in category.fields
        ],
    }


def _cell(
    edition: EditionJudgement, field: Field, level: int, reader: Reader, changed: Collection[str]
) -> dict[str, Any]:
    path = f"{field.path}/{level}"
    mark, judged = edition.mark_at(field, level), edition.cells.get(path)
    words = MARK_NAMES[mark] if judged is None else say_outcome(judged)
    name = said(edition.edition.edition.cell_name(field, level))
    return {
        "kind": mark_class(mark),
        "said": f"{name}: {said(words)}",
        "url": None if judged is None else cell_url(reader.person, path, reader.query),
        "is_changed": path in changed,
    }
