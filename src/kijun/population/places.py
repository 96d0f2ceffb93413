"""Which bit of which word stands for what?

Words have 62 bits: a word is never negative, and every engine adds and compares it alike.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

BITS: Final = 62
ALL_ONES: Final = (1 << BITS) - 1
SUMMED_BITS: Final = 52
"""Of a word that is summed: as a floating-point number it is exact, and engines sum those without widening them."""

Mask = Mapping[int, int]
"""Word -> its bits that are meant; words without any are left out."""
_What = TypeVar("_What", bound=Hashable)


def bits_of(word: int) -> Iterator[int]:
    """Yield the places of the bits that are set, the lowest first.

    >>> list(bits_of(0b1101))
    [0, 2, 3]
    """
    while word:
        lowest = word & -word
        yield lowest.bit_length() - 1
        word ^= lowest


@dataclass(slots=True)
class Places(Generic[_What]):
    """Gives each thing a bit of its own, in the order in which things are first named."""

    _number_of: dict[_What, int] = field(default_factory=dict)

    def place(self, what: _What) -> None:
        """Give a thing a bit, unless it has one."""
        self._number_of.setdefault(what, len(self._number_of))

    def mask(self, things: Iterable[_What]) -> dict[int, int]:
        """Return the bits of some things, word by word."""
        masks: dict[int, int] = {}
        for what in things:
            word, bit = divmod(self._number_of[what], BITS)
            masks[word] = masks.get(word, 0) | (1 << bit)
        return masks

    def placed(self) -> list[tuple[int, int, _What]]:
        """Return the word, the bit, and what it stands for."""
        return [(*divmod(number, BITS), what) for what, number in self._number_of.items()]

    @property
    def words(self) -> int:
        """How many words there are."""
        return -(-len(self._number_of) // BITS)

    def width(self, word: int) -> int:
        """Return how many bits of a word are given away."""
        return min(BITS, len(self) - word * BITS)

    def __iter__(self) -> Iterator[_What]:
        return iter(self._number_of)

    def __len__(self) -> int:
        return len(self._number_of)
