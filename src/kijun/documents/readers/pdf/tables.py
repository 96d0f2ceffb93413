"""Which cells do the rules of a page enclose?

Rules that touch make a lattice; parts of it that no rule divides are one cell, and what is open to the outside is none.
What stands in a cell, and what colour it has, is left to others.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kijun.documents.printed import Box
from kijun.documents.readers.pdf.rules import Rule, Rules
from kijun.documents.readers.pdf.shapes import Fill

_NEAR: Final = 3.2
_REACHES: Final = 4.5
_MOST_CROSSINGS: Final = 4_000_000
_MOST_PARTS: Final = 20_000
_OUTSIDE: Final = 0
_BROAD: Final = 8.0
_FEWEST_AREAS: Final = 4
_MOST_AREAS: Final = 400
_SHARED: Final = 0.2
_MOST_FILLS: Final = 5_000
_MOST_TABLES: Final = 300


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the lines between its rows and columns, and for each part of the lattice the number of its cell.

    Number 0 is what lies outside.
    """

    across: tuple[float, ...]
    down: tuple[float, ...]
    numbers: tuple[tuple[int, ...], ...]
    cells: dict[int, Box]

    @property
    def box(self) -> Box:
        """Where it stands."""
        return self.across[0], self.down[0], self.across[-1], self.down[-1]

    def number_at(self, across: float, down: float) -> int:
        """Return the number of the cell at a point, 0 outside of every cell."""
        column, row = bisect_right(self.across, across) - 1, bisect_right(self.down, down) - 1
        if not (0 <= column < len(self.across) - 1 and 0 <= row < len(self.down) - 1):
            return _OUTSIDE
        return self.numbers[row][column]


def find_tables(rules: Rules) -> list[Table]:
    """Return the tables of a page, the larger ones first."""
    if len(rules.level) * len(rules.upright) > _MOST_CROSSINGS:
        return []
    found = [table for level, upright in _touching(rules) if (table := _table(level, upright))]
    return sorted(found, key=lambda table: -_area(table.box))[:_MOST_TABLES]


def find_filled_tables(fills: Sequence[Fill], tables: Sequence[Table]) -> list[Table]:
    """Return tables that are printed without rules: by the filled areas that lie side by side outside of other tables.

    A few areas may mark words, so that they are none.
    """
    areas = [
        fill.box for fill in fills if _is_broad(fill.box) and not any(_is_in_cell(fill.box, each) for each in tables)
    ]
    areas = _side_by_side(areas) if len(areas) <= _MOST_AREAS else []
    if len(areas) < _FEWEST_AREAS:
        return []
    level = [Rule(at, left, right) for left, top, right, bottom in areas for at in (top, bottom)]
    upright = [Rule(at, top, bottom) for left, top, right, bottom in areas for at in (left, right)]
    found = find_tables(Rules((*level,), (*upright,)))
    return [table for table in found if len(table.cells) >= _FEWEST_AREAS]


def _side_by_side(areas: Sequence[Box]) -> list[Box]:
    """Return areas without those that lie over others: cards with shadows are no cells."""
    return [
        one
        for index, one in enumerate(areas)
        if not any(_shared(one, other) > _SHARED for place, other in enumerate(areas) if place != index)
    ]


def _shared(one: Box, other: Box) -> float:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across * down / min(_area(one), _area(other)) if across > 0 and down > 0 else 0.0


def _is_broad(box: Box) -> bool:
    return min(box[2] - box[0], box[3] - box[1]) >= _BROAD


