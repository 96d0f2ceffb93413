"""What does a person hold beside the engagements: areas, contributions, mentoring, examinations, confirmations?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeGuard

import ibis
import ibis.expr.types as ir

from kijun.criteria import Areas, Confirmed, Kinds, Passed
from kijun.population.blocks import Block
from kijun.population.both import number, some, word_of
from kijun.population.engagements import bit_or
from kijun.population.places import BITS, Places
from kijun.population.questions import Question
from kijun.population.side_by_side import SideBySide
from kijun.timespan import window_start


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaWord:
    """A word of areas held: which bit stands for one of which areas, for which criterion."""

    name: str
    of: Mapping[int, tuple[Areas, frozenset[str]]]

    @property
    def width(self) -> int:
        """How many bits it takes."""
        return max(self.of) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Something named that was done within so many years, or ever (None)."""

    name: str
    within_years: int | None


def area_name(block: Block, plane: int) -> str:
    """Return the name of the word of areas for a plane of a block."""
    return f"areas_of_{block.name}_{plane}"


def is_any_area(question: Question) -> TypeGuard[Areas]:
    """Return whether a question asks for any one of some areas."""
    return isinstance(question, Areas) and question.at_least == 1


def any_areas(block: Block) -> dict[int, AreaWord]:
    """Return for the planes of a block the word of the criteria on areas for which any one is enough, as the cells stand."""
    found = {}
    for plane, asked in block.asked.items():
        of = {cell: (question, frozenset(question.of)) for cell, question in asked.items() if is_any_area(question)}
        if of:
            found[plane] = AreaWord(name=area_name(block, plane), of=of)
    return found


def areas_apart(areas: Sequence[Areas]) -> tuple[AreaWord, ...]:
    """Return words in which each area of each criterion that asks for several has a bit."""
    words: list[dict[int, tuple[Areas, frozenset[str]]]] = [{}]
    for criterion in areas:
        for area in () if is_any_area(criterion) else dict.fromkeys(criterion.of):
            if len(words[-1]) == BITS:
                words.append({})
            words[-1][len(words[-1])] = (criterion, frozenset({area}))
    return tuple(AreaWord(name=f"areas_apart_{number}", of=of) for number, of in enumerate(words) if of)


def look_up_areas(holdings: Iterable[Mapping[str, Any]], words: Sequence[AreaWord]) -> Iterator[dict[str, int]]:
    """Yield the words of each holding that has a bit, as `sure_` and `possible_` their names.

    There are few holdings: each area at each degree and reach stands once.
    """
    for held in holdings:
        row: dict[str, int] = {}
        for word in words:
            sure = possible = 0
            for bit, (criterion, areas) in word.of.items():
                if held["area"] in areas:
                    steps = [(held["degree"], criterion.degree)]
                    steps += [(held["reach"], criterion.reach)] if criterion.reach is not None else []
                    sure |= all(step in asked.accepted for step, asked in steps) << bit
                    possible |= all(step is None or step in asked.accepted for step, asked in steps) << bit
            row |= {f"sure_{word.name}": sure, f"possible_{word.name}": possible}
        if any(row.values()):
            yield {"holding": held["holding"], **row}


def gather_holdings(held: Sequence[ir.Table], layout: SideBySide) -> ir.Table:
    """Return for each person the words of everything held; `held` are rows that have some words of a person each."""
    rows = [
        each.select("person", **layout.written({name: each[name] for name in each.columns if name != "person"}))
        for each in held
    ]
    table = ibis.union(*rows) if len(rows) > 1 else rows[0]
    return table.group_by("person").aggregate(**{name: bit_or(table[name]) for name in layout.names})


def held_areas(expertise: ir.Table, areas: ir.Table, *, on: date) -> ir.Table:
    """Return the areas held, in the words of `look_up_areas`."""
    existing = expertise.filter(expertise.since.isnull() | (expertise.since <= ibis.literal(on)))
    return existing.select("person", "holding").inner_join(areas, "holding").drop("holding")


def kind_bits(kinds: Sequence[Kinds]) -> Places[Named]:
    """Return a bit for each kind of contribution that is asked for."""
    return _named_bits((name, criterion.within_years) for criterion in kinds for name in criterion.of)


def examination_bits(passed: Sequence[Passed]) -> Places[Named]:
    """Return a bit for each examination that is asked for."""
    return _named_bits((name, criterion.within_years) for criterion in passed for name in criterion.any_of)


def _named_bits(named: Iterable[tuple[str, int | None]]) -> Places[Named]:
    bits: Places[Named] = Places()
    for name, years in named:
        bits.place(Named(name=name, within_years=years))
    return bits


def held_named(done: ir.Table, names: ir.Table, key: str, name: str, bits: Places[Named], *, on: date) -> ir.Table:
    """Return which of some named things were done: `{key}_0`, ...

    What is done after the day does not exist yet. A month within a window of years counts where one of its days does.
    """
    flags = [(names[name] == what.name, bits.mask([what])) for what in bits]
    words = {
        f"{key}_{word}": word_of([(flag, mask[word]) for flag, mask in flags if word in mask])
        for word in range(bits.words)
    }
    found = names.select(key, **{f"asked_{column}": value for column, value in words.items()})
    found = found.filter(some(found[f"asked_{column}"] != number(0) for column in words))
    table = done.filter(done.day <= ibis.literal(on)).inner_join(found, key)
    columns = {column: _in_windows(table, f"asked_{column}", bits, word, on=on) for word, column in enumerate(words)}
    return table.select("person", **columns)


def _in_windows(table: ir.Table, column: str, bits: Places[Named], word: int, *, on: date) -> ir.IntegerValue:
    stands: ir.IntegerValue = table[column]
    for years in dict.fromkeys(what.within_years for what in bits):
        mask = bits.mask(what for what in bits if what.within_years == years).get(word, 0)
        if years is not None and mask:
            first = window_start(on, years)
            reaches = (table.day >= ibis.literal(first)) | (
                table.is_day_month & (table.day >= ibis.literal(first.replace(day=1)))
            )
            every_bit = bits.mask(bits).get(word, 0)
            stands = stands & ibis.ifelse(reaches, number(every_bit), number(every_bit & ~mask))
    return stands


def held_mentoring(mentoring: ir.Table, *, on: date) -> ir.Table:
    """Return whoever mentors or mentored somebody: `mentors`."""
    return mentoring.filter(mentoring.since <= ibis.literal(on)).select("person", mentors=number(1))


def held_confirmed(confirmations: ir.Table, bits: Places[Confirmed], *, on: date) -> ir.Table:
    """Return what an assessor confirmed and refused: `confirmed_0`, ... and `refused_0`, ...

    The latest word on a cell counts.
    """
    last = confirmations.filter(
        (confirmations.day <= ibis.literal(on))
        & (confirmations.until.isnull() | (confirmations.until > ibis.literal(on)))
    )
    columns = {}
    for decision in ("confirmed", "refused"):
        is_it = (last.decision == "confirmed") == (decision == "confirmed")
        for word in range(bits.words):
            flags = [(is_it & (last.cell == what.path), bits.mask([what])) for what in bits]
            columns[f"{decision}_{word}"] = word_of([(flag, mask[word]) for flag, mask in flags if word in mask])
    return last.select("person", **columns)
