"""Which engagements does nothing that is asked tell apart?

Whatever is asked of an engagement is asked of a few facts, each of which comes to a small number. Side by side in the bits of
one number, they are the likeness of an engagement. Millions of engagements have some ten thousands of these, and what one
comes to is worked out for each of them once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import or_

import ibis.expr.types as ir

from kijun.population.both import number, together
from kijun.population.places import BITS


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The facts by name, and how many bits each takes; mostly one column holds them all."""

    columns: tuple[Mapping[str, int], ...]

    @property
    def names(self) -> list[str]:
        """The columns."""
        return [f"likeness_{place}" for place in range(len(self.columns))]

    def written(self, facts: Mapping[str, ir.IntegerValue]) -> dict[str, ir.IntegerValue]:
        """Return the columns of an engagement whose facts come to these numbers."""
        return {
            name: together(
                or_, [facts[fact].cast("int64") * number(1 << low) for fact, low, _ in _side_by_side(widths)]
            )
            for name, widths in zip(self.names, self.columns, strict=True)
        }

    def read(self, table: ir.Table) -> dict[str, ir.IntegerValue]:
        """Return the numbers of the facts, from the columns of a table."""
        return {
            fact: ((table[name] >> low) & number((1 << width) - 1)).cast("int32")
            for name, widths in zip(self.names, self.columns, strict=True)
            for fact, low, width in _side_by_side(widths)
        }


def likeness_of(facts: Mapping[str, int]) -> Likeness:
    """Return the likeness of facts that can be so many numbers each, from 0."""
    columns: list[dict[str, int]] = [{}]
    for fact, how_many in facts.items():
        width = (how_many - 1).bit_length()
        if sum(columns[-1].values()) + width > BITS:
            columns.append({})
        columns[-1][fact] = width
    return Likeness(columns=tuple(columns))


def _side_by_side(widths: Mapping[str, int]) -> Iterator[tuple[str, int, int]]:
    low = 0
    for fact, width in widths.items():
        yield fact, low, width
        low += width
