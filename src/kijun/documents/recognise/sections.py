"""Into which sections is a document divided: job description, indicators, skill tables, the overview of a skill area?

A section begins with its heading and ends where another one begins, on whichever page that is. What its lines mean is not
asked here.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from kijun.documents.fold import fold
from kijun.documents.furniture import Furniture, RunningTitles, find_furniture
from kijun.documents.printed import Grid, Line, Page, Printed
from kijun.documents.recognise.chart import doubt_chart, recognise_charts
from kijun.documents.recognise.headings import Heading, HeadingKind, find_heading

SectionKind = Literal["front", "job-description", "indicator", "skill-table", "skill-area"]

_BEGINS: Final[dict[HeadingKind, SectionKind]] = {
    "job-description": "job-description",
    "indicator-title": "indicator",
    "indicator": "indicator",
    "skill-table": "skill-table",
    "skill-area": "skill-area",
}
_DECIDES: Final[dict[HeadingKind, SectionKind]] = {
    "business": "indicator",
    "responsibility": "indicator",
    "skill-columns": "skill-table",
    "common-items": "skill-table",
    "specific-items": "skill-table",
    "any-items": "skill-table",
}
"""What a section that begins with a field alone turns out to be."""

_NAMES_CATEGORY: Final = frozenset({"category", "indicator-title", "skill-table", "skill-area"})

_COLON: Final = re.compile("[:：]")
_ONLY_SIGN: Final = re.compile("[-ー●○■□◆・•]")
"""A bullet or a box whose words were wrapped onto the next line."""

_LABEL_HOLDS: Final = 8
"""So many lines after a page number, which may be printed before its page, a section still begins on that page."""


@dataclass(slots=True, kw_only=True)
class Section:
    """A stretch of a document: its kind, its lines without furniture, and the headings among them by their position.

    `category` is the category's printed name as far as it is known, `label` the number that its page prints.
    """

    kind: SectionKind
    category: str
    label: str | None
    lines: list[Line] = dataclasses.field(default_factory=list)
    headings: dict[int, Heading] = dataclasses.field(default_factory=dict)

    def has(self, *kinds: HeadingKind) -> bool:
        """Return whether a heading of one of the kinds is among the lines."""
        return any(heading.kind in kinds for heading in self.headings.values())

    def first(self, *kinds: HeadingKind) -> Heading | None:
        """Return the first heading of one of the kinds."""
        return next((heading for heading in self.headings.values() if heading.kind in kinds), None)


@dataclass(slots=True, kw_only=True)
class Divided:
    """What a document says outside of its sections: its coloured tables, and what its furniture prints of the edition."""

    grids: list[Grid] = dataclasses.field(default_factory=list)
    releases: dict[str, None] = dataclasses.field(default_factory=dict)


def divide(printed: Printed, found: Divided, progress: Callable[[int], None]) -> Iterator[Section]:
    """Yield the sections of a document, one after the other, and note in `found` what belongs to none of them.

    `progress` is told of each page when it has been read.
    """
    titles = RunningTitles(printed.pages() if printed.count > 1 else ())
    divider = _Divider(found)
    for page in printed.pages():
        found.grids.extend(page.grids)
        label = _label_of(page) if printed.count > 1 else None
        running = titles.on(page)
        charts = [*_charts(page)]
        for position, line in enumerate(page.lines):
            placed = line if label is None else replace(line, place=replace(line.place, label=label))
            chart = next(
                (each for each in charts if each.first <= (line.place.line, line.place.column) < each.end), None
            )
            yield from divider.go_to(chart)
            yield from divider.take(placed, is_running=position in running)
        progress(page.number)
    yield from divider.end()


def _label_of(page: Page) -> str | None:
    labels = (furniture.label for furniture in map(find_furniture, page.lines) if furniture is not None)
    return next((label for label in labels if label), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Charted:
    """Where a career chart stands on its page, from its first cell to the end of its last, and whether it names several categories."""

    first: tuple[int, int]
    end: tuple[int, int]
    has_several: bool


def _charts(page: Page) -> Iterator[_Charted]:
    for grid in page.grids:
        charts = recognise_charts(grid)
        if charts or doubt_chart(grid) is not None:
            cells = [(cell.place.line, cell.place.column) for row in grid.rows for cell in row]
            line, column = max(cells)
            yield _Charted(first=min(cells), end=(line, column + 1), has_several=len(charts) != 1)


class _Divider:
    """Takes one line after the other and knows in which section they stand."""

    def __init__(self, found: Divided) -> None:
        self._found = found
        self._category = ""
        self._label: str | None = None
        self._since_label = 0
        self._section = Section(kind="front", category="", label=None)
        self._names_next = False
        self._sign: Line | None = None
        self._chart: _Charted | None = None

    def go_to(self, chart: _Charted | None) -> Iterator[Section]:
        """Go on in a career chart, or outside of one: its headings are not those of what stands around it."""
        if chart is self._chart:
            return
        if self._sign is not None:
            sign, self._sign = self._sign, None
            yield from self._put(sign, None)
        self._chart, self._names_next = chart, False
        if self._section.kind == "front":
            if self._section.lines:
                yield self._section
            self._section = Section(kind="front", category=self._category, label=self._label)

    def take(self, line: Line, *, is_running: bool) -> Iterator[Section]:
        """Take a line, which may be a running title; yield the section that it ends."""
        if not line.text.strip():
            return
        furniture = find_furniture(line)
        if furniture is not None:
            self._note(furniture)
            return
        heading = find_heading(line)
        if heading is None and is_running:
            return
        if self._sign is not None:
            sign, self._sign = self._sign, None
            if heading is None and not self._names_field():
                line = replace(sign, text=sign.text.rstrip() + line.text.lstrip())
            else:
                yield from self._put(sign, None)
        if heading is None and _ONLY_SIGN.fullmatch(fold(line.text).text):
            self._sign = line
        else:
            yield from self._put(line, heading)

    def _names_field(self) -> bool:
        """Return whether the next line names a field: a dash alone is a name there, and no bullet."""
        last = self._section.headings.get(len(self._section.lines) - 1)
        return last is not None and last.kind == "field" and not last.name

    def _put(self, line: Line, heading: Heading | None) -> Iterator[Section]:
        self._since_label += 1
        if heading is not None and self._begins(heading, line):
            ended, before = self._section, self._trailing(heading)
            if ended.lines:
                yield ended
            self._section = self._new(heading)
            for each, its in before:
                self._add(each, its)
        self._add(line, heading)

    def _trailing(self, heading: Heading) -> list[tuple[Line, Heading]]:
        """Return the headings at the end of the section that belong to a cell which has lost its own, and take them out."""
        found: list[tuple[Line, Heading]] = []
        section = self._section
        while heading.kind in ("business", "responsibility") and section.lines:
            last = section.headings.get(len(section.lines) - 1)
            if last is None or last.kind not in ("level", "field", "category"):
                break
            del section.headings[len(section.lines) - 1]
            found.insert(0, (section.lines.pop(), last))
        return found

    def end(self) -> Iterator[Section]:
        """Yield the last section."""
        if self._sign is not None:
            yield from self._put(self._sign, None)
        if self._section.lines:
            yield self._section

    def _note(self, furniture: Furniture) -> None:
        if furniture.release is not None:
            self._found.releases[furniture.release] = None
        if furniture.label is not None:
            self._label, self._since_label = furniture.label, 0

    def _begins(self, heading: Heading, line: Line) -> bool:
        section = self._section
        if heading.kind in _BEGINS:
            is_same = section.kind == _BEGINS[heading.kind] or (section.kind == "front" and section.has("field"))
            return not (is_same and not section.has(*_DECIDES) and self._fits(heading, section))
        if heading.kind in ("business", "responsibility"):  # a cell whose own heading is lost
            if section.kind == "indicator":
                return section.has("responsibility") or (heading.kind == "business" and section.has("business"))
            return not (section.kind == "front" and section.has("field"))
        if heading.kind == "field" and section.kind == "skill-area":  # its columns are headed by fields, too
            return _COLON.search(line.text) is not None
        return heading.kind == "field" and (section.kind != "indicator" or section.has("business", "responsibility"))

    @staticmethod
    def _fits(heading: Heading, section: Section) -> bool:
        """Return whether a heading goes on with a section that has nothing but headings yet."""
        if heading.kind in ("job-description", "skill-area"):
            return False
        return not section.has(heading.kind) or heading.kind == "skill-table"

    def _new(self, heading: Heading) -> Section:
        kind = _BEGINS.get(heading.kind, "indicator" if heading.kind in ("business", "responsibility") else "front")
        label = self._label if self._since_label <= _LABEL_HOLDS else None
        return Section(kind=kind, category=self._category, label=label)

    def _add(self, line: Line, heading: Heading | None) -> None:
        section = self._section
        has_several = self._chart is not None and self._chart.has_several
        has_only_headings = len(section.headings) == len(section.lines)
        if self._names_next and heading is None and not has_several:
            self._category = line.text.strip()
            section.category = self._category if has_only_headings else section.category
        self._names_next = heading is not None and heading.kind == "category" and not heading.name
        if heading is not None:
            if section.kind == "front" and section.has("field") and heading.kind in (*_DECIDES, *_BEGINS):
                section.kind = {**_DECIDES, **_BEGINS}[heading.kind]
            if heading.kind in _NAMES_CATEGORY and heading.name and not has_several:
                self._category = heading.name
                section.category = self._category if has_only_headings else section.category
            section.category = section.category or self._category
            section.headings[len(section.lines)] = heading
        section.lines.append(line)
