"""Which of the things that a cell asks did a set of people show met, not met and unknown?

For whoever writes cases for a standard: what no case ever shows may be wrong without anybody noticing. Whether the verdicts
are right is not asked here, and who the people are is left to the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from typing import assert_never

from kijun.criteria import (
    AllOf,
    Amount,
    AnyOf,
    Areas,
    Conditions,
    Confirmed,
    Criterion,
    Customers,
    Either,
    Every,
    Kinds,
    Market,
    Mentors,
    Once,
    Passed,
    Rated,
    Reaches,
    Recognised,
    Times,
    Trait,
    Unprinted,
    Unspecified,
    Years,
)
from kijun.criteria.check import can_be_met
from kijun.criteria.walk import inside
from kijun.evidence import Person
from kijun.framework.resolve import ResolvedCell
from kijun.judgement.judge import judge
from kijun.judgement.record import RecordReading, read_record
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, all_of, any_of

_ANY = frozenset(Verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Never:
    """A verdict that something of a cell can have and that nobody showed."""

    cell: str
    at: str
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Something that a cell asks: where it stands below the cell, what it is, and the verdicts it can have and had.

    A condition, area, kind or examination of a list is a point of its own: the list, cut down to it alone.
    """

    at: str
    asked: Criterion | Trait
    can_be: frozenset[Verdict]
    was: frozenset[Verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """All points of a cell, and what a set of people showed of each."""

    cell: str
    points: tuple[Point, ...]

    @property
    def never(self) -> tuple[Never, ...]:
        """The verdicts that could have been shown and never were, in the order of the cell."""
        return tuple(
            Never(cell=self.cell, at=point.at, verdict=verdict)
            for point in self.points
            for verdict in Verdict
            if verdict in point.can_be - point.was
        )


def cover(cell: ResolvedCell, people: Iterable[tuple[Person, date]], served: Iterable[str]) -> Coverage:
    """Return what people, each judged on a day, showed of a cell.

    A criterion is looked at for every person, a trait on every engagement of every person. A way of another level belongs to
    the cell of that level: it is one point here, and what it consists of is looked at there. `served` are the edition's words
    for customers.
    """
    judged = [(person, on, read_record(person, on)) for person, on in people]
    known = frozenset(served)
    asked = [point for name, criterion in _criteria(cell) for point in _points(name, criterion, cell.indicator.level)]
    return Coverage(
        cell=cell.indicator.path,
        points=tuple(
            Point(at=at, asked=node, can_be=can_be(node, known), was=_shown(node, judged)) for at, node in asked
        ),
    )


def can_be(node: Criterion | Trait, served: frozenset[str]) -> frozenset[Verdict]:
    """Return the verdicts that a criterion or trait can have, each thing inside it taken by itself.

    >>> sorted(verdict.value for verdict in can_be(Unprinted(cell="a/1"), frozenset()))
    ['unknown']
    """
    match node:
        case Unspecified():
            return frozenset({MET})
        case Unprinted():
            return frozenset({UNKNOWN})
        case Customers(reach=reach):
            return _leaf(node, can_miss=not served <= reach.accepted)
        case Amount(at_least=least, at_most=most, below=below):
            return _leaf(node, can_miss=bool(least) or most is not None or below is not None)
        case Conditions() | Market() | Recognised():
            return _leaf(node, can_miss=True)
        case Areas() | Kinds() | Mentors() | Passed() | Rated() | Confirmed():
            return _leaf(node, can_miss=True)
        case Once(trait=trait) | Years(trait=trait):
            return _of_a_list([can_be(trait, served)])
        case Times(slots=slots):
            return _of_a_list([can_be(slot.trait, served) for slot in slots])
        case AllOf() | Every():
            return _combined(all_of, [can_be(each, served) for each in inside(node)])
        case AnyOf() | Either() | Reaches():
            return _combined(any_of, [can_be(each, served) for each in inside(node)])
        case _:
            assert_never(node)


def _leaf(node: Criterion | Trait, *, can_miss: bool) -> frozenset[Verdict]:
    """Return the verdicts of a fact: it can always be missing from a record; what everything satisfies cannot be missed."""
    return frozenset({UNKNOWN} | ({MET} if can_be_met(node) else set()) | ({NOT_MET} if can_miss else set()))


def _of_a_list(traits: Sequence[frozenset[Verdict]]) -> frozenset[Verdict]:
    """Return the verdicts of a list: it may hold no engagement at all, and be declared complete or not."""
    return frozenset({NOT_MET, UNKNOWN} | ({MET} if all(MET in trait for trait in traits) else set()))


def _combined(
    combine: Callable[[Iterable[Verdict]], Verdict], parts: Iterable[frozenset[Verdict]]
) -> frozenset[Verdict]:
    def together(so_far: frozenset[Verdict], part: frozenset[Verdict]) -> frozenset[Verdict]:
        return frozenset(combine((one, other)) for one in so_far for other in part)

    return reduce(together, parts, frozenset({combine(())}))


def _criteria(cell: ResolvedCell) -> Iterator[tuple[str, Criterion]]:
    for name, part in cell.parts.items():
        yield name, part.criterion
    if cell.examination is not None:
        yield "minimum_by_examination", cell.examination.criterion


def _points(at: str, node: Criterion | Trait, level: int) -> Iterator[tuple[str, Criterion | Trait]]:
    yield at, node
    for word, alone in _listed(node):
        yield f"{at}/{word}", alone
    for number, each in enumerate(inside(node), start=1):
        below = f"{at}/{number}-{type(each).__name__.lower()}"
        if isinstance(node, Reaches) and node.ways[number - 1].level != level:
            yield below, each
        else:
            yield from _points(below, each, level)


def _listed(node: Criterion | Trait) -> Iterator[tuple[str, Criterion | Trait]]:
    """Yield the words that a node lists, each with the node that asks for this one alone."""
    match node:
        case Conditions(of=words):
            yield from ((word, replace(node, at_least=1, of=(word,), must_include=())) for word in words)
        case Areas(of=words) | Kinds(of=words) | Rated(of=words):
            yield from ((word, replace(node, at_least=1, of=(word,))) for word in words)
        case Passed(any_of=words):
            yield from ((word, replace(node, any_of=(word,))) for word in words)


def _shown(node: Criterion | Trait, judged: Sequence[tuple[Person, date, RecordReading]]) -> frozenset[Verdict]:
    match node:
        case (
            Once()
            | Times()
            | Years()
            | Areas()
            | Kinds()
            | Mentors()
            | Passed()
            | Rated()
            | Confirmed()
            | AllOf()
            | AnyOf()
        ):
            return frozenset(judge(node, person, on=on).verdict for person, on, _ in judged)
        case _:
            return frozenset(reading.has(node) for _, _, record in judged for reading in record.engagements)
