"""Where does a bench have a hole: a level of a field that hangs on one person, or that nobody is at below a higher one?

Whoever meets a higher level can stand in for a lower one, so the holders of a level are the people at it or above.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kijun.population.summary_counts import FieldCount, GroupCount


class HoleKind(Enum):
    """One holder only; or nobody at the level though two or more are above it."""

    SINGLE = "single holder"
    EMPTY = "nobody at the level"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """A hole in the bench of a group: `levels` are those that it goes through, `holder` is the only person there.

    `others_possible` are the further people who could meet the lowest of the levels, or a higher one, once what is unknown is known.
    """

    kind: HoleKind
    field: str
    levels: tuple[int, ...]
    holder: int | None
    others_possible: int


def bench_holes(group: GroupCount) -> tuple[Hole, ...]:
    """Return the holes of a group, field by field, those with a single holder first."""
    return tuple(hole for each in group.fields for hole in (*_single(each), *_empty(each)))


def _single(count: FieldCount) -> Iterator[Hole]:
    held = [each for each in count.levels if count.at_least(each.level) == 1]
    if held:
        yield Hole(
            kind=HoleKind.SINGLE,
            field=count.field,
            levels=tuple(each.level for each in held),
            holder=held[0].first,
            others_possible=count.possibly_at_least(held[0].level) - 1,
        )


def _empty(count: FieldCount) -> Iterator[Hole]:
    empty = [each.level for each in count.levels if each.met == 0 and count.at_least(each.level) > 1]
    if empty:
        yield Hole(
            kind=HoleKind.EMPTY,
            field=count.field,
            levels=tuple(empty),
            holder=None,
            others_possible=0,
        )
