"""Which sources of records does a name mean: a folder, a file of lines, a workbook, the tables of many people?

A folder is everything in it that can be read: its records however deep, and the other files that lie in it itself. CSV files of
one folder belong together, and so do those that are named one by one.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kijun.catalogue.record_folder import records_in
from kijun.errors import BadInput
from kijun.exchange.workbook.mapping import Sheet
from kijun.exchange.workforce.tables import PEOPLE, find_table
from kijun.problem import Place, Problem
from kijun.problem.reading import describe
from kijun.text import Text

_LINES: Final = (".jsonl", ".ndjson")
_RECORDS: Final = (".yaml", ".yml", ".json")
_OPENED_BY_EXCEL: Final = "~$"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A file of JSON Lines, one record on each."""

    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Record files, YAML or JSON; `folder` is the one that they were found in."""

    folder: Path
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A workbook whose sheets have rows of many people."""

    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvTables:
    """CSV files that belong together, by table."""

    files: Mapping[str, Path]


Source = Lines | Records | Book | CsvTables


def files_of(source: Source) -> tuple[Path, ...]:
    """Return the files that a source is read from."""
    match source:
        case Lines(path=path) | Book(path=path):
            return (path,)
        case Records(files=files):
            return files
        case CsvTables(files=tables):
            return tuple(tables.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The sources in the order in which they were named, and what was not read of them."""

    found: tuple[Source, ...]
    remarks: tuple[Problem, ...]


def find_sources(names: Sequence[Path], known: Mapping[str, Sheet], *, apart: Collection[Path] = ()) -> Sources:
    """Return the sources that names mean, without what lies in the folders `apart`.

    Raises BadInput with all that is wrong with them; OSError passes.
    """
    _refuse_twice(names)
    found: list[Source] = []
    problems: list[Problem] = []
    remarks: list[Problem] = []
    alone = [name for name in names if name.suffix.lower() == ".csv" and name.is_file()]
    for name in names:
        if name.is_dir():
            inside = [*_inside(name, known, apart, problems, remarks)]
            found += inside
            if not inside:
                problems.append(_unread(name, known))
        elif not name.exists():
            problems.append(describe("K001", Place(file=str(name)), name=name))
        elif name in alone:
            found += _csv_tables(alone, known, problems, remarks=problems) if name == alone[0] else ()
        elif (source := _file(name)) is not None:
            found.append(source)
        else:
            problems.append(_unread(name, known))
    if problems:
        raise BadInput(_CANNOT, problems=[*problems, *remarks])
    if len(found) > 1:
        _refuse_twice([file for source in found for file in files_of(source)])
    return Sources(found=tuple(found), remarks=tuple(remarks))


_CANNOT: Final = Text(
    ja="集めるもとに誤りがあるので、何も集めていません。",
    en="Nothing was collected, since something is wrong with the sources.",
)


def _inside(
    folder: Path,
    known: Mapping[str, Sheet],
    apart: Collection[Path],
    problems: list[Problem],
    remarks: list[Problem],
) -> Iterator[Source]:
    not_here = [Path(os.path.realpath(each)) for each in apart]
    records = [
        file
        for file in records_in(folder)
        if not any(Path(os.path.realpath(file)).is_relative_to(each) for each in not_here)
    ]
    if records:
        yield Records(folder=folder, files=tuple(records))
    files = sorted(each for each in folder.iterdir() if each.is_file())
    for file in files:
        if file.suffix.lower() not in _RECORDS and (source := _file(file)) is not None:
            yield source
    tables = [file for file in files if file.suffix.lower() == ".csv"]
    yield from _csv_tables(tables, known, problems, remarks)


def _file(file: Path) -> Source | None:
    ending = file.suffix.lower()
    if file.name.startswith(_OPENED_BY_EXCEL):
        return None
    if ending in _LINES:
        return Lines(path=file)
    if ending == ".xlsx":
        return Book(path=file)
    return Records(folder=file.parent, files=(file,)) if ending in _RECORDS else None


def _csv_tables(
    files: Sequence[Path], known: Mapping[str, Sheet], problems: list[Problem], remarks: list[Problem]
) -> list[Source]:
    found: dict[str, Path] = {}
    for file in files:
        table = find_table(file.stem, known)
        if table is None:
            remarks.append(_unread(file, known))
        elif table in found:
            problems.append(describe("K407", Place(file=str(file)), sheet=file.name, other=found[table]))
        else:
            found[table] = file
    if found and PEOPLE not in found:
        first = next(iter(found.values()))
        listed = ", ".join(file.name for file in found.values())
        problems.append(describe("K647", Place(file=str(first.parent)), sheet=f"{PEOPLE}.csv", found=listed))
    return [CsvTables(files={table: found[table] for table in known if table in found})] if found else []


def _unread(path: Path, known: Collection[str]) -> Problem:
    return describe("K645", Place(file=str(path)), known=", ".join(known))


def _refuse_twice(names: Sequence[Path]) -> None:
    real = Counter(os.path.realpath(name) for name in names)
    for name in names:
        if real[os.path.realpath(name)] > 1:
            raise BadInput(
                Text(
                    ja=f"「{name}」が二度指定されています(フォルダーを指定すると、中のファイルも読みます)。一度だけ指定してください。",
                    en=f'"{name}" is named twice: a folder is all that is in it. Name each source once.',
                )
            )
