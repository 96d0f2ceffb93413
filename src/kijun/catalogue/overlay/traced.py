"""Which values does a file hold after changes, and where was each of them written?

A traced value is a plain value whose places stay with it when its neighbours come and go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kijun.problem import Path, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a value was written; `is_own` says that it was in the overlay at hand, and not in its parent."""

    locate: Callable[[Path], Place]
    path: Path
    is_own: bool

    @property
    def place(self) -> Place:
        """The place in the file."""
        return self.locate(self.path)


@dataclass(slots=True, kw_only=True, eq=False)
class Traced:
    """A value that can be changed: a mapping, a list, or what stands at the end. `gone` are the keys that were dropped."""

    held: object
    origin: Origin
    gone: dict[str, Origin] = field(default_factory=dict)

    @property
    def mapping(self) -> dict[str, Traced]:
        """The values by key; nothing where it is no mapping."""
        return self.held if isinstance(self.held, dict) else {}

    @property
    def items(self) -> list[Traced]:
        """The values of a list; nothing where it is no list."""
        return self.held if isinstance(self.held, list) else []

    def get(self, key: str) -> object:
        """Return what stands at the end of a key, or None."""
        found = self.mapping.get(key)
        return None if found is None else found.held

    def listed(self, key: str) -> list[Traced]:
        """Return the list at a key, which is made where there is none."""
        found = self.mapping.get(key)
        if found is None or not isinstance(found.held, list):
            found = self.mapping[key] = Traced(held=[], origin=self.origin)
        return found.items


def trace(raw: object, origin: Origin) -> Traced:
    """Return a plain value with the places of everything in it."""
    held = raw
    if isinstance(raw, dict):
        held = {key: trace(value, _below(origin, key)) for key, value in raw.items()}
    elif isinstance(raw, list):
        held = [trace(value, _below(origin, position)) for position, value in enumerate(raw)]
    return Traced(held=held, origin=origin)


def written_at(raw: object, origin: Origin) -> Traced:
    """Return a plain value that stands as a whole at one place."""
    held = raw
    if isinstance(raw, dict):
        held = {key: written_at(value, origin) for key, value in raw.items()}
    elif isinstance(raw, list):
        held = [written_at(value, origin) for value in raw]
    return Traced(held=held, origin=origin)


def plain(traced: Traced) -> object:
    """Return the plain value."""
    if isinstance(traced.held, dict):
        return {key: plain(value) for key, value in traced.held.items()}
    if isinstance(traced.held, list):
        return [plain(value) for value in traced.held]
    return traced.held


def way_to(root: Traced, path: Path) -> Iterator[Traced]:
    """Yield the values on the way to a path, from the root on, as far as they exist."""
    here: Traced | None = root
    yield root
    for step in path:
        here = _step(here, step) if here else None
        if here is None:
            return
        yield here


def origin_of(root: Traced, path: Path) -> Origin:
    """Return where a value was written; for a key that was dropped, where it was dropped."""
    way = list(way_to(root, path))
    missing = path[len(way) - 1 :]
    if missing and missing[0] in way[-1].gone:
        return way[-1].gone[str(missing[0])]
    return way[-1].origin


def _step(here: Traced, step: str | int) -> Traced | None:
    if isinstance(step, int):
        return here.items[step] if step < len(here.items) else None
    return here.mapping.get(step)


def _below(origin: Origin, step: str | int) -> Origin:
    return Origin(locate=origin.locate, path=(*origin.path, step), is_own=origin.is_own)
