"""What do the facts of a person come to: which parts, which cells, which level of each field?

Written as a relation with one row a person, from what was gathered of each list. A list that is not declared complete leaves
open what it does not hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import add
from typing import assert_never

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
from kijun.framework.resolve import ResolvedCell, ResolvedEdition
from kijun.population.asked import AskedOfAll, bits_of, projects_of
from kijun.population.both import HOW, Both, all_of, any_of, every, has_any, number, together
from kijun.population.engagements import mask_of
from kijun.population.holdings import Area, Named, areas_told_apart
from kijun.population.lanes import Lanes
from kijun.population.places import BITS, Mask, Places
from kijun.population.proficiency import Counts

EXAMINATION = "minimum_by_examination"


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


class Reader:
    """Reads criteria on the row of a person."""

    def __init__(self, row: ir.Table, gathered: Gathered) -> None:
        self._row = row
        self._gathered = gathered
        self._columns: dict[str, list[ir.IntegerValue]] = {}

    def read(self, leaf: Criterion) -> Both:
        """Return whether a criterion that is not put together of others surely and possibly holds."""
        gathered = self._gathered
        match leaf:
            case Once(clause=clause, trait=trait):
                return self._once(mask_of(gathered.asked.bits, (clause, trait)))
            case Times():
                return self._times(leaf)
            case Years():
                return self._years(leaf)
            case Areas():
                return self._areas(leaf)
            case Kinds(of=of, within_years=years, at_least=least):
                mask = gathered.kinds.mask(Named(name=name, within_years=years) for name in of)
                return self._either_way(_has(self._words("kind", gathered.kinds.words), mask, least), "contributions")
            case Mentors():
                return self._either_way(self._row.mentors, "mentoring")
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
            case AllOf() | AnyOf():
                raise TypeError(leaf)
            case _:
                assert_never(leaf)

    def _words(self, name: str, words: int) -> list[ir.IntegerValue]:
        if name not in self._columns:
            self._columns[name] = [self._row[f"{name}_{word}"] for word in range(words)]
        return self._columns[name]

    def _is_open(self, name: str) -> ir.BooleanValue:
        return ~self._row[f"all_{name}"]

    def _either_way(self, sure: ir.BooleanValue, name: str) -> Both:
        """Return what is held, or may be held where the list is not complete."""
        return Both(sure=sure, possible=sure | self._is_open(name))

    def _open(self, of: Both, name: str) -> Both:
        return Both(sure=of.sure, possible=of.possible | self._is_open(name))

    def _once(self, mask: Mask) -> Both:
        words = self._gathered.asked.bits.own_words
        sure, possible = (has_any(self._words(how, words), mask) for how in HOW)
        return self._open(Both(sure=sure, possible=possible), "engagements")

    def _times(self, criterion: Times) -> Both:
        gathered = self._gathered
        found: dict[str, list[ir.BooleanValue]] = {how: [] for how in HOW}
        for projects in projects_of(criterion):
            for how, holds in found.items():
                if projects.at_least == 1:
                    mask = gathered.asked.bits.mask(bit for counted in projects.of for bit in bits_of(counted))
                    holds.append(has_any(self._words(how, gathered.asked.bits.own_words), mask))
                else:
                    counts = {word: self._row[f"{how}_projects_{word}"] for word in gathered.lanes.words}
                    holds.append(gathered.lanes.is_enough(projects, counts))
        return self._open(Both(sure=every(found["sure"]), possible=every(found["possible"])), "engagements")

    def _years(self, criterion: Years) -> Both:
        word, bit = divmod(self._gathered.asked.years.index(criterion), BITS)
        sure, possible = (has_any([self._row[f"{how}_years_{word}"]], {0: 1 << bit}) for how in HOW)
        return self._open(Both(sure=sure, possible=possible), "engagements")

    def _areas(self, criterion: Areas) -> Both:
        bits = self._gathered.areas
        mask = bits.mask((criterion, area) for area in areas_told_apart(criterion))
        sure, possible = (_has(self._words(f"{how}_areas", bits.words), mask, criterion.at_least) for how in HOW)
        return self._open(Both(sure=sure, possible=possible), "expertise")


def _has(words: Sequence[ir.IntegerValue], mask: Mask, at_least: int) -> ir.BooleanValue:
    """Return whether at least so many of the bits are set."""
    if at_least == 1:
        return has_any(words, mask)
    counts = [bit_count(words[word] & number(bits)).cast("int64") for word, bits in mask.items()]
    return together(add, counts) >= number(at_least) if counts else ibis.literal(False)


def criteria_of(cell: ResolvedCell) -> dict[str, Criterion]:
    """Return the criterion of each part of a cell, and that of the minimum by examination."""
    found = {name: part.criterion for name, part in cell.parts.items()}
    return found if cell.examination is None else {**found, EXAMINATION: cell.examination.criterion}


def read_cell(cell: ResolvedCell, leaves: Mapping[Criterion, Both]) -> tuple[Both, dict[Criterion, Both]]:
    """Return the verdict of a cell, and those of the criteria of its parts."""
    found = {criterion: _put_together(criterion, leaves) for criterion in criteria_of(cell).values()}
    verdict = all_of([found[cell.parts[name].criterion] for name in cell.deciding])
    if cell.examination is not None and cell.does_examination_satisfy:
        verdict = any_of([verdict, found[cell.examination.criterion]])
    return verdict, found


def _put_together(criterion: Criterion, leaves: Mapping[Criterion, Both]) -> Both:
    match criterion:
        case AllOf(of=of):
            return all_of([_put_together(each, leaves) for each in of])
        case AnyOf(of=of):
            return any_of([_put_together(each, leaves) for each in of])
        case _:
            return leaves[criterion]


def field_levels(
    edition: ResolvedEdition, verdicts: Mapping[str, Both]
) -> dict[str, tuple[ir.IntegerValue, ir.IntegerValue]]:
    """Return the highest level met and the highest possible of each field that has a cell.

    A ladder (policy levels.imply) ends below the first cell that is missed.
    """
    is_ladder = edition.policy["levels.imply"] == "ladder"
    fields: dict[str, list[tuple[int, Both]]] = {}
    for path, cell in edition.cells.items():
        fields.setdefault(cell.indicator.field_path, []).append((cell.indicator.level, verdicts[path]))
    found = {}
    for field, cells in fields.items():
        cells.sort(key=lambda each: each[0])
        met = _highest([(level, both.sure) for level, both in cells], is_ladder=is_ladder)
        possible = _highest([(level, both.possible) for level, both in cells], is_ladder=is_ladder)
        found[field] = (met, possible)
    return found


def _highest(cells: Sequence[tuple[int, ir.BooleanValue]], *, is_ladder: bool) -> ir.IntegerValue:
    none = ibis.null("int8")
    if is_ladder:
        levels = [none, *(ibis.literal(level, "int8") for level, _ in cells)]
        missed = [(~holds, levels[place]) for place, (_, holds) in enumerate(cells)]
        return ibis.cases(*missed, else_=levels[-1])
    return ibis.cases(*((holds, ibis.literal(level, "int8")) for level, holds in reversed(cells)), else_=none)
