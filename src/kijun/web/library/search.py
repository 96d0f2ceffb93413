"""Which entries of the library fit what was typed, the best first, and what is near where none does?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Final

from kijun.web.library.folding import fold
from kijun.web.library.index import KINDS, Entry, entries
from kijun.web.library.kept import while_standards_stand
from kijun.web.library.query_words import Term, read_query

_NEAR: Final = 5
_WHOLE, _NAMED, _BEGINS, _LEVEL, _SAID = 50, 12, 4, 20, 1
_FEW: Final = 5
_AS_TYPED: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found: the words that were looked for, and the entries, grouped by kind, each group with its best first."""

    terms: tuple[Term, ...]
    entries: tuple[Entry, ...]


def search(typed: str) -> Found:
    """Return what fits: every word that was typed stands in an entry, in one way of saying it or another.

    The kind whose best entry fits best comes first. Japanese that hardly stands anywhere as it was typed is looked for in
    pieces, too.
    """
    terms = read_query(typed)
    scores = _scores(terms)
    pieces = read_query(typed, is_split=True)
    if len(scores) < _FEW and len(pieces) > len(terms):
        as_typed = {number: score + _AS_TYPED for number, score in scores.items()}
        terms, scores = [*terms, *pieces], _scores(pieces) | as_typed
    return Found(terms=tuple(terms), entries=tuple(_in_order(scores)))


def near_words(typed: str) -> list[str]:
    """Return names of the library that are like what was typed, in the language in which it was typed."""
    near = get_close_matches(fold(typed), names(), n=_NEAR, cutoff=0.5)
    words = [word for term in read_query(typed) for word in get_close_matches(term.typed, names(), n=2, cutoff=0.7)]
    return list(dict.fromkeys(names()[each] for each in (*near, *words)))[:_NEAR]


def _scores(terms: Sequence[Term]) -> dict[int, int]:
    """Return how well entries fit, by their number; those that do not fit are left out."""
    scored = ((number, _score(entry, terms)) for number, entry in enumerate(entries()) if terms)
    return {number: score for number, score in scored if score > 0}


def _in_order(scores: Mapping[int, int]) -> list[Entry]:
    """Return entries by kind, that with the best first; within a kind the best first, then as they are printed."""
    best: dict[str, int] = {}
    for number, score in scores.items():
        kind = entries()[number].kind
        best[kind] = max(score, best.get(kind, 0))

    def order(number: int) -> tuple[int, int, int, int]:
        kind = entries()[number].kind
        return -best[kind], KINDS.index(kind), -scores[number], number

    return [entries()[number] for number in sorted(scores, key=order)]


def _score(entry: Entry, terms: Sequence[Term]) -> int:
    """Return how well an entry fits, 0 where a word stands nowhere in it. A level is above all the level of a cell."""
    score = 0
    for term in terms:
        if term.level is not None and term.level == entry.level:
            score += _LEVEL
        elif term.is_in(entry.title):
            score += _NAMED
            score += _BEGINS if entry.title.startswith(term.ways[0]) else 0
        elif term.is_in(entry.body):
            score += _SAID
        else:
            return 0
    names = {fold(entry.name.ja), fold(entry.name.en)}
    return score + (_WHOLE if len(terms) == 1 and names & set(terms[0].ways) else 0)


@while_standards_stand
@cache
def names() -> dict[str, str]:
    """Return the names of entries by how they are folded."""
    kinds = ("cell", "field", "category", "item", "knowledge", "word")
    return {fold(name): name for each in entries() if each.kind in kinds for name in (each.name.ja, each.name.en)}
