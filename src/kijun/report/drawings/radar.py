"""How are a few skill items drawn against a target: the target as a line, self and assessor as shapes?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import cos, pi, sin
from typing import Final

from kijun.report.drawings.lettering import balanced
from kijun.report.drawings.svg import diamond, drawing, fill, number, path, shape, stroke, words
from kijun.report.passport import Axis, Skills
from kijun.text import Language

MOST_AXES: Final = 8
FEWEST_AXES: Final = 3
_WIDTH, _MIDDLE_Y, _RADIUS = 340.0, 122.0, 90.0
_LETTERS, _LINE = 9.5, 12.0
_TOP_ROOM, _GAP = 200.0, 10.0
_SIDE = 0.3
_Place = tuple[float, float]


def is_radar(skills: Skills) -> bool:
    """Return whether the items are few enough for a radar; more become a table of bars."""
    return FEWEST_AXES <= len(skills.axes) <= MOST_AXES


def draw_radar(skills: Skills, language: Language) -> str:
    """Return the radar of at most eight skill items."""
    axes = skills.axes
    count, highest = len(axes), skills.highest
    at = _places(count, highest)
    names = [skills.called(level).said_in(language) for level in range(1, highest)]
    shapes = [*_grid(count, highest, at, names)]
    shapes += _outline(axes, lambda axis: axis.assessor, at, _assessor)
    shapes += _outline(axes, lambda axis: axis.superior, at, _superior)
    shapes += _outline(axes, lambda axis: axis.own, at, _own)
    target = [at(position, axis.target) for position, axis in enumerate(axes)]
    shapes.append(path(_closed(target), stroke("target", 1.8)))
    lowest = 0.0
    for position, axis in enumerate(axes):
        label, bottom = _label(axis.name.said_in(language), position, count)
        shapes += label
        lowest = max(lowest, bottom)
    return drawing(_WIDTH, lowest + _LINE / 2, shapes)


def _angle(position: int, count: int) -> float:
    return 2 * pi * position / count - pi / 2


def _places(count: int, highest: int) -> Callable[[int, float], _Place]:
    def at(position: int, level: float) -> _Place:
        angle, far = _angle(position, count), _RADIUS * level / highest
        return _WIDTH / 2 + far * cos(angle), _MIDDLE_Y + far * sin(angle)

    return at


def _closed(places: Sequence[_Place]) -> str:
    return "M" + " L".join(f"{number(x)} {number(y)}" for x, y in places) + " Z"


def _grid(count: int, highest: int, at: Callable[[int, float], _Place], names: Sequence[str]) -> list[str]:
    """Return the web; its levels bear their names, but the highest, above which the first item is named."""
    shapes = [
        path(_closed([at(position, level) for position in range(count)]), stroke("rule", 0.7))
        for level in range(1, highest + 1)
    ]
    for position in range(count):
        (x0, y0), (x1, y1) = at(position, 0), at(position, highest)
        shapes.append(path(f"M{number(x0)} {number(y0)} L{number(x1)} {number(y1)}", stroke("rule", 0.7)))
    for level, name in enumerate(names, start=1):
        x, y = at(0, level)
        shapes.append(words(name, x + 2.5, y - 1.5, size=7.5, role="quiet"))
    return shapes


def _outline(
    axes: Sequence[Axis],
    level_of: Callable[[Axis], int | None],
    at: Callable[[int, float], _Place],
    draw: Callable[[list[_Place], bool], list[str]],
) -> list[str]:
    """Return a shape over the items that are rated; a gap in the ratings leaves points, no area that was never rated."""
    places = [at(position, level) for position, axis in enumerate(axes) if (level := level_of(axis)) is not None]
    return draw(places, len(places) == len(axes)) if places else []


def _assessor(places: list[_Place], is_whole: bool) -> list[str]:
    area = [path(_closed(places), {**fill("soft"), "fill-opacity": "0.75"})] if is_whole else []
    edge = [path(_closed(places), stroke("accent", 1.4))] if is_whole else []
    return [
        *area,
        *edge,
        *(shape("rect", fill("accent"), x=x - 2.8, y=y - 2.8, width=5.6, height=5.6) for x, y in places),
    ]


def _superior(places: list[_Place], is_whole: bool) -> list[str]:
    edge = [path(_closed(places), stroke("quiet", 1.2, "1 2"))] if is_whole else []
    return [*edge, *(path(diamond(x, y), fill("quiet")) for x, y in places)]


def _own(places: list[_Place], is_whole: bool) -> list[str]:
    edge = [path(_closed(places), stroke("ink", 1.2, "4 2.5"))] if is_whole else []
    return [*edge, *(shape("circle", fill("ink"), cx=x, cy=y, r=2.6) for x, y in places)]


def _label(name: str, position: int, count: int) -> tuple[list[str], float]:
    """Return the lines of a name beside its axis, and how far down they go."""
    angle = _angle(position, count)
    across = cos(angle)
    x, y = _WIDTH / 2 + (_RADIUS + _GAP) * across, _MIDDLE_Y + (_RADIUS + _GAP) * sin(angle)
    is_side = abs(across) > _SIDE
    anchor = ("start" if across > 0 else "end") if is_side else "middle"
    room = _WIDTH - x if across > 0 else x
    lines = balanced(name, _LETTERS, room if is_side else _TOP_ROOM, most=3)
    first = y + 3 - (len(lines) - 1) * _LINE * (0.5 - 0.5 * sin(angle))
    shapes = [words(line, x, first + row * _LINE, size=_LETTERS, anchor=anchor) for row, line in enumerate(lines)]
    return shapes, first + (len(lines) - 1) * _LINE
