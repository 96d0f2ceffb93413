"""Who is exactly one part short of the next level, and of which part?

The next level of a field is the lowest printed one above the highest met. One part short: one deciding part is not met and every
other one is met. One part unknown: one deciding part is unknown and every other one is met. Where one part alone decides a cell,
everybody who does not meet it is one part short of it, which tells nothing: such cells are left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add, and_, or_
from typing import Any, Final

import ibis
from ibis.expr import types as ir

from kijun.population.masking import Team
from kijun.population.summary_counts import Fields
from kijun.population.verdicts import word_columns
from kijun.population.verdicts_judgement import Bit, Judgement
from kijun.population.verdicts_relation import as_one, highest_met, is_met, is_possible, stream

_OF_FIELD, _OF_LEVEL, _OF_PART = 1_000_000, 1000, 10
_SHORT, _UNKNOWN = 1, 2
_FEWEST_PARTS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """One part of the next cell that is not met, or unknown."""

    field: str
    level: int
    part: str
    is_unknown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortCount:
    """How many people of a team are short of one part."""

    team: Team
    short: Short
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortPerson:
    """A person who is short of one part."""

    employee: str
    name: str
    team: Team
    short: Short


@dataclass(frozen=True, slots=True, kw_only=True)
class OneShort:
    """Who of a workforce is short of one part; each question is one pass over the verdicts."""

    rows: ir.Table
    fields: Sequence[str]
    parts: Sequence[str]

    def counts(self) -> list[ShortCount]:
        """Return how many people of every team are short of which part, in printed order."""
        found = self.rows.group_by("team", "code").aggregate(people=self.rows.count())
        rows = found.to_pyarrow().to_pylist()
        rows.sort(key=lambda row: (row["team"] is None, row["team"] or "", row["code"]))
        return [ShortCount(team=row["team"], short=self._short(row), people=row["people"]) for row in rows]

    def place(self, short: Short) -> tuple[int, int, int, bool]:
        """Return where a part stands in printed order."""
        return self.fields.index(short.field), short.level, self.parts.index(short.part), short.is_unknown

    def people(self, *, without: Collection[Team] = (), most: int | None = None) -> Iterator[ShortPerson]:
        """Yield everybody who is short of one part, field by field and level by level, but for some teams; or so many of them."""
        rows = self.rows
        if without:
            named = rows.team.isin([team for team in without if team is not None])
            rows = rows.filter(ibis.ifelse(rows.team.isnull(), None not in without, ~named))
        rows = rows.order_by("code", "person")
        for row in stream(rows if most is None else rows.limit(most)):
            yield ShortPerson(employee=row["employee"], name=row["name"], team=row["team"], short=self._short(row))

    def _short(self, row: dict[str, Any]) -> Short:
        field, code = divmod(row["code"], _OF_FIELD)
        level, rest = divmod(code, _OF_LEVEL)
        part, kind = divmod(rest, _OF_PART)
        return Short(field=self.fields[field], level=level, part=self.parts[part], is_unknown=kind == _UNKNOWN)


def one_short(table: ir.Table, judgement: Judgement, fields: Fields) -> OneShort:
    """Return who is one part short of the next level of these fields."""
    parts = list(dict.fromkeys(each.part for each in judgement.parts if each.part and each.decides))
    codes = [
        _code(table, judgement, path, levels, parts, place * _OF_FIELD)
        for place, (path, levels) in enumerate(fields.items())
    ]
    long = table.select("person", "employee", "name", "team", code=ibis.array(codes).unnest())
    return OneShort(rows=long.filter(long.code != 0), fields=list(fields), parts=parts)


def _code(
    table: ir.Table, judgement: Judgement, path: str, levels: Sequence[int], parts: Sequence[str], base: int
) -> ir.IntegerValue:
    """Return a number that says of which part of which level of which field a person is short, or 0."""
    met = highest_met(table, path)
    cases = [
        (met == below, _missing(table, judgement, f"{path}/{level}", parts, base + level * _OF_LEVEL))
        for below, level in zip((0, *levels), levels, strict=False)
        if len(judgement.deciding(f"{path}/{level}")) >= _FEWEST_PARTS
    ]
    return ibis.cases(*cases, else_=0).cast("int32") if cases else ibis.literal(0, "int32")


def _missing(table: ir.Table, judgement: Judgement, cell: str, parts: Sequence[str], base: int) -> ir.IntegerValue:
    deciding, whole = judgement.deciding(cell), judgement.bit_of(cell)
    assert whole is not None, "every cell has a verdict of its own"
    lacking = _Lacking(table, deciding.values())
    which = ibis.cases(
        *((lacking.has(at), base + parts.index(part) * _OF_PART) for part, at in deciding.items()), else_=0
    )
    number = which + ibis.ifelse(lacking.is_possible, _UNKNOWN, _SHORT)
    is_one = lacking.is_one & ~is_met(table, whole) & (lacking.is_possible == is_possible(table, whole))
    return ibis.ifelse(is_one, number, 0)


class _Lacking:
    """Which of some verdicts are not met, as bits: a few operations a word, however many verdicts there are."""

    def __init__(self, table: ir.Table, of: Iterable[Bit]) -> None:
        masks: dict[int, int] = {}
        for at in of:
            masks[at.word] = masks.get(at.word, 0) | (1 << at.bit)
        self._bits: dict[int, ir.IntegerValue] = {}
        self._possible: list[ir.BooleanValue] = []
        for word, mask in masks.items():
            met, possible = (table[name] for name in word_columns(word))
            self._bits[word] = mask - (met & mask)
            self._possible.append((self._bits[word] & possible) != 0)

    @property
    def is_one(self) -> ir.BooleanValue:
        """Whether exactly one is lacking: one word has a bit, and no word has two."""
        words = [*self._bits.values()]
        is_single = reduce(and_, ((bits & (bits - 1)) == 0 for bits in words))
        return is_single & (reduce(add, (as_one(bits != 0) for bits in words)) == 1)

    @property
    def is_possible(self) -> ir.BooleanValue:
        """Whether one that is lacking is unknown."""
        return reduce(or_, self._possible)

    def has(self, at: Bit) -> ir.BooleanValue:
        """Whether this one is lacking."""
        return (self._bits[at.word] & (1 << at.bit)) != 0
