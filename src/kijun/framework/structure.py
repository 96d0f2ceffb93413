"""How is an edition divided: categories, fields, levels, and what a job description holds?"""

from __future__ import annotations

from dataclasses import dataclass

from kijun.citation import Citation
from kijun.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A phase of IT investment in which a category works; a main one is marked so in the document."""

    id: str
    name: Text
    is_main: bool
    parts: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseActivity:
    """An activity of a job description, in its phase."""

    phase: str
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A specialty field; `missing_from_source` are the levels that the standard has and our document lacks."""

    id: str
    path: str
    name: Text
    summary: Text
    missing_from_source: frozenset[int]
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A job category and its job description, in our own words.

    `is_field_named` says that an engagement belongs to the fields it names; otherwise its activities decide.
    `headed_levels` are the levels that a level table heads without saying which cells exist; None where none is printed.
    """

    id: str
    path: str
    name: Text
    summary: Text
    answers_for: Text | None
    phases: tuple[Phase, ...]
    activities: tuple[PhaseActivity, ...]
    fields: tuple[Field, ...]
    is_field_named: bool
    headed_levels: tuple[int, ...] | None
    citation: Citation
    flags: tuple[str, ...]
