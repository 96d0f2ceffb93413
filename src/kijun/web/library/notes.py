"""What is noted on a thing, and which answers to silent points shape a cell?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kijun.framework.edition import Edition, Flag
from kijun.framework.indicator import PARTS, Indicator
from kijun.framework.policy import Point, choose
from kijun.framework.resolve import resolve
from kijun.text import Text, join
from kijun.web.library.cell_lines import part_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """The notes on a thing; those on spelling, blanks and line breaks alone are kept apart."""

    main: tuple[Flag, ...]
    typographic: tuple[Flag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shaping:
    """A silent point that shapes parts of a cell, with the answer that the edition gives."""

    point: Point
    answer: Text
    parts: Text


def notes_on(edition: Edition, flags: Iterable[str]) -> Notes:
    """Return the notes of some ids, in the edition's order."""
    wanted = set(flags)
    known = [flag for flag in edition.flags.values() if flag.id in wanted]
    return Notes(
        main=tuple(flag for flag in known if not flag.is_typographic),
        typographic=tuple(flag for flag in known if flag.is_typographic),
    )


def shaping(cell: Indicator, edition: Edition) -> list[Shaping]:
    """Return the silent points that shape a cell, in the edition's order, with the parts that each shapes."""
    resolved = resolve(cell, edition, choose(edition.points, {}))
    found = []
    for point in edition.points.values():
        parts = [
            part_name(part) for part in PARTS if part in resolved.parts and point.id in resolved.parts[part].policies
        ]
        if parts or point.id in resolved.policies:
            found.append(Shaping(point=point, answer=point.say(point.default), parts=join(parts)))
    return found
