"""Which cells can be chosen as a goal, and how do they stand: fields down, levels across?"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kijun.framework.structure import Category, Field
from kijun.growth.distances import Distance
from kijun.judgement.explain import say_outcome
from kijun.judgement.record_judgement import MARK_NAMES, EditionJudgement, RecordJudgement
from kijun.judgement.summary import summaries
from kijun.web.judgements.marks import mark_class
from kijun.web.library.templatetags.kijun import said

Table = dict[str, Any]


def goal_tables(
    judged: RecordJudgement, found: Collection[Distance], *, person: str, query: str, goals: Collection[str]
) -> tuple[list[Table], list[Table]]:
    """Return a map of each category in which every printed cell leads to its plans: those with evidence, then the others."""
    steps = {each.growth.cell: each.steps for each in found}

    def cell(edition: EditionJudgement, field: Field, level: int) -> dict[str, Any]:
        path = f"{field.path}/{level}"
        drawn = _cell(edition, field, level)
        if path not in edition.cells:
            return drawn
        url = reverse("plans:goal", kwargs={"person": person, "cell": path}) + query
        count = steps.get(path)
        how_far = ngettext("%(count)s step", "%(count)s steps", count) % {"count": count} if count else ""
        words = ", ".join([drawn["said"], *([how_far] if how_far else []), *([_("a goal")] if path in goals else [])])
        return {**drawn, "url": url, "said": words, "steps": count, "is_goal": path in goals}

    return _split(judged, cell)


def changed_tables(judged: RecordJudgement, changed: Collection[str]) -> tuple[list[Table], list[Table]]:
    """Return a map of each category with the changed cells marked: those with evidence or a change, then the others."""

    def cell(edition: EditionJudgement, field: Field, level: int) -> dict[str, Any]:
        return {**_cell(edition, field, level), "is_changed": f"{field.path}/{level}" in changed}

    return _split(judged, cell, also=changed)


def _split(judged: RecordJudgement, cell: Any, also: Collection[str] = ()) -> tuple[list[Table], list[Table]]:
    shown: list[Table] = []
    folded: list[Table] = []
    for edition in judged.editions:
        known = {each.field.path for each in summaries(edition, judged.person)}
        for category in edition.edition.edition.categories.values():
            table = _table(edition, category, cell)
            paths = {field.path for field in category.fields}
            has_more = any(path.rpartition("/")[0] in paths for path in also)
            has_more |= bool(judged.person.engagements) and edition.counts_any_engagement(category)
            (shown if paths & known or has_more else folded).append(table)
    return shown, folded


def _table(edition: EditionJudgement, category: Category, cell: Any) -> Table:
    printed = edition.edition.edition
    return {
        "name": category.name,
        "edition": printed.name,
        "levels": [printed.cell_heading(level) for level in printed.levels],
        "rows": [
            {"name": field.name, "cells": [cell(edition, field, level) for level in printed.levels]}
            for field in category.fields
        ],
    }


def _cell(edition: EditionJudgement, field: Field, level: int) -> dict[str, Any]:
    judged = edition.cells.get(f"{field.path}/{level}")
    mark = edition.mark_at(field, level)
    words = MARK_NAMES[mark] if judged is None else say_outcome(judged)
    name = said(edition.edition.edition.cell_name(field, level))
    return {"kind": mark_class(mark), "said": f"{name}: {said(words)}"}


def changes(before: RecordJudgement, after: RecordJudgement) -> list[dict[str, Any]]:
    """Return every cell that is judged otherwise, in printed order, with how it was and how it is then."""
    found: list[dict[str, Any]] = []
    for edition, then in zip(before.editions, after.editions, strict=True):
        for path, old in edition.cells.items():
            new = then.cells[path]
            if (old.verdict, old.short_parts, old.open_parts) == (new.verdict, new.short_parts, new.open_parts):
                continue
            printed = then.edition.edition
            field = next(field for _, field in printed.fields() if path.startswith(f"{field.path}/"))
            found.append(
                {
                    "path": path,
                    "name": printed.cell_name(field, new.cell.indicator.level),
                    "before": say_outcome(old),
                    "before_kind": mark_class(old.mark),
                    "after": say_outcome(new),
                    "after_kind": mark_class(new.mark),
                }
            )
    return found
