"""What is a mapping whose values are made when somebody first looks at it?

Skill items are many, and most commands need none of them: their files are neither read nor parsed until they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

Held = TypeVar("Held")


class Late(Mapping[str, Held]):
    """A mapping that is made by a function at the first look, and once only.

    >>> late = Late(lambda: {"technology": 4})
    >>> late["technology"], list(late), len(late)
    (4, ['technology'], 1)
    """

    def __init__(self, make: Callable[[], Mapping[str, Held]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Mapping[str, Held]:
        return self._make()

    def __getitem__(self, key: str) -> Held:
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)
