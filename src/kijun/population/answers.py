"""What do the facts of a person answer, bit by bit?

Each question that the cells ask has a bit, read twice: surely, and possibly. What stands side by side already, since it was
gathered so, stays. A list that is not declared complete leaves open what it does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import add
from typing import Any, assert_never

import ibis
import ibis.expr.types as ir

from kijun.criteria import (
    AllOf,
    AnyOf,
    Areas,
    Confirmed,
    Criterion,
    Kinds,
    Mentors,
    Once,
    Passed,
    Rated,
    Times,
    Years,
)
from kijun.population.asked import AskedOfAll, Projects, projects_of
from kijun.population.both import HOW, SMALL, Both, has_any, number, packed, together
from kijun.population.demands import Demand
from kijun.population.holdings import Area, Named, areas_told_apart
from kijun.population.lanes import Lanes
from kijun.population.places import BITS, Mask, Places
from kijun.population.proficiency import Counts

Question = Demand | Projects | Criterion
"""What has an answer: a demand that an engagement meets, what is asked of several projects, or another criterion."""


@ibis.udf.scalar.builtin
def bit_count(word: int) -> int:
    """Return how many bits of a word are set; Ibis has no such function for every engine."""
    return word


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """How to read the row of a person: where the bits and counts of each list stand."""

    asked: AskedOfAll
    lanes: Lanes
    areas: Places[Area]
    kinds: Places[Named]
    examinations: Places[Named]
    confirmed: Places[Confirmed]
    counts: Counts

    @property
    def widths(self) -> dict[str, int]:
        """How many bits each word of what is held takes."""
        places: dict[str, Places[Any]] = {
            **{f"{how}_areas": self.areas for how in HOW},
            "kind": self.kinds,
            "examination": self.examinations,
            **dict.fromkeys(("confirmed", "refused"), self.confirmed),
        }
        found = {f"{name}_{word}": each.width(word) for name, each in places.items() for word in range(each.words)}
        return {**found, "mentors": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some answers that stand side by side: in how many bits, and whose bit is which; what is nobody's is not set."""

    width: int
    sure: ir.IntegerValue
    possible: ir.IntegerValue
    of: Mapping[Question, int]


def questions_of(leaf: Criterion) -> list[Question]:
    """Return the questions of which all must be answered by yes for a criterion that is not put together of others."""
    match leaf:
        case Once(clause=clause, trait=trait):
            return [(clause, trait)]
        case Times():
            return [each.of[0] if each.is_one_demand_once else each for each in projects_of(leaf)]
        case _:
            return [leaf]


def pieces_of(row: ir.Table, gathered: Gathered) -> Iterator[Piece]:
    """Yield the answers, from what was gathered of each person."""
    reader = _Reader(row, gathered)
    yield from reader.demands()
    yield from reader.projects()
    yield from reader.areas()
    rest = [leaf for leaf in gathered.asked.leaves if not isinstance(leaf, Once | Times) and not _is_any_area(leaf)]
    for first in range(0, len(rest), SMALL):
        some_of = rest[first : first + SMALL]
        answers = [reader.read(leaf) for leaf in some_of]
        sure, possible = ([getattr(each, how) for each in answers] for how in HOW)
        of: dict[Question, int] = {leaf: bit for bit, leaf in enumerate(some_of)}
        yield Piece(width=len(some_of), sure=packed(sure), possible=packed(possible), of=of)


def _is_any_area(leaf: Criterion) -> bool:
    return isinstance(leaf, Areas) and areas_told_apart(leaf) == (None,)


