"""Which questions about other lists than that of engagements are answered by yes?

A list that is not declared complete leaves open what it does not hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import add
from typing import assert_never

import ibis
import ibis.expr.types as ir

from kijun.criteria import Areas, Confirmed, Kinds, Mentors, Passed, Rated
from kijun.population.asked import Leaf
from kijun.population.both import HOW, Both, all_bits_if, has_any, number, together
from kijun.population.gathered import Gathered
from kijun.population.holdings import Named, is_any_area
from kijun.population.places import Mask


@ibis.udf.scalar.builtin
def bit_count(word: int) -> int:
    """Return how many bits of a word are set; Ibis has no such function for every engine."""
    return word


def leaf_columns(row: ir.Table, gathered: Gathered) -> dict[str, ir.IntegerValue]:
    """Return all bits where a question about another list is answered by yes: `sure_leaf_0`, `possible_leaf_0` and so on.

    What any one area answers has no column: it stands as the cells do.
    """
    reader = _Reader(row, gathered)
    flags: dict[str, ir.IntegerValue] = {}
    for place, leaf in enumerate(gathered.asked.leaves):
        if not is_any_area(leaf):
            both = reader.read(leaf)
            flags |= {
                f"sure_leaf_{place}": all_bits_if(both.sure),
                f"possible_leaf_{place}": all_bits_if(both.possible),
            }
    return flags


class _Reader:
    """Reads what was gathered on the row of a person beside engagements."""

    def __init__(self, row: ir.Table, gathered: Gathered) -> None:
        self._row = row
        self._gathered = gathered

    def read(self, leaf: Leaf) -> Both:
        """Return whether a question surely and possibly has yes for an answer."""
        gathered = self._gathered
        match leaf:
            case Areas():
                return self._areas(leaf)
            case Kinds(of=of, within_years=years, at_least=least):
                mask = gathered.kinds.mask(Named(name=name, within_years=years) for name in of)
                return self._either_way(_has(self._words("kind", gathered.kinds.words), mask, least), "contributions")
            case Mentors():
                return self._either_way(self._row.mentors != number(0), "mentoring")
            case Passed(any_of=names, within_years=years):
                mask = gathered.examinations.mask(Named(name=name, within_years=years) for name in names)
                words = self._words("examination", gathered.examinations.words)
                return self._either_way(has_any(words, mask), "qualifications")
            case Confirmed():
                mask, count = gathered.confirmed.mask([leaf]), gathered.confirmed.words
                confirmed, refused = (has_any(self._words(how, count), mask) for how in ("confirmed", "refused"))
                return Both(sure=confirmed, possible=~refused)
            case Rated():
                return gathered.counts.judge(leaf, self._words("items", gathered.counts.words))
            case _:
                assert_never(leaf)

    def _words(self, name: str, words: int) -> list[ir.IntegerValue]:
        return [self._row[f"{name}_{word}"] for word in range(words)]

    def _either_way(self, sure: ir.BooleanValue, name: str) -> Both:
        """Return what is held, or may be held where the list is not complete."""
        return Both(sure=sure, possible=sure | ~self._row[f"all_{name}"])

    def _areas(self, criterion: Areas) -> Both:
        found = {}
        for how in HOW:
            counts = [
                bit_count(self._row[f"{how}_{word.name}"] & number(mask)).cast("int64")
                for word in self._gathered.apart
                if (mask := sum(1 << bit for bit, (its, _) in word.of.items() if its == criterion))
            ]
            found[how] = _at_least(counts, criterion.at_least)
        return Both(sure=found["sure"], possible=found["possible"] | ~self._row.all_expertise)


def _has(words: Sequence[ir.IntegerValue], mask: Mask, at_least: int) -> ir.BooleanValue:
    """Return whether at least so many of the bits are set."""
    if at_least == 1:
        return has_any(words, mask)
    return _at_least([bit_count(words[word] & number(bits)).cast("int64") for word, bits in mask.items()], at_least)


def _at_least(counts: Sequence[ir.IntegerValue], least: int) -> ir.BooleanValue:
    return together(add, counts) >= number(least) if counts else ibis.literal(least <= 0)
