"""Which edition does a folder hold?

The folder has the shape of the shipped ones: edition.yaml, structure.yaml, policy.yaml, flags.yaml, vocabulary/ and
indicators/<category>/<field>.yaml. All problems of all files are found at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

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

    Without `is_checked` only the shape is looked at: for editions that the tests have checked.
    """
    if not (folder / "edition.yaml").is_file():
        return LoadedEdition(edition=None, problems=(describe("K128", Place(file=str(folder)), name=folder),))
    reader = _Reader(folder)
    edition = reader.read(folder / "edition.yaml")
    structure = reader.read(folder / "structure.yaml")
    files = Files(
        edition=edition,
        structure=structure,
        policy=reader.read_if_there(folder / "policy.yaml"),
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
    parsed = parse_edition(files)
    problems = [problem for reading in reader.readings for problem in reading.problems]
    if any(reading.has_errors for reading in reader.readings):
        return LoadedEdition(edition=None, problems=tuple(problems))
    if is_checked:
        places = {file.raw["field"]: file for file in files.indicators if isinstance(file.raw, dict)}
        check(parsed, places)
        problems = [problem for reading in reader.readings for problem in reading.problems]
    has_errors = any(reading.has_errors for reading in reader.readings)
    return LoadedEdition(edition=None if has_errors else parsed, problems=tuple(problems))


class _Reader:
    """Reads the files of a folder and keeps the reading of each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.readings: list[Reading] = []
        self.problems: list[Problem] = []

    def read(self, path: Path) -> Value:
        name = str(path)
        text = read_text(path, name=name)
        tree = parse_tree(text, name) if isinstance(text, str) else [text]
        if isinstance(tree, list):
            self.problems.extend(tree)
            return Value(reading=Reading(locate=lambda _: Place(file=name)), path=(), raw=None)
        reading = Reading(locate=tree.locate)
        self.readings.append(reading)
        return Value(reading=reading, path=(), raw=tree.root)

    def read_if_there(self, path: Path) -> Value | None:
        return self.read(path) if path.is_file() else None