class _Reader:
    """Reads what was gathered on the row of a person."""

    def __init__(self, row: ir.Table, gathered: Gathered) -> None:
        self._row = row
        self._gathered = gathered
        self._columns: dict[str, list[ir.IntegerValue]] = {}

    def demands(self) -> Iterator[Piece]:
        """Yield which demands an engagement meets."""
        demands = self._gathered.asked.demands
        found = {how: self._words(how, demands.bits.words) for how in HOW}
        for word in range(len(demands.planes)):
            of: dict[Question, int] = {demand: bit for its, bit, demand in demands.placed() if its == word}
            yield self._piece({how: found[how][word] for how in HOW}, of, "engagements")

    def projects(self) -> Iterator[Piece]:
        """Yield of what there are projects enough."""
        lanes = self._gathered.lanes
        sure, possible = (lanes.enough(self._words(f"{how}_projects", lanes.words)) for how in HOW)
        for (surely, of), (possibly, _) in zip(sure, possible, strict=True):
            yield self._piece({"sure": surely, "possible": possibly}, dict(of.items()), "engagements")

    def areas(self) -> Iterator[Piece]:
        """Yield for which criteria some area is held, where any one is enough."""
        bits = self._gathered.areas
        found = {how: self._words(f"{how}_areas", bits.words) for how in HOW}
        for word in range(bits.words):
            of: dict[Question, int] = {
                what: bit for its, bit, (what, area) in bits.placed() if its == word and area is None
            }
            if of:
                yield self._piece({how: found[how][word] for how in HOW}, of, "expertise")

    def read(self, leaf: Criterion) -> Both:
        """Return whether any other criterion surely and possibly holds."""
        gathered = self._gathered
        match leaf:
            case Years():
                return self._years(leaf)
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
            case Once() | Times() | AllOf() | AnyOf():
                raise TypeError(leaf)
            case _:
                assert_never(leaf)

    def _words(self, name: str, words: int) -> list[ir.IntegerValue]:
        if name not in self._columns:
            self._columns[name] = [self._row[f"{name}_{word}"] for word in range(words)]
        return self._columns[name]

    def _is_open(self, name: str) -> ir.BooleanValue:
        return ~self._row[f"all_{name}"]

    def _piece(self, found: Mapping[str, ir.IntegerValue], of: Mapping[Question, int], name: str) -> Piece:
        mask = sum(1 << bit for bit in of.values())
        opened = self._is_open(name).ifelse(number(mask), number(0))
        possible = (found["possible"] & number(mask)) | opened
        return Piece(width=max(of.values()) + 1, sure=found["sure"] & number(mask), possible=possible, of=of)

    def _either_way(self, sure: ir.BooleanValue, name: str) -> Both:
        """Return what is held, or may be held where the list is not complete."""
        return Both(sure=sure, possible=sure | self._is_open(name))

    def _open(self, found: Mapping[str, ir.BooleanValue], name: str) -> Both:
        return Both(sure=found["sure"], possible=found["possible"] | self._is_open(name))

    def _years(self, criterion: Years) -> Both:
        """Return whether one engagement is long enough, or all together are."""
        asked = self._gathered.asked
        word, bit = divmod(asked.years.index(criterion), BITS)
        found = {}
        for how in HOW:
            alone = has_any(self._words(how, asked.demands.bits.words), asked.demands.mask(criterion))
            found[how] = alone | has_any([self._row[f"{how}_years_{word}"]], {0: 1 << bit})
        return self._open(found, "engagements")

    def _areas(self, criterion: Areas) -> Both:
        bits = self._gathered.areas
        mask = bits.mask((criterion, area) for area in areas_told_apart(criterion))
        found = {how: _has(self._words(f"{how}_areas", bits.words), mask, criterion.at_least) for how in HOW}
        return self._open(found, "expertise")


def _has(words: Sequence[ir.IntegerValue], mask: Mask, at_least: int) -> ir.BooleanValue:
    """Return whether at least so many of the bits are set."""
    if at_least == 1:
        return has_any(words, mask)
    counts = [bit_count(words[word] & number(bits)).cast("int64") for word, bits in mask.items()]
    return together(add, counts) >= number(at_least) if counts else ibis.literal(False)
