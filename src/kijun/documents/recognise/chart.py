"""Which cells does a coloured career chart fill?

Its rows are headed by levels and its columns by fields, and a cell that the standard has is coloured. A colour that fills everything
is a background and tells nothing: then there is no chart, and a person is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from kijun.documents.fold import fold, fold_name
from kijun.documents.passage import Passage
from kijun.documents.printed import Grid, GridCell, Place
from kijun.documents.recognise.headings import is_nameless
from kijun.text import Text

_LEVEL: Final = re.compile(r"(?:レベル|level)\s?(?P<level>\d{1,2})$")
_FIELD: Final = re.compile(r"(?:専門分野|specialty (?:field|area)s?)$")
_CATEGORY: Final = re.compile(r"(?:職種|job categor(?:y|ies))$")
_COLOUR: Final = re.compile(r"#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$")
_MARK: Final = re.compile(r"[○◎●✓✔■]$")
_PALE: Final = 0xE0
_GREY: Final = 8
_FEWEST_LEVELS: Final = 2
_HEADING_COLUMNS: Final = 3

_ALL_FILLED: Final = Text(
    ja="キャリアの表は、どの枠も塗られているので、どのレベルが定義されているか読み取れません。文書を見て、分野とレベルを答えてください。",
    en="Every cell of the career chart is filled, so that it does not tell which levels there are. Look at the document and "
    "answer with the fields and their levels.",
)
_LIKE_HEADINGS: Final = Text(
    ja="キャリアの表は、見出しと同じ色で塗られているので、どのレベルが定義されているか読み取れません。文書を見て、分野とレベルを答えてください。",
    en="The career chart is filled with the colour of its headings, so that it does not tell which levels there are. Look at the "
    "document and answer with the fields and their levels.",
)
_NO_FIELDS: Final = Text(
    ja="キャリアの表の列の見出しが読み取れません。文書を見て、分野とレベルを答えてください。",
    en="The columns of the career chart have no headings that could be read. Look at the document and answer with the fields "
    "and their levels.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A career chart: the fields that head its columns, the levels of its rows, and which cells are filled."""

    place: Place
    fields: tuple[Passage, ...]
    headed_levels: tuple[int, ...]
    filled: frozenset[tuple[str, int]]

    def levels_of(self, name: str) -> tuple[int, ...]:
        """Return the levels that are filled in the column of a field; one column without a name is that of any field."""
        key = "" if [_key(each.text) for each in self.fields] == [""] else _key(name)
        return tuple(sorted(level for column, level in self.filled if column == key))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartDoubt:
    """A table that looks like a career chart and does not tell which cells there are: where it is, and what is asked."""

    words: Passage
    asks: Text


@dataclass(slots=True, kw_only=True)
class _Columns:
    """What was found in a table: rows by level, columns by name, and the cells that are headings."""

    rows: list[tuple[int, Sequence[GridCell]]] = field(default_factory=list)
    names: dict[int, GridCell] = field(default_factory=dict)
    heads: list[GridCell] = field(default_factory=list)


def recognise_chart(grid: Grid) -> Chart | None:
    """Return the career chart that a table is, or None where it is none or does not tell which cells there are."""
    found = _read(grid)
    return found if isinstance(found, Chart) else None


def doubt_chart(grid: Grid) -> ChartDoubt | None:
    """Return what has to be asked about a table that looks like a career chart, or None."""
    found = _read(grid)
    return found if isinstance(found, ChartDoubt) else None


def _read(grid: Grid) -> Chart | ChartDoubt | None:
    """Return the chart that a table is, its levels beside its rows or above its columns."""
    turned = tuple(zip(*grid.rows, strict=False)) if len({len(row) for row in grid.rows}) == 1 else ()
    return _read_rows(grid.rows) or _read_rows(turned)


def _read_rows(rows: Sequence[Sequence[GridCell]]) -> Chart | ChartDoubt | None:
    columns = _columns(rows)
    cells = [
        (name, level, row[position])
        for level, row in columns.rows
        for position, name in columns.names.items()
        if position < len(row)
    ]
    marked = [(name, level) for name, level, cell in cells if _is_marked(cell)]
    if len({level for level, _ in columns.rows}) < _FEWEST_LEVELS or not (marked or _any_filled(columns)):
        return None
    first = columns.heads[0]
    if not marked:
        return ChartDoubt(words=_passage(first), asks=_NO_FIELDS)
    if len(marked) == len(cells):
        return ChartDoubt(words=_passage(first), asks=_ALL_FILLED)
    if {cell.fill for _, _, cell in cells if _is_coloured(cell.fill)} & {
        head.fill for head in columns.heads if _is_coloured(head.fill)
    }:
        return ChartDoubt(words=_passage(first), asks=_LIKE_HEADINGS)
    names = {_key(name.text): name for name in columns.names.values()}
    return Chart(
        place=first.place,
        fields=tuple(_passage(name) for name in names.values()),
        headed_levels=tuple(dict.fromkeys(level for level, _ in columns.rows)),
        filled=frozenset((_key(name.text), level) for name, level in marked),
    )


def _columns(rows: Sequence[Sequence[GridCell]]) -> _Columns:
    """Return the rows that a level heads, and the names of the columns: those of the row of fields, or of the last row above."""
    found = _Columns()
    above: Sequence[GridCell] = ()
    is_named = False
    width = 1
    for row in rows:
        level = _level_of(row)
        if level is not None:
            found.rows.append((level[0], row))
            found.heads.append(row[level[1]])
            width = max(width, _end_of(row, level[1]))
        elif not found.rows and not is_named and not _begins(row, _CATEGORY):
            above, is_named = row, _begins(row, _FIELD)
    if found.rows:
        found.names = {at: cell for at, cell in enumerate(above) if at >= width and cell.text.strip()}
        found.heads.extend(above)
    return found


def _level_of(row: Sequence[GridCell]) -> tuple[int, int] | None:
    """Return the level that heads a row, and in which of its first columns it stands."""
    for at, cell in enumerate(row[:_HEADING_COLUMNS]):
        match = _LEVEL.match(fold(cell.text).text)
        if match:
            return int(match.group("level")), at
    return None


def _end_of(row: Sequence[GridCell], at: int) -> int:
    """Return where the heading of a row ends: a cell that spans several columns is repeated."""
    return next((other for other in range(at, len(row)) if row[other] != row[at]), len(row))


def _begins(row: Sequence[GridCell], heading: re.Pattern[str]) -> bool:
    return bool(row) and heading.match(fold(row[0].text).text) is not None


def _any_filled(columns: _Columns) -> bool:
    heads = [*map(id, columns.heads)]
    return any(_is_coloured(cell.fill) for _, row in columns.rows for cell in row if id(cell) not in heads)


def _is_marked(cell: GridCell) -> bool:
    return _is_coloured(cell.fill) or _MARK.match(fold(cell.text.strip()).text) is not None


def _is_coloured(fill: str | None) -> bool:
    """Return whether a fill is a colour: white and the very light grey of headings are none."""
    match = _COLOUR.match((fill or "").lower())
    if match is None:
        return False
    channels = [int(each, 16) for each in match.groups()]
    return not (min(channels) >= _PALE and max(channels) - min(channels) <= _GREY)


def _key(name: str) -> str:
    return "" if is_nameless(name) else fold_name(name)


def _passage(cell: GridCell) -> Passage:
    return Passage(text=" ".join(cell.text.split()), starts=(0,), places=(cell.place,))
