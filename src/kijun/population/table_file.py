"""Is this Parquet file the table that it should be?

Its columns and their types, how many rows it has, and whether every value is one that can stand there. Of the people all
employee numbers are read: nobody stands there twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kijun.population.bounds import NUMBERED, Bounds, bounds_of
from kijun.population.column_values import Values, beyond, column_values, is_ascending
from kijun.population.manifest import Manifest, Part
from kijun.population.parts import ARROW, SCHEMA_KEY, TABLE_KEY
from kijun.population.tables import PEOPLE, VERSION, Column, Table, columns_of
from kijun.problem import Place, Problem
from kijun.problem.reading import describe

_UNREADABLE: Final = (pa.ArrowException, OSError, OverflowError, UnicodeDecodeError)
"""What the library raises where the bytes are not what they should be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Which table a file should be, of which part; `before` is the last employee number of the part before it."""

    table: Table
    manifest: Manifest
    part: Part | None
    before: str | None

    @property
    def rows(self) -> int:
        """How many rows the workforce says that the file has."""
        counted = self.manifest.rows_shared if self.part is None else self.part.rows
        return counted[self.table.name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a file was found to be: its problems, and the last employee number where it holds people."""

    problems: tuple[Problem, ...] = ()
    last_employee: str | None = None


def check_file(path: Path, expected: Expected, *, is_unchanged: bool) -> Read:
    """Return every problem of one file of a workforce.

    The statistics of a file are looked at only where it is unchanged: damaged ones can end the process that looks.
    """
    place = Place(file=str(path))
    if not path.is_file():
        return Read(problems=(describe("K603", place, table=expected.table.name),))
    try:
        with path.open("rb"):
            pass
    except OSError as error:
        return Read(problems=(describe("K009", place, reason=error.strerror or str(error)),))
    try:
        with pq.ParquetFile(path) as file:
            return _check(file, expected, place, trusts_statistics=is_unchanged)
    except _UNREADABLE:
        return Read(problems=(describe("K604", place),))


def _check(file: pq.ParquetFile, expected: Expected, place: Place, *, trusts_statistics: bool) -> Read:
    problems = [*_of_kind(file, expected, place)]
    if problems:
        return Read(problems=tuple(problems))
    problems = [*_of_columns(file, expected, place)]
    if file.metadata.num_rows != expected.rows:
        problems.append(describe("K607", place, found=file.metadata.num_rows, expected=expected.rows))
    if problems:
        return Read(problems=tuple(problems))
    problems = [*_of_values(file, expected, place, trusts_statistics=trusts_statistics)]
    if expected.table is PEOPLE and not problems:
        return _check_people(file, expected.before, place)
    if expected.table.name in NUMBERED.values() and not problems:
        problems += _of_numbers(file, expected.table.columns[0], place)
    return Read(problems=tuple(problems))


def _of_kind(file: pq.ParquetFile, expected: Expected, place: Place) -> Iterator[Problem]:
    said = file.schema_arrow.metadata or {}
    version, name = str(VERSION), expected.table.name
    found = said.get(SCHEMA_KEY, version.encode()).decode()
    if found != version:
        yield describe("K601", place, found=found, expected=version)
    found = said.get(TABLE_KEY, name.encode()).decode()
    if found != name:
        yield describe("K611", place, found=found, expected=name)


def _of_columns(file: pq.ParquetFile, expected: Expected, place: Place) -> Iterator[Problem]:
    schema = file.schema_arrow
    for column in columns_of(expected.table, expected.manifest.measures):
        indices = schema.get_all_field_indices(column.name)
        if len(indices) != 1:
            yield describe("K605", place, table=expected.table.name, column=column.name, kind=column.kind)
        elif not _is_kind(schema.field(indices[0]).type, column):
            found = schema.field(indices[0]).type
            yield describe("K606", place, column=column.name, found=found, expected=ARROW[column.kind])


def _is_kind(found: pa.DataType, column: Column) -> bool:
    """Return whether a type is that of a column; whoever wrote the file may have called its text large."""
    return bool(found.equals(ARROW[column.kind]) or (column.kind == "string" and pa.types.is_large_string(found)))


def _of_values(file: pq.ParquetFile, expected: Expected, place: Place, *, trusts_statistics: bool) -> Iterator[Problem]:
    for column in columns_of(expected.table, expected.manifest.measures):
        bounds = bounds_of(expected.table, column, expected.manifest, expected.part)
        is_required = not file.schema_arrow.field(column.name).nullable
        if bounds is None and (column.can_be_empty or is_required):
            continue
        groups = list(column_values(file, column.name, trusts_statistics=trusts_statistics))
        empty = sum(group.empty for group in groups)
        if empty and not column.can_be_empty:
            yield describe("K610", place, column=column.name, count=f"{empty:,}")
        if bounds is not None:
            yield from _beyond(groups, column, bounds, place)
        if column.name == "person" and not is_ascending(groups):
            yield describe("K615", place, column=column.name)


def _beyond(groups: list[Values], column: Column, bounds: Bounds, place: Place) -> Iterator[Problem]:
    least, most = bounds
    value = beyond(groups, bounds)
    if value is not None:
        yield describe("K609", place, column=column.name, value=value, least=_said(least), most=_said(most))


def _said(bound: int | date) -> str:
    return f"{bound:,}" if isinstance(bound, int) else bound.isoformat()


def _check_people(file: pq.ParquetFile, before: str | None, place: Place) -> Read:
    """Return whether everybody stands there once, in the order of the employee numbers; that is read from the rows."""
    rows = file.read(columns=["person", "employee"]).combine_chunks()
    people, employees = rows["person"].combine_chunks(), rows["employee"].combine_chunks()
    first = employees[0].as_py()
    if before is not None and first <= before:
        return Read(problems=(describe("K608", place, who=first),))
    is_next = pc.and_(pc.greater(people[1:], people[:-1]), pc.greater(employees[1:], employees[:-1]))
    if pc.all(is_next, min_count=0).as_py():
        return Read(last_employee=employees[-1].as_py())
    wrong = is_next.to_pylist().index(False) + 1
    return Read(problems=(describe("K608", place, who=employees[wrong].as_py()),))


def _of_numbers(file: pq.ParquetFile, column: Column, place: Place) -> Iterator[Problem]:
    numbers = file.read(columns=[column.name])[column.name]
    if pc.count_distinct(numbers).as_py() != len(numbers):
        yield describe("K612", place, column=column.name)
