"""Which edition does a folder hold?

The folder has the shape of the shipped ones: edition.yaml, structure.yaml, policy.yaml, flags.yaml, vocabulary/ and
indicators/<category>/<field>.yaml. All problems of all files are found at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kijun.catalogue.plain_cache import cache_of, keep, recall
from kijun.catalogue.source import read_text
from kijun.catalogue.yaml_tree import parse_tree
from kijun.framework.check import check
from kijun.framework.edition import Edition
from kijun.framework.parse_edition import Files, parse_edition
from kijun.framework.parse_vocabulary import FILES
from kijun.problem import Place, Problem
from kijun.problem.reading import Reading, Value, describe


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedEdition:
    """What a folder holds: the edition where it could be read, and every problem found."""

    edition: Edition | None
    problems: tuple[Problem, ...]


def load_edition(folder: Path, *, is_checked: bool = True) -> LoadedEdition:
    """Return the edition in a folder.

    Without `is_checked` only the shape is looked at, and the files' plain values are kept for the next time: for editions
    that the tests have checked.
    """
    if not (folder / "edition.yaml").is_file():
        return LoadedEdition(edition=None, problems=(describe("K128", Place(file=str(folder)), name=folder),))
    return _load(folder, _Reader(folder, is_kept=not is_checked), is_checked=is_checked)


def _load(folder: Path, reader: _Reader, *, is_checked: bool) -> LoadedEdition:
    edition = reader.read(folder / "edition.yaml")
    structure = reader.read(folder / "structure.yaml")
    files = Files(
        edition=edition,
        structure=structure,
        policy=reader.read(folder / "policy.yaml"),
        flags=reader.read_if_there(folder / "flags.yaml"),
        vocabulary={
            name: reader.read(folder / "vocabulary" / f"{name}.yaml")
            for name in FILES
            if (folder / "vocabulary" / f"{name}.yaml").is_file()
        },
        indicators=tuple(reader.read(path) for path in sorted((folder / "indicators").glob("*/*.yaml"))),
    )
    if reader.problems:
        return LoadedEdition(edition=None, problems=tuple(reader.problems))
    reader.keep()
    parsed = parse_edition(files)
    if reader.is_recalled and reader.has_errors:  # the kept values are not those of the files
        return _load(folder, _Reader(folder, is_kept=False), is_checked=is_checked)
    if is_checked and not reader.has_errors:
        check(parsed.edition, parsed.cells)
    return LoadedEdition(edition=None if reader.has_errors else parsed.edition, problems=reader.found())


class _Reader:
    """Reads the files of a folder and keeps the reading of each; `problems` are those of files that cannot be read."""

    def __init__(self, folder: Path, *, is_kept: bool) -> None:
        self._folder = folder
        self._kept = cache_of(folder, sorted(folder.rglob("*.yaml"))) if is_kept else None
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
        return self._recalled is not None

    @property
    def has_errors(self) -> bool:
        return any(reading.has_errors for reading in self._readings)

    def found(self) -> tuple[Problem, ...]:
        """Return the problems of every file that could be read, file by file."""
        return tuple(problem for reading in self._readings for problem in reading.in_order())

    def read(self, path: Path) -> Value:
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
        return self.read(path) if path.is_file() else None
