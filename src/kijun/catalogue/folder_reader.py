"""Which plain values do some files of a folder hold, and what is wrong with them?

The values of a shipped edition are kept for the next time (plain_cache), together with the state of the files.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kijun.catalogue.plain_cache import cache_of, keep, recall
from kijun.catalogue.text_file import read_text
from kijun.catalogue.yaml_tree import parse_tree
from kijun.problem import Place, Problem
from kijun.problem.reading import Reading, Value


class FolderReader:
    """Reads files of a folder and keeps the reading of each; `problems` are those of files that cannot be read.

    `part` names these files in the cache, where the others of the folder are kept apart.
    """

    def __init__(self, folder: Path, files: Sequence[Path], *, is_kept: bool, part: str = "") -> None:
        self._folder = folder
        self._kept = cache_of(folder, files, part=part) if is_kept else None
        self._recalled = recall(self._kept) if self._kept else None
        self._values: dict[str, object] = {}
        self._readings: list[Reading] = []
        self.problems: list[Problem] = []

    def keep(self) -> None:
        """Keep what was read for the next time, where it was read from the files."""
        if self._kept is not None and self._recalled is None:
            keep(self._kept, self._values)

    @property
    def is_recalled(self) -> bool:
        """Whether the values come from the cache."""
        return self._recalled is not None

    @property
    def has_errors(self) -> bool:
        """Whether a value was found to be wrong."""
        return any(reading.has_errors for reading in self._readings)

    def found(self) -> tuple[Problem, ...]:
        """Return the problems of every file that could be read, file by file."""
        return tuple(problem for reading in self._readings for problem in reading.in_order())

    def read(self, path: Path) -> Value:
        """Return the plain value of a file."""
        name = str(path)
        key = str(path.relative_to(self._folder))
        if self._recalled is not None and key in self._recalled:
            reading = Reading(locate=lambda _: Place(file=name))
            self._readings.append(reading)
            return Value(reading=reading, path=(), raw=self._recalled[key])
        text = read_text(path, name=name)
        tree = parse_tree(text, name) if isinstance(text, str) else [text]
        if isinstance(tree, list):
            self.problems.extend(tree)
            return Value(reading=Reading(locate=lambda _: Place(file=name)), path=(), raw=None)
        reading = Reading(locate=tree.locate, problems=list(tree.problems))
        self._readings.append(reading)
        self._values[key] = tree.root
        return Value(reading=reading, path=(), raw=tree.root)

    def read_if_there(self, path: Path) -> Value | None:
        """Return the plain value of a file that need not be there."""
        return self.read(path) if path.is_file() else None