def _is_in_cell(box: Box, table: Table) -> bool:
    return table.number_at((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) != _OUTSIDE


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _touching(rules: Rules) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Return the rules that hang together."""
    union = _Union(len(rules.level) + len(rules.upright))
    first = len(rules.level)
    by_place = sorted(range(len(rules.upright)), key=lambda index: rules.upright[index].at)
    places = [rules.upright[index].at for index in by_place]
    for index, level in enumerate(rules.level):
        begin, end = bisect_right(places, level.start - _NEAR), bisect_right(places, level.end + _NEAR)
        for other in by_place[begin:end]:
            upright = rules.upright[other]
            if upright.start - _NEAR <= level.at <= upright.end + _NEAR:
                union.join(index, first + other)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for index, rule in enumerate((*rules.level, *rules.upright)):
        groups[union.top(index)][index >= first].append(rule)
    yield from groups.values()


def _table(level: Sequence[Rule], upright: Sequence[Rule]) -> Table | None:
    ends = _open_ends(level)
    across = _places([rule.at for rule in upright] + ends)
    down = _places([rule.at for rule in level])
    if len(across) < 2 or len(down) < 2 or len(across) * len(down) > _MOST_PARTS:  # noqa: PLR2004  # two sides
        return None
    sides = _marks(upright, across, down)
    floors = _marks(level, down, across)
    _close_sides(sides, floors, len(across), len(down))
    numbers = _numbers(sides, floors, len(across) - 1, len(down) - 1)
    cells = _cells(numbers, across, down)
    return Table(tuple(across), tuple(down), numbers, cells) if cells else None


def _open_ends(level: Sequence[Rule]) -> list[float]:
    """Return where most of the level rules begin and end: tables are often printed without their outer sides."""
    ends = []
    for values in ([rule.start for rule in level], [rule.end for rule in level]):
        middle = sorted(values)[len(values) // 2] if values else 0.0
        if sum(abs(value - middle) <= _NEAR for value in values) > len(values) / 2:
            ends.append(middle)
    return ends


def _places(values: Sequence[float]) -> list[float]:
    """Return where rules lie, those that are nearly at one place as one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value > places[-1] + _NEAR:
            places.append(value)
    return places


def _marks(rules: Sequence[Rule], at: Sequence[float], along: Sequence[float]) -> set[tuple[int, int]]:
    """Return which stretches of the lattice a rule covers, as the number of its line and of the stretch along it."""
    marked = set()
    for rule in rules:
        line = min(range(max(0, bisect_right(at, rule.at) - 1), len(at)), key=lambda index: abs(at[index] - rule.at))
        for stretch in range(len(along) - 1):
            if rule.start <= along[stretch] + _REACHES and rule.end >= along[stretch + 1] - _REACHES:
                marked.add((line, stretch))
    return marked


def _close_sides(sides: set[tuple[int, int]], floors: set[tuple[int, int]], columns: int, rows: int) -> None:
    """Close the outer sides of rows whose rules above and below reach them."""
    for row in range(rows - 1):
        for line, column in ((0, 0), (columns - 1, columns - 2)):
            if (row, column) in floors and (row + 1, column) in floors:
                sides.add((line, row))


def _numbers(
    sides: set[tuple[int, int]], floors: set[tuple[int, int]], columns: int, rows: int
) -> tuple[tuple[int, ...], ...]:
    """Return the number of the cell for each part of the lattice."""
    outside = rows * columns
    union = _Union(outside + 1)
    for row in range(rows):
        for column in range(columns):
            part = row * columns + column
            if (column, row) not in sides:
                union.join(part, part - 1 if column else outside)
            if column == columns - 1 and (columns, row) not in sides:
                union.join(part, outside)
            if (row, column) not in floors:
                union.join(part, part - columns if row else outside)
            if row == rows - 1 and (rows, column) not in floors:
                union.join(part, outside)
    order = {union.top(outside): _OUTSIDE}
    return tuple(
        tuple(order.setdefault(union.top(row * columns + column), len(order)) for column in range(columns))
        for row in range(rows)
    )


def _cells(numbers: Sequence[Sequence[int]], across: Sequence[float], down: Sequence[float]) -> dict[int, Box]:
    cells: dict[int, Box] = {}
    for row, line in enumerate(numbers):
        for column, number in enumerate(line):
            if number != _OUTSIDE:
                part = across[column], down[row], across[column + 1], down[row + 1]
                box = cells.get(number, part)
                cells[number] = min(box[0], part[0]), min(box[1], part[1]), max(box[2], part[2]), max(box[3], part[3])
    return cells


class _Union:
    """Things that are joined, one pair after the other."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def top(self, thing: int) -> int:
        above = self._above
        while above[thing] != thing:
            above[thing] = above[above[thing]]
            thing = above[thing]
        return thing

    def join(self, one: int, other: int) -> None:
        self._above[self.top(one)] = self.top(other)
