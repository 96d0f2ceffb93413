"""What does a person hold beside the engagements: areas, contributions, mentoring, examinations, confirmations?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import or_
from typing import Any

import ibis
import ibis.expr.types as ir

from kijun.criteria import Areas, Confirmed, Kinds, Passed
from kijun.population.both import HOW, number, some, together, word_of
from kijun.population.engagements import bit_or
from kijun.population.places import BITS, Places
from kijun.timespan import window_start

Area = tuple[Areas, str | None]
"""A criterion and one of its areas; None where any one is enough, so that they need not be told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Something named that was done within so many years, or ever (None)."""

    name: str
    within_years: int | None


def area_bits(areas: Sequence[Areas]) -> Places[Area]:
    """Return a bit for each area of each criterion, and one for all where any one is enough."""
    bits: Places[Area] = Places()
    for criterion in areas:
        for area in areas_told_apart(criterion):
            bits.place((criterion, area))
    return bits


def areas_told_apart(criterion: Areas) -> tuple[str | None, ...]:
    """Return the areas that have a bit of their own."""
    return (None,) if criterion.at_least == 1 else tuple(dict.fromkeys(criterion.of))


def look_up_areas(holdings: Iterable[Mapping[str, Any]], bits: Places[Area]) -> Iterator[dict[str, int]]:
    """Yield the words of each holding that has a bit. There are few: each area at each degree and reach stands once."""
    for held in holdings:
        words = {f"{how}_areas_{word}": 0 for how in HOW for word in range(bits.words)}
        for word, bit, (criterion, area) in bits.placed():
            if held["area"] in (criterion.of if area is None else (area,)):
                steps = [(held["degree"], criterion.degree)]
                steps += [(held["reach"], criterion.reach)] if criterion.reach is not None else []
                words[f"sure_areas_{word}"] |= all(step in asked.accepted for step, asked in steps) << bit
                words[f"possible_areas_{word}"] |= (
                    all(step is None or step in asked.accepted for step, asked in steps) << bit
                )
        if any(words.values()):
            yield {"holding": held["holding"], **words}


def gather_holdings(held: Sequence[ir.Table], widths: Mapping[str, int] | None = None) -> ir.Table:
    """Return for each person the words of everything held; `held` are rows that have some words of a person each.

    `widths` says of how many bits a word is, if not of all: those that fit side by side are gathered as one.
    """
    names = dict.fromkeys(name for each in held for name in each.columns if name != "person")
    together_in: list[dict[str, int]] = []
    used = BITS
    for name in names:
        width = (widths or {}).get(name, BITS)
        if used + width > BITS:
            together_in.append({})
            used = 0
        together_in[-1][name] = used
        used += width
    rows = [
        each.select("person", **{f"held_{place}": _side_by_side(each, lows) for place, lows in enumerate(together_in)})
        for each in held
    ]
    table = ibis.union(*rows) if len(rows) > 1 else rows[0]
    found = table.group_by("person").aggregate(
        **{name: bit_or(table[name]) for name in table.columns if name != "person"}
    )
    columns = {
        name: (found[f"held_{place}"] >> low) & number((1 << (widths or {}).get(name, BITS)) - 1)
        for place, lows in enumerate(together_in)
        for name, low in lows.items()
    }
    return found.select("person", **columns)


def _side_by_side(held: ir.Table, lows: Mapping[str, int]) -> ir.IntegerValue:
    # Written as a text, the factor is of 64 bits in every engine, and so is the product.
    moved = [
        held[name] * ibis.literal(str(1 << low)).cast("int64") for name, low in lows.items() if name in held.columns
    ]
    return together(or_, [*moved, ibis.literal("0").cast("int64")])


def held_areas(expertise: ir.Table, areas: ir.Table, *, on: date) -> ir.Table:
    """Return the areas held: `sure_areas_0`, ... and `possible_areas_0`, ..."""
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
