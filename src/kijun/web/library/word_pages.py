"""What do the pages of an edition's policy, vocabulary and notes show?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kijun.citation import Citation
from kijun.framework.edition import Edition
from kijun.judgement.explain import PART_NAMES
from kijun.text import Text, join
from kijun.web.library.addresses import Place, address_of, kinds_of, places
from kijun.web.library.notes import shaping
from kijun.web.library.titles import KIND_NAMES, full_title, name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of the vocabulary in both languages, with what it belongs to and what is said of it."""

    id: str
    name: Text
    of: Text | None
    note: Text | None
    citation: Citation | None


def policy_page(place: Place) -> dict[str, Any]:
    """Return the silent points of an edition with the answers that it gives."""
    return {"points": [(point, point.say(point.default)) for point in place.edition.points.values()]}


def point_page(place: Place) -> dict[str, Any]:
    """Return a silent point: every answer, the one that is given, why, and the cells that it shapes."""
    edition = place.edition
    point = edition.points[place.last]
    shaped = []
    for cell in edition.indicators.values():
        found = next((each for each in shaping(cell, edition) if each.point.id == point.id), None)
        if found is not None:
            shaped.append((cell, name_of(cell, edition), found.parts))
    return {"point": point, "answer": point.say(point.default), "shaped": shaped}


def vocabulary_page(place: Place) -> dict[str, Any]:
    """Return the kinds of words that an edition has."""
    words = place.edition.vocabulary
    kinds = [(kind, KIND_NAMES.get(kind, kind), len(_words(kind, place.edition))) for kind in kinds_of(words)]
    return {"kinds": kinds}


def words_page(place: Place) -> dict[str, Any]:
    """Return the words of one kind, as the edition orders them."""
    words = _words(place.last, place.edition)
    return {
        "words": words,
        "has_of": any(word.of for word in words),
        "has_notes": any(word.note for word in words),
        "has_citations": any(word.citation for word in words),
    }


def notes_page(place: Place) -> dict[str, Any]:
    """Return every note on the documents, with where it is printed and what it touches."""
    edition = place.edition
    known = places()
    return {
        "flags": [
            (flag, [(address_of(path), full_title(known[path])) for path in flag.touches if path in known])
            for flag in edition.flags.values()
        ]
    }


def _words(kind: str, edition: Edition) -> list[Word]:
    words = edition.vocabulary
    if kind == "measure":
        measures = words.measures.values()
        return [Word(id=each.id, name=each.name, of=each.unit, note=None, citation=None) for each in measures]
    if kind == "scope":
        return [
            Word(id=each.id, name=each.name, of=_facts(each.groups, edition), note=None, citation=None)
            for each in words.scopes.values()
        ]
    return [
        Word(id=each.id, name=each.name, of=_holder(kind, each.of, edition), note=each.note, citation=each.citation)
        for each in words.terms[kind].values()
    ]


def _facts(groups: tuple[frozenset[str], ...], edition: Edition) -> Text:
    """Return the recorded facts that count for a market; two groups are both needed."""
    said = [
        join([edition.vocabulary.name("fact", each) for each in sorted(group)], ja="、", en=", ") for group in groups
    ]
    return join(said, ja="、かつ ", en="; and ")


def _holder(kind: str, identity: str | None, edition: Edition) -> Text | None:
    """Return to what a word belongs: a title to a rank, a customer to a reach, an activity to its category."""
    if identity is None:
        return None
    if identity in edition.categories:
        return edition.categories[identity].name
    of = {"title": "role", "customers": "customers-reach", "circumstance": "circumstance-kind"}.get(kind, kind)
    return PART_NAMES.get(identity) or edition.vocabulary.name(of, identity)
