"""What is made of the standards, kept while they stand, and forgotten when they change?

The standards stand still while a process runs, so whatever is worked out from them is kept for as long. A slice says so where it
keeps something; `library.actions.read_standards_anew` has all of it forgotten.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol, TypeVar


class Keeping(Protocol):
    """A function that keeps what it found, and can forget it."""

    def cache_clear(self) -> None:
        """Forget it all."""


_Kept = TypeVar("_Kept", bound=Keeping)
_FORGET: Final[list[Callable[[], None]]] = []


def while_standards_stand(kept: _Kept) -> _Kept:
    """Have what a function keeps forgotten when the standards change; stands above its `cache` or `lru_cache`."""
    _FORGET.append(kept.cache_clear)
    return kept


def forget() -> None:
    """Forget everything that was made of the standards in this process."""
    for each in _FORGET:
        each()
