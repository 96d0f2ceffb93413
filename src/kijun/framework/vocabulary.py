"""Which words does an edition use, what are they called, and how are they ordered?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kijun.citation import Citation
from kijun.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of the standard.

    `order` places it on its scale, `of` names what it belongs to (a title's rank, a customer's reach, an activity's
    category); `note` says what is the same and what is not, and why.
    """

    id: str
    name: Text
    order: int = 0
    of: str | None = None
    note: Text | None = None
    citation: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Something that is counted of an engagement: its unit, and the number above which nobody means it."""

    id: str
    name: Text
    unit: Text
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketScope:
    """A printed market: which recorded facts count for it. Two groups are both needed."""

    id: str
    name: Text
    groups: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words of one edition, by kind. `terms` has a mapping for every kind of `KINDS`."""

    terms: Mapping[str, Mapping[str, Term]]
    measures: Mapping[str, Measure]
    scopes: Mapping[str, MarketScope]
    facts_with_employees: frozenset[str]

    def name(self, kind: str, identity: str) -> Text:
        """Return what a word is called; an unknown word is called by its id."""
        if kind in ("measure", "unit") and identity in self.measures:
            return self.measures[identity].name if kind == "measure" else self.measures[identity].unit
        if kind == "scope" and identity in self.scopes:
            return self.scopes[identity].name
        term = self.terms.get(kind, {}).get(identity)
        if term is None and kind == "level":
            return Text(ja=f"レベル{identity}", en=f"level {identity}")
        return term.name if term else Text(ja=identity, en=identity)

    def at_or_above(self, kind: str, least: str) -> frozenset[str]:
        """Return the words of an ordered kind that stand at a step or above it."""
        scale = self.terms[kind]
        return frozenset(term.id for term in scale.values() if term.order >= scale[least].order)
