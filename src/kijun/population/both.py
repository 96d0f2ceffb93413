"""How do two readings of one question travel through a relation: what surely holds, and what possibly holds?

Kleene's three values as two booleans: met is (true, true), unknown (false, true), not met (false, false).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import and_, or_
from typing import Final, TypeVar

import ibis
import ibis.expr.types as ir

from kijun.population.places import Mask

HOW: Final = ("sure", "possible")
"""The two readings, as columns are named."""
SMALL: Final = 14
"""So many bits of 16 can be multiplied without touching the sign."""
_Value = TypeVar("_Value", bound=ir.Value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """Whether something surely holds, and whether it possibly holds."""

    sure: ir.BooleanValue
    possible: ir.BooleanValue


def known(holds: ir.BooleanValue) -> Both:
    """Return what can never be unknown."""
    return Both(sure=holds, possible=holds)


def all_of(of: Sequence[Both]) -> Both:
    """Return whether all hold. Nothing asked holds."""
    return Both(sure=every(each.sure for each in of), possible=every(each.possible for each in of))


def any_of(of: Sequence[Both]) -> Both:
    """Return whether at least one holds."""
    return Both(sure=some(each.sure for each in of), possible=some(each.possible for each in of))


def every(of: Iterable[ir.BooleanValue]) -> ir.BooleanValue:
    """Return whether all are true."""
    found = list(of)
    return together(and_, found) if found else ibis.literal(True)


def some(of: Iterable[ir.BooleanValue]) -> ir.BooleanValue:
    """Return whether one is true."""
    found = list(of)
    return together(or_, found) if found else ibis.literal(False)


def together(operator: Callable[[_Value, _Value], _Value], values: Sequence[_Value]) -> _Value:
    """Put values together as a tree of little depth: a long chain would be too deep for what writes and reads statements."""
    if len(values) == 1:
        return values[0]
    middle = len(values) // 2
    return operator(together(operator, values[:middle]), together(operator, values[middle:]))


def is_one_of(column: ir.StringColumn, words: Iterable[str]) -> ir.BooleanValue:
    """Return whether a word is one of some; what is not recorded is none. Written so that no engine makes a join of it."""
    return ibis.array(sorted(set(words))).contains(column).fill_null(False)


def number(value: int) -> ir.IntegerScalar:
    """Return a literal of 64 bits; without its type an engine takes a smaller one and cuts what is put together of it."""
    return ibis.literal(value, "int64")


def word_of(flags: Iterable[tuple[ir.BooleanValue, int]], always: int = 0) -> ir.IntegerValue:
    """Return a word in which the bits of each flag that holds are set, and those that always are."""
    bits = [ibis.ifelse(flag, number(mask), number(0)) for flag, mask in flags]
    return together(or_, [*bits, *([number(always)] if always or not bits else [])])


def packed(flags: Sequence[ir.BooleanValue]) -> ir.IntegerValue:
    """Return a word whose bits are the flags, the first one lowest. In small numbers first: many flags cost half as much."""
    groups = []
    for first in range(0, len(flags), SMALL):
        small = [
            flag.cast("int16") * ibis.literal(1 << place, "int16")
            for place, flag in enumerate(flags[first : first + SMALL])
        ]
        groups.append(together(or_, small).cast("int64") * number(1 << first))
    return together(or_, groups)


def has_any(words: Sequence[ir.IntegerValue], mask: Mask) -> ir.BooleanValue:
    """Return whether one of the bits is set."""
    found = [words[word] & number(bits) for word, bits in mask.items()]
    return together(or_, found) != number(0) if found else ibis.literal(False)
