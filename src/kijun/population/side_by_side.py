"""How do small numbers stand side by side in the bits of a few columns?

What is joined and gathered costs by the column. So numbers of a few bits each stand beside each other in one column as long as
there is room, and are read out of it again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import or_

import ibis.expr.types as ir

from kijun.population.both import moved, number, together
from kijun.population.places import BITS


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Columns called `name_0`, `name_1` and so on, and of each the numbers that it holds with the bits that each takes."""

    name: str
    columns: tuple[Mapping[str, int], ...]

    @property
    def names(self) -> list[str]:
        """The columns."""
        return [f"{self.name}_{place}" for place in range(len(self.columns))]

    def written(self, numbers: Mapping[str, ir.IntegerValue]) -> dict[str, ir.IntegerValue]:
        """Return the columns that hold some numbers; one that is left out is 0."""
        return {
            name: together(
                or_, [moved(numbers[each], low) for each, low, _ in _lows(widths) if each in numbers] or [number(0)]
            )
            for name, widths in zip(self.names, self.columns, strict=True)
        }

    def read(self, table: ir.Table) -> dict[str, ir.IntegerValue]:
        """Return the numbers, from the columns of a table."""
        return {
            each: (table[name] >> low) & number((1 << width) - 1)
            for name, widths in zip(self.names, self.columns, strict=True)
            for each, low, width in _lows(widths)
        }


def side_by_side(name: str, widths: Mapping[str, int]) -> SideBySide:
    """Return the columns for some numbers, each of so many bits: in order, a new one where there is no more room."""
    columns: list[dict[str, int]] = [{}]
    for each, width in widths.items():
        if sum(columns[-1].values()) + width > BITS:
            columns.append({})
        columns[-1][each] = width
    return SideBySide(name=name, columns=tuple(columns))


def _lows(widths: Mapping[str, int]) -> Iterator[tuple[str, int, int]]:
    low = 0
    for name, width in widths.items():
        yield name, low, width
        low += width
