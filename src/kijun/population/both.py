"""How do two readings of one question travel through a relation: what surely holds, and what possibly holds?

Kleene's three values as two booleans: met is (true, true), unknown (false, true), not met (false, false).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

import ibis
import ibis.expr.types as ir

from kijun.population.places import Mask


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
    return reduce(and_, found) if found else ibis.literal(True)


def some(of: Iterable[ir.BooleanValue]) -> ir.BooleanValue:
    """Return whether one is true."""
    found = list(of)
    return reduce(or_, found) if found else ibis.literal(False)


def number(value: int) -> ir.IntegerScalar:
    """Return a literal of 64 bits; without its type an engine takes a smaller one and cuts what is put together of it."""
    return ibis.literal(value, "int64")


def word_of(flags: Iterable[tuple[ir.BooleanValue, int]], always: int = 0) -> ir.IntegerValue:
    """Return a word in which the bits of each flag that holds are set, and those that always are."""
    bits = [ibis.ifelse(flag, number(mask), number(0)) for flag, mask in flags]
    return reduce(or_bits, bits, number(always)) if always or not bits else reduce(or_bits, bits)


def or_bits(first: ir.IntegerValue, second: ir.IntegerValue) -> ir.IntegerValue:
    """Return the bits of both words."""
    return first | second


def has_any(words: Sequence[ir.IntegerValue], mask: Mask) -> ir.BooleanValue:
    """Return whether one of the bits is set."""
    found = [words[word] & number(bits) for word, bits in mask.items()]
    return reduce(or_bits, found) != number(0) if found else ibis.literal(False)
