"""What are the official words that a document prints at a path of an edition?

They are the reader's own: taken from the reader's own document, kept in a text pack, and never shipped. What an edition asks
is decided without them. How a pack lies on the disk is decided by the catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from kijun.citation import Citation
from kijun.framework.edition import Edition
from kijun.framework.indicator import PARTS, Indicator
from kijun.text import Language

JOB_DESCRIPTION: Final = "job-description"
_CLAUSES: Final = (*PARTS, "size_clause", "exam")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The official words at a path below a category, in the language that is printed, and where they stand."""

    path: str
    language: Language
    words: str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class PackDocument:
    """A document that the words of a pack were taken from: what the file was called, and its digest (`sha256:...`)."""

    id: str
    file: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPack:
    """The official wording of an edition, by category in printed order; `made` is the day on which the documents were read."""

    edition: str
    documents: tuple[PackDocument, ...]
    made: date
    wording: Mapping[str, tuple[Wording, ...]]


def worded_paths(edition: Edition, category: str) -> frozenset[str]:
    """Return every path below a category at which a document can print words: the description, its fields, cells and items."""
    found = {JOB_DESCRIPTION}
    if category not in edition.categories:
        return frozenset()
    found |= {field.id for field in edition.categories[category].fields}
    for cell in edition.indicators.values():
        if cell.category == category:
            own = f"{cell.field}/{cell.level}"
            found |= {own, *(f"{own}/{below}" for below in _below_cell(cell))}
    for item in edition.skills.values():
        if item.category == category:
            own = f"{item.field}/skills/{item.id}"
            found |= {own, *(f"{own}/{level}" for level in item.headed)}
            found |= {f"{own}/knowledge/{each.id}" for each in item.knowledge}
    return frozenset(found)


def _below_cell(cell: Indicator) -> list[str]:
    """Return the paths below a cell: its parts, what they cite, and the numbered bands and the listed ids of each."""
    listed = {"complexity": cell.complexity, "expertise": cell.expertise, "succession": cell.succession}
    names = {part: asked.of for part, asked in listed.items() if asked is not None}
    return [
        *_CLAUSES,
        *cell.citations,
        *(f"size/{number}" for number in range(1, len(cell.size or ()) + 1)),
        *(f"{part}/of" for part in names),
        *(f"{part}/of/{each}" for part, of in names.items() for each in of),
    ]
