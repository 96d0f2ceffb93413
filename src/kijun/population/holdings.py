"""What does a person hold beside the engagements: areas, contributions, mentoring, examinations, confirmations?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir

from kijun.criteria import Areas, Confirmed, Kinds, OrAbove, Passed
from kijun.population.both import HOW, Both, is_one_of, known, number, some, word_of
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


def look_up_areas(holdings: ir.Table, bits: Places[Area]) -> ir.Table:
    """Return the words of each holding that has a bit."""
    flags: dict[str, ir.BooleanValue] = {}
    for place, (criterion, area) in enumerate(bits):
        both = _held(criterion, area, holdings)
        flags |= {f"sure_{place}": both.sure, f"possible_{place}": both.possible}
    staged = holdings.select("holding", **flags)
    words = {
        f"{how}_areas_{word}": word_of(
            (staged[f"{how}_{place}"], 1 << place % BITS) for place in range(len(bits)) if place // BITS == word
        )
        for how in HOW
        for word in range(bits.words)
    }
    found = staged.select("holding", **words)
    return found.filter(some(found[name] != number(0) for name in words))


def gather_holdings(held: Sequence[ir.Table]) -> ir.Table:
    """Return for each person the words of everything held; `held` are rows that have some words of a person each."""
    names = list(dict.fromkeys(name for each in held for name in each.columns if name != "person"))
    rows = [
        each.select("person", **{name: each[name] if name in each.columns else number(0) for name in names}).cast(
            dict.fromkeys(names, "int64")
        )
        for each in held
    ]
    table = ibis.union(*rows) if len(rows) > 1 else rows[0]
    return table.group_by("person").aggregate(**{name: bit_or(table[name]) for name in names})


def held_areas(expertise: ir.Table, areas: ir.Table, *, on: date) -> ir.Table:
    """Return the areas held: `sure_areas_0`, ... and `possible_areas_0`, ..."""
    existing = expertise.filter(expertise.since.isnull() | (expertise.since <= ibis.literal(on)))
    return existing.select("person", "holding").inner_join(areas, "holding").drop("holding")


def _held(criterion: Areas, area: str | None, holdings: ir.Table) -> Both:
    is_it = is_one_of(holdings.area, criterion.of if area is None else [area])
    degree = _step(holdings.degree, criterion.degree)
    reach = known(ibis.literal(True)) if criterion.reach is None else _step(holdings.reach, criterion.reach)
    return Both(sure=is_it & degree.sure & reach.sure, possible=is_it & degree.possible & reach.possible)


def _step(held: ir.StringColumn, asked: OrAbove) -> Both:
    stands = is_one_of(held, asked.accepted)
    return Both(sure=stands, possible=stands | held.isnull())


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
