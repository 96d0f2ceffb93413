"""How many people of each team are at which level of which field?

One pass over the verdicts counts everything. Which groups are too small to be shown is decided by `masking`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any, Final

from ibis.expr import types as ir

from kijun.population.verdicts_relation import highest_met, highest_possible


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelCount:
    """How many people have exactly this level as their highest met, and how many as their highest possible.

    `first` is the person with the lowest number who meets it or a higher one.
    """

    level: int
    met: int
    possible: int
    first: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCount:
    """The printed levels of a field, lowest first."""

    field: str
    levels: tuple[LevelCount, ...]

    def at_least(self, level: int) -> int:
        """How many people meet a level or a higher one."""
        return sum(each.met for each in self.levels if each.level >= level)

    def possibly_at_least(self, level: int) -> int:
        """How many people meet a level or a higher one, or could."""
        return sum(each.possible for each in self.levels if each.level >= level)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCount:
    """A team (None: the people without one), or everybody."""

    team: str | None
    people: int
    fields: tuple[FieldCount, ...]


Fields = Mapping[str, Sequence[int]]
"""Field path -> its printed levels, lowest first."""
_MET: Final = "m"
_POSSIBLE: Final = "p"
_FIRST: Final = "f"


def count_levels(table: ir.Table, fields: Fields) -> list[GroupCount]:
    """Return the counts of every team, in the order of their names, those without a team last."""
    asked: dict[str, Any] = {"people": table.count()}
    for place, (path, levels) in enumerate(fields.items()):
        met, possible = highest_met(table, path), highest_possible(table, path)
        for level in levels:
            asked[f"{_MET}{place}_{level}"] = (met == level).sum()
            asked[f"{_POSSIBLE}{place}_{level}"] = (possible == level).sum()
            asked[f"{_FIRST}{place}_{level}"] = table.person.min(where=met >= level)
    rows = table.group_by("team").aggregate(**asked).to_pyarrow().to_pylist()
    return [_group(row, fields) for row in sorted(rows, key=lambda row: (row["team"] is None, row["team"] or ""))]


def everybody(groups: Iterable[GroupCount]) -> GroupCount:
    """Return the counts of all groups together."""
    return reduce(_together, groups)


def _group(row: Mapping[str, Any], fields: Fields) -> GroupCount:
    return GroupCount(
        team=row["team"],
        people=row["people"],
        fields=tuple(
            FieldCount(
                field=path,
                levels=tuple(
                    LevelCount(
                        level=level,
                        met=row[f"{_MET}{place}_{level}"],
                        possible=row[f"{_POSSIBLE}{place}_{level}"],
                        first=row[f"{_FIRST}{place}_{level}"],
                    )
                    for level in levels
                ),
            )
            for place, (path, levels) in enumerate(fields.items())
        ),
    )


def _together(one: GroupCount, other: GroupCount) -> GroupCount:
    fields = zip(one.fields, other.fields, strict=True)
    return GroupCount(
        team=None,
        people=one.people + other.people,
        fields=tuple(
            FieldCount(field=a.field, levels=tuple(_both(x, y) for x, y in zip(a.levels, b.levels, strict=True)))
            for a, b in fields
        ),
    )


def _both(one: LevelCount, other: LevelCount) -> LevelCount:
    first = [each.first for each in (one, other) if each.first is not None]
    return LevelCount(
        level=one.level,
        met=one.met + other.met,
        possible=one.possible + other.possible,
        first=min(first, default=None),
    )
