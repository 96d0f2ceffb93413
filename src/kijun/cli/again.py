"""How is a command that is to follow written, so that it works as it stands?

It asks about the same record in the same way: with the editions, the answers, the assumptions and the day that were given.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """What a command was asked with; `folders` are the editions that were given by a folder, by their ids."""

    record: Path
    editions: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    assumed: tuple[Path, ...] = ()
    on: str | None = None
    folders: Mapping[str, str] = field(default_factory=dict)

    def command(self, name: str, *words: str) -> str:
        """Return a command about the record, with words of its own, that repeats everything that was given."""
        return self._written(name, words, on=self.on)

    def on_day(self, name: str, *words: str, day: str) -> str:
        """Return the same as of another day."""
        return self._written(name, words, on=day)

    def show(self, path: str) -> str:
        """Return the command that shows what the standard says at a path, which begins with the id of its edition."""
        folder = next((name for edition, name in self.folders.items() if f"{path}/".startswith(f"{edition}/")), None)
        return shlex.join(["kijun", "show", path, *(["--edition", folder] if folder else [])])

    def _written(self, name: str, words: Sequence[str], *, on: str | None) -> str:
        return shlex.join(
            [
                *("kijun", name, str(self.record), *words),
                *_repeated("--edition", self.editions),
                *_repeated("--policy", self.policies),
                *_repeated("--with", map(str, self.assumed)),
                *(("--on", on) if on else ()),
            ]
        )


def _repeated(option: str, values: Iterable[str]) -> list[str]:
    return [word for value in values for word in (option, value)]
