"""What does the file structure.yaml of a draft say: its categories, their fields, phases and activities?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kijun.documents.charted import charted_levels
from kijun.documents.draft import Draft, DraftCategory, DraftField
from kijun.documents.notebook import Notebook
from kijun.documents.printed import Place
from kijun.documents.shipped_words import Raw, ShippedWords, named_twice
from kijun.framework.dump import Plain

_HIGHEST: Final = 7


def structure_file(draft: Draft, cells: Sequence[Notebook], words: ShippedWords) -> dict[str, Plain]:
    """Return the structure of a draft; ids may be stand-ins."""
    headed = [level for category in draft.categories.values() for level in _headed(category) or ()]
    highest = max([_HIGHEST, *headed, *(cell.level for cell in cells)])
    return {
        "levels": [*range(1, highest + 1)],
        "categories": [
            _category(category, [cell for cell in cells if cell.category == category.id], words)
            for category in draft.categories.values()
        ],
    }


def _category(category: DraftCategory, cells: Sequence[Notebook], words: ShippedWords) -> dict[str, Plain]:
    known = words.category(category.id) or {}
    told = category.description
    headed = _headed(category)
    return {
        "id": category.id,
        "engagements_belong_by": known.get("engagements_belong_by") or _belong_by(cells),
        "name": known.get("name") or named_twice(category.name),
        "summary": _described(category.described_in or category.document, told.place if told else category.place),
        "answers_for": _described(category.described_in or category.document, told.answers_for.place())
        if told and told.answers_for
        else None,
        "phases": [phase.plain(words) for phase in told.phases] if told else [],
        "activities": [each.plain() for each in told.activities] if told else [],
        "fields": [_field(category, field, cells, words) for field in category.fields.values()],
        "levels_printed": {"headed": [*headed], "cells": None} if headed else None,
        "citation": _citation(category.described_in or category.document, told.place if told else category.place),
    }


def _field(category: DraftCategory, field: DraftField, cells: Sequence[Notebook], words: ShippedWords) -> Raw:
    own = [cell for cell in cells if cell.field == field.id]
    has = {cell.level for cell in own}
    charted = charted_levels(field)
    named = {level for cell in own for level in _levels_named(cell)}
    return {
        "id": field.id,
        "name": words.field_name(category.id, field.id) or named_twice(field.name),
        "summary": _described(field.document, field.description.place() if field.description else field.place),
        "missing_from_source": sorted((charted | named) - has),
        "citation": _citation(field.document, field.place),
    }


def _levels_named(cell: Notebook) -> Iterator[int]:
    """Yield the levels of whose complexity and size a cell speaks: the standard has them, whether or not they are printed here."""
    for below in ("responsibility/slots", "responsibility/years_at_level"):
        value = cell.noted[below].value if below in cell.noted else None
        yield from (level for level in (value if isinstance(value, list) else [value]) if isinstance(level, int))


def _headed(category: DraftCategory) -> tuple[int, ...] | None:
    return category.description.headed_levels if category.description else None


def _belong_by(cells: Sequence[Notebook]) -> str:
    """Return how engagements belong to a field: by their activities where these tell the fields apart, else by name."""
    by_field: dict[str, set[str]] = {}
    for cell in cells:
        noted = cell.noted.get("responsibility/activities")
        of = (
            [str(each) for ids in noted.value.values() if isinstance(ids, list) for each in ids]
            if noted and isinstance(noted.value, dict)
            else []
        )
        by_field.setdefault(cell.field, set()).update(of)
    used = [each for ids in by_field.values() for each in ids]
    return "activities" if used and all(by_field.values()) and len(used) == len(set(used)) else "named-fields"


def _described(document: str, place: Place) -> Raw:
    """Return words of our own instead of the document's: where its description stands."""
    return {
        "ja": f"文書{document}の{place.line}行に説明があります。",
        "en": f"Described in document {document}, line {place.line}.",
    }


def _citation(document: str, place: Place) -> Raw:
    label = {"page": place.label} if place.label else {}
    return {"document": document, "line": place.line, **label}
