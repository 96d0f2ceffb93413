"""How are two readings of one question, and the bits of many answers, put together in a relation?

Kleene's three values are two readings, what surely holds and what possibly does: met is (true, true), unknown (false, true), not
met (false, false). Bits are in words of 64, however small the numbers are that they come from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import or_
from typing import Final, TypeVar

import ibis
import ibis.expr.types as ir

from kijun.population.places import Mask

HOW: Final = ("sure", "possible")
"""The two readings, as columns are named."""
_Value = TypeVar("_Value", bound=ir.Value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """Whether something surely holds, and whether it possibly holds."""

    sure: ir.BooleanValue
    possible: ir.BooleanValue


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


def number(value: int) -> ir.IntegerScalar:
    """Return a literal that is compared with words, or cuts bits out of them.

    Ibis takes it for one of 64 bits and leaves out a cast to them; an engine takes a small one for less. So nothing small is
    multiplied by it: see `moved`.
    """
    return ibis.literal(value, "int64")


def moved(word: ir.IntegerValue, low: int) -> ir.IntegerValue:
    """Return a number moved up by so many bits: by multiplying it, since engines shift by different widths.

    Written as a text, the factor is of 64 bits in every engine, and so is the product, however small the number is.
    """
    return word * ibis.literal(str(1 << low)).cast("int64")


def all_bits_if(flag: ir.BooleanValue) -> ir.IntegerValue:
    """Return a word that has all bits where a flag holds, and none where it does not: -1, or 0."""
    return -flag.cast("int64")


def word_of(flags: Iterable[tuple[ir.BooleanValue, int]]) -> ir.IntegerValue:
    """Return a word in which the bits of each flag that holds are set. It costs a quarter of choosing between two words."""
    bits = [all_bits_if(flag) & number(mask) for flag, mask in flags]
    return together(or_, bits or [number(0)])


def has_any(words: Sequence[ir.IntegerValue] | Mapping[int, ir.IntegerValue], mask: Mask) -> ir.BooleanValue:
    """Return whether one of the bits is set."""
    found = [words[word] & number(bits) for word, bits in mask.items()]
    return together(or_, found) != number(0) if found else ibis.literal(False)
