"""How is a mark of the career map drawn: a shape first, a colour second?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from kijun.report.drawings.svg import drawing, fill, path, shape, stroke, words

_SIZE, _MIDDLE, _RADIUS = 16, 8, 5.6


def _met() -> list[str]:
    return [shape("circle", fill("accent"), cx=_MIDDLE, cy=_MIDDLE, r=_RADIUS + 0.6)]


def _one_short() -> list[str]:
    half = f"M8 {_MIDDLE - _RADIUS} A{_RADIUS} {_RADIUS} 0 0 0 8 {_MIDDLE + _RADIUS} Z"
    return [path(half, fill("accent")), shape("circle", stroke("accent", 1.3), cx=_MIDDLE, cy=_MIDDLE, r=_RADIUS)]


def _not_met() -> list[str]:
    return [shape("circle", stroke("quiet", 1.3), cx=_MIDDLE, cy=_MIDDLE, r=_RADIUS)]


def _unknown() -> list[str]:
    return [
        shape("circle", stroke("quiet", 1.1, "2 1.6"), cx=_MIDDLE, cy=_MIDDLE, r=_RADIUS + 0.6),
        words("?", _MIDDLE, 11.4, size=9.5, role="ink", anchor="middle", is_bold=True),
    ]


def _not_in_standard() -> list[str]:
    return [shape("circle", fill("quiet"), cx=_MIDDLE, cy=_MIDDLE, r=1.2)]


def _not_in_source() -> list[str]:
    return [path("M4.5 8 H11.5", stroke("quiet", 1.2))]


_MARKS: Mapping[str, Callable[[], list[str]]] = {
    "met": _met,
    "one short": _one_short,
    "not met": _not_met,
    "unknown": _unknown,
    "not in the standard": _not_in_standard,
    "not in the source": _not_in_source,
}


@cache
def draw_mark(kind: str) -> str:
    """Return a mark: met, one short, not met, unknown, not in the standard, not in the source."""
    return drawing(_SIZE, _SIZE, _MARKS[kind]())
