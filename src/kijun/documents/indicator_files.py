"""How are the cells that were read written as the files of a standard: one for each field, the highest level first?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from kijun.documents.notebook import Notebook, Noted
from kijun.framework.dump import Plain
from kijun.framework.indicator import PARTS

_PARTS: Final = (
    *("responsibility", "complexity", "size", "size_clause", "expertise", "succession", "mentoring", "exam"),
)
_DECISIVE: Final[Mapping[str, tuple[str, ...]]] = {
    "responsibility": ("at_least", "measure", "role"),
    "complexity": ("at_least", "of"),
    "size_clause": ("activities", "outcome"),
    "expertise": ("at_least", "of"),
    "succession": ("at_least", "of"),
}
"""Part -> the value whose place is that of the whole part: its threshold."""

_UNREAD_WITH: Final[Mapping[str, str]] = {"size_clause": "size"}
"""What is no part of its own is unread with the part that it belongs to."""

_NOTHING: Final[Mapping[str, Plain]] = {"mentoring": False}


def cell_plain(cell: Notebook) -> dict[str, Plain]:
    """Return a cell in the shape of an indicator's file; a part that is unread has no value of its own."""
    unread = unread_parts(cell)
    plain: dict[str, Plain] = {"level": cell.level, "citation": _citation(cell.noted["heading"])}
    for part in _PARTS:
        plain[part] = _NOTHING.get(part) if part_of(part) in unread else _part(part, cell.noted)
    if unread & {*PARTS}:
        plain["unread"] = [part for part in PARTS if part in unread]
    plain["citations"] = _citations(cell)
    return plain


def unread_parts(cell: Notebook) -> set[str]:
    """Return the parts of a cell that are unread: those that were not understood, and what cannot be read without them."""
    unread = {part_of(part) for part in cell.unread}
    if "complexity" in unread and _counts_conditions(cell):
        unread.add("size")
    return unread


def part_of(below: str) -> str:
    """Return the part that something printed below a cell belongs to."""
    first = below.partition("/")[0]
    return _UNREAD_WITH.get(first, first)


def _counts_conditions(cell: Notebook) -> bool:
    """Return whether a band of the size counts the conditions of the complexity."""
    bands = cell.noted["size"].value if "size" in cell.noted else None
    return any(
        isinstance(band, dict) and band.get("complexity_at_least")
        for band in (bands if isinstance(bands, list) else [])
    )


def _part(part: str, noted: Mapping[str, Noted]) -> Plain:
    if part in noted:
        return noted[part].value
    inside = {below.partition("/")[2]: each.value for below, each in noted.items() if below.startswith(f"{part}/")}
    return {**inside} if inside else _NOTHING.get(part)


def _citation(noted: Noted) -> dict[str, Plain]:
    place = noted.place
    return {"line": place.line, "page": place.label} if place.label else {"line": place.line}


def _citations(cell: Notebook) -> dict[str, Plain]:
    """Return the lines: of each part that of its threshold, and of what stands in it those that are others."""
    found: dict[str, Plain] = {}
    for part in _PARTS:
        own = _place_of(part, cell.noted)
        if own is not None:
            found[part] = _line(own, cell)
        for below, each in cell.noted.items():
            if below.startswith(f"{part}/") and (own is None or _line(each, cell) != found.get(part)):
                found.setdefault(below, _line(each, cell))
    return found


def _place_of(part: str, noted: Mapping[str, Noted]) -> Noted | None:
    if part in noted:
        return noted[part]
    keys = (f"{part}/{key}" for key in _DECISIVE.get(part, ()))
    return next((noted[key] for key in keys if key in noted), None)


def _line(noted: Noted, cell: Notebook) -> Plain:
    if noted.document != cell.document:
        return {"document": noted.document, "line": noted.place.line}
    return noted.place.line


def field_files(cells: Iterable[Notebook]) -> dict[str, Plain]:
    """Return the files of the fields by their names below the edition's folder; names may hold stand-ins."""
    by_field: dict[tuple[str, str], list[Notebook]] = {}
    for cell in cells:
        by_field.setdefault((cell.category, cell.field), []).append(cell)
    return {
        f"indicators/{category}/{field}.yaml": {
            "category": category,
            "field": field,
            "document": found[0].document,
            "cells": [_of_document(cell, found[0].document) for cell in sorted(found, key=lambda cell: -cell.level)],
        }
        for (category, field), found in by_field.items()
    }


def _of_document(cell: Notebook, document: str) -> dict[str, Plain]:
    """Return a cell, its lines with their document where that is not the file's."""
    plain = cell_plain(cell)
    if cell.document == document:
        return plain
    lines = plain["citations"]
    assert isinstance(lines, dict)  # made above
    plain["citations"] = {
        below: {"document": cell.document, "line": line} if isinstance(line, int) else line
        for below, line in lines.items()
    }
    plain["citation"] = {
        **_citation(cell.noted["heading"]),
        "line": {"document": cell.document, "line": cell.noted["heading"].place.line},
    }
    return plain
