"""Which career record does a workbook hold, and what is wrong with it?

The sheets become the plain mapping that a record file holds; whether that is a sound record (numbers, days, what belongs
together) is asked of `parse_person` by `read_person`, so that a workbook and a file say the same. Words and headings are
read in both languages. Every problem names its cell: "Person!B2".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from kijun.catalogue.record_file import LoadedRecord
from kijun.catalogue.record_words import words_of
from kijun.evidence.parse import parse_person
from kijun.exchange.workbook.finding import MOST_PROBLEMS, Findings
from kijun.exchange.workbook.grids import Grid, grids
from kijun.exchange.workbook.lexicon import lexicons
from kijun.exchange.workbook.mapping import NOTHING, Sheet, sheets
from kijun.exchange.workbook.place import SheetPlace, place_of
from kijun.exchange.workbook.sheet_items import Item, items_of
from kijun.exchange.workbook.sheet_names import sheets_by_path
from kijun.framework.edition import Edition
from kijun.problem import Path, Place, Problem, Severity
from kijun.problem.reading import Reading, Value, describe, nearest, printable, shown
from kijun.text import Text, join, same

_NAME: Final = "workbook.xlsx"
_SHOWN: Final = 8
_TOO_MANY: Final = Text(
    ja=f"誤りが{MOST_PROBLEMS:,}件を超えたので、その先は読んでいません",
    en=f"More than {MOST_PROBLEMS:,} problems were found, and the rest was not read",
)
_COMPARED: Final = 200
"""How many ids are looked through for the one that was meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """What a workbook holds: the plain record where it is one at all, the place of each value, and every problem.

    The record may have problems; where one of them is an error it is to be shown and not to be used.
    """

    record: dict[str, Any] | None
    places: Mapping[Path, SheetPlace]
    problems: tuple[Problem, ...]
    sheets: tuple[str, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether anything was found that keeps the record from being used."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def locate(self, path: Path) -> SheetPlace | None:
        """Return the cell of a value, or the nearest one above it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path)


def read(data: bytes, editions: Sequence[Edition], *, name: str = _NAME) -> Incoming:
    """Return the record that a workbook holds, in the words of these editions; the name is that of the file."""
    found = grids(data, name)
    if isinstance(found, Problem):
        return Incoming(record=None, places={}, problems=(found,))
    findings = Findings()
    mapped = sheets(editions)
    named = sheets_by_path(found, mapped, findings, name)
    order = tuple(grid.name for grid in found)
    if () not in named:
        return Incoming(record=None, places={}, problems=_in_order(findings.problems, order), sheets=order)
    known = lexicons(editions)
    assembly = _Assembly(findings=findings)
    for sheet in mapped:
        if sheet.path in named:
            assembly.add(sheet, named[sheet.path], items_of(sheet, named[sheet.path], known, findings))
    if findings.are_full:
        many = [describe("K402", Place(file=name), reason=_TOO_MANY), *findings.problems]
        return Incoming(record=None, places={}, problems=_in_order(many, order), sheets=order)
    problems = _in_order(findings.problems, order)
    return Incoming(record=assembly.record, places=assembly.places, problems=problems, sheets=order)


@dataclass(slots=True, kw_only=True)
class _Assembly:
    """The record so far, and where its values stand."""

    findings: Findings
    record: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, SheetPlace] = field(default_factory=dict)
    owners: dict[str, int] = field(default_factory=dict)
    emptied: set[tuple[int, str]] = field(default_factory=set)
    sheet_of_owners: str = ""

    def add(self, sheet: Sheet, grid: Grid, items: list[Item]) -> None:
        """Add the rows of a sheet to the record."""
        if sheet.is_of_engagement:
            for item in items:
                self._add_below(sheet, item)
        elif not sheet.path:
            self._add_person(grid, items)
        else:
            self._add_list(sheet, grid, items)

    def _add_person(self, grid: Grid, items: list[Item]) -> None:
        for further in items[1:]:
            self.findings.report("K419", further.place)
        self.record |= items[0].plain
        self._note((), items[0])
        self.places[()] = SheetPlace(sheet=grid.name, row=1, column=1)

    def _add_list(self, sheet: Sheet, grid: Grid, items: list[Item]) -> None:
        listed = [item for item in items if not item.is_nothing]
        if items:
            self.record[sheet.path[0]] = [item.plain for item in listed]
        if listed and (nothing := next((item for item in items if item.is_nothing), None)):
            self.findings.report("K418", nothing.place, nothing=NOTHING)
        for number, item in enumerate(listed):
            self._note((*sheet.path, number), item)
        if sheet.path == ("engagements",):
            self.sheet_of_owners = grid.name
            for number, item in reversed(list(enumerate(listed))):
                self.owners[str(item.plain.get("id", "")).strip()] = number

    def _add_below(self, sheet: Sheet, item: Item) -> None:
        """Add a row to the engagement that it names."""
        if item.owner is None:
            return
        if item.owner not in self.owners:
            self._report_owner(sheet, item, item.owner)
            return
        of, below = sheet.path
        number = self.owners[item.owner]
        listed = self.record[of][number].setdefault(below, [])
        is_emptied = (number, below) in self.emptied
        if listed if item.is_nothing else is_emptied:
            self.findings.report("K418", item.place, nothing=NOTHING)
        if item.is_nothing:
            self.emptied.add((number, below))
            return
        self._note((of, number, below, len(listed)), item)
        listed.append(item.plain)

    def _report_owner(self, sheet: Sheet, item: Item, owner: str) -> None:
        is_looked_for = len(self.owners) <= _COMPARED and not self.findings.are_many
        known = join([same(shown(each)) for each in list(self.owners)[:_SHOWN]])
        self.findings.report(
            "K417",
            item.place_of_owner,
            suggestion=nearest(owner, self.owners) if is_looked_for else None,
            id=owner,
            sheet=self.sheet_of_owners or sheet.path[0],
            known=known if self.owners else same("-"),
        )

    def _note(self, path: Path, item: Item) -> None:
        self.places[path] = item.place
        self.places |= {(*path, *below): place for below, place in item.places.items()}


def read_person(incoming: Incoming, editions: Sequence[Edition], *, today: date, name: str = _NAME) -> LoadedRecord:
    """Return the person of a workbook that was read, with every problem once: what `read` found and what the record is.

    A cell of which `read` already said what is wrong is not complained of again.
    """
    if incoming.record is None:
        return LoadedRecord(person=None, problems=incoming.problems)
    told = {problem.place.file for problem in incoming.problems if problem.severity is Severity.ERROR}

    def locate(path: Path) -> Place:
        place = incoming.locate(path)
        return (
            Place(file=name)
            if place is None
            else Place(file=printable(str(place)), line=place.row, column=place.column)
        )

    reading = Reading(locate=locate)
    person = parse_person(Value(reading=reading, path=(), raw=incoming.record), words_of(editions), today=today)
    further = [
        replace(problem, place=Place(file=problem.place.file))
        for problem in reading.problems
        if problem.place.file not in told
    ]
    is_usable = not (incoming.has_errors or reading.has_errors)
    problems = _in_order([*incoming.problems, *further], incoming.sheets)
    return LoadedRecord(person=person if is_usable else None, problems=problems)


def _in_order(problems: Sequence[Problem], order: Sequence[str]) -> tuple[Problem, ...]:
    """Return problems in the order of the sheets, the file as a whole first."""

    def key(problem: Problem) -> tuple[int, int, int]:
        place = place_of(problem.place)
        sheet = problem.place.file if place is None else place.sheet
        at = order.index(sheet) if sheet in order else -1
        return (at, 0, 0) if place is None else (at, place.row, place.column)

    return tuple(sorted(problems, key=key))
