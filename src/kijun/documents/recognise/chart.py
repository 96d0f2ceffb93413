"""Which cells does a coloured career chart fill?

Its rows are headed by levels and its columns by fields, and a cell that the standard has is coloured. A row of categories may stand
over the fields: then there is a chart for each category. A colour that fills everything is a background and tells nothing: then there
is no chart, and a person is asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
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
_BOTH: Final = re.compile(r"(?:職種|job categor(?:y|ies)).*(?:専門分野|specialty (?:field|area))")
_MARK: Final = re.compile(r"[○◎●✓✔■]$")
_PALE: Final = 0xE0
_GREY: Final = 8
_FEWEST_LEVELS: Final = 2
_HEADING_COLUMNS: Final = 3

_ALL_FILLED: Final = Text(
    ja="キャリアの表は、どの枠も塗られているので、どのレベルが定義されているか読み取れません。文書を見て、分野とレベルを答えてください(例: {hardware: [3, 4]})。",
    en="Every cell of the career chart is filled, so that it does not tell which levels there are. Look at the document and "
    "answer with the fields and their levels, such as {hardware: [3, 4]}.",
)
_LIKE_HEADINGS: Final = Text(
    ja="キャリアの表は、見出しと同じ色で塗られているので、どのレベルが定義されているか読み取れません。文書を見て、分野とレベルを答えてください(例: {hardware: [3, 4]})。",
    en="The career chart is filled with the colour of its headings, so that it does not tell which levels there are. Look at the "
    "document and answer with the fields and their levels, such as {hardware: [3, 4]}.",
)
_NO_FIELDS: Final = Text(
    ja="キャリアの表の列の見出しが読み取れません。文書を見て、分野とレベルを答えてください(例: {hardware: [3, 4]})。",
    en="The columns of the career chart have no headings that could be read. Look at the document and answer with the fields "
    "and their levels, such as {hardware: [3, 4]}.",
)
_NO_CATEGORIES: Final = Text(
    ja="キャリアの表は、どの列がどの職種のものか読み取れません。文書を見て、職種ごとに分野とレベルを答えてください"
    "(例: {customer-service: {hardware: [3, 4]}})。",
    en="The career chart does not tell to which category each of its columns belongs. Look at the document and answer with the fields "
    "and the levels of each category, such as {customer-service: {hardware: [3, 4]}}.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The career chart of a category: the fields that head its columns, the levels of its rows, and which cells are filled.

    `category` is None where the chart does not name it.
    """

    place: Place
    category: Passage | None
    fields: tuple[Passage, ...]
    headed_levels: tuple[int, ...]
    filled: frozenset[tuple[str, int]]

    def levels_of(self, name: str) -> tuple[int, ...]:
        """Return the levels that are filled in the column of a field; one column without a name is that of any field."""
        key = "" if [field_key(each.text) for each in self.fields] == [""] else field_key(name)
        return tuple(sorted(level for column, level in self.filled if column == key))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartDoubt:
    """A table that looks like a career chart and does not tell which cells there are: where it is, and what is asked."""

    words: Passage
    asks: Text


@dataclass(slots=True, kw_only=True)
class _Columns:
    """What was found in a table: rows by level, columns by field and by category, and the cells that are headings."""

    rows: list[tuple[int, Sequence[GridCell]]] = field(default_factory=list)
    names: dict[int, GridCell] = field(default_factory=dict)
    categories: dict[int, GridCell] = field(default_factory=dict)
    heads: list[GridCell] = field(default_factory=list)
    is_unclear: bool = False


def recognise_charts(grid: Grid) -> tuple[Chart, ...]:
    """Return the career charts that a table holds, one for each category; none where it does not tell which cells there are."""
    found = _read(grid)
    return found if isinstance(found, tuple) else ()


def doubt_chart(grid: Grid) -> ChartDoubt | None:
    """Return what has to be asked about a table that looks like a career chart, or None."""
    found = _read(grid)
    return found if isinstance(found, ChartDoubt) else None


def _read(grid: Grid) -> tuple[Chart, ...] | ChartDoubt | None:
    """Return the charts that a table holds, its levels beside its rows or above its columns."""
    turned = tuple(zip(*grid.rows, strict=False)) if len({len(row) for row in grid.rows}) == 1 else ()
    return _read_rows(grid.rows) or _read_rows(turned)


def _read_rows(rows: Sequence[Sequence[GridCell]]) -> tuple[Chart, ...] | ChartDoubt | None:
    columns = _columns(rows)
    cells = [(at, level, row[at]) for level, row in columns.rows for at in columns.names if at < len(row)]
    marked = {(at, level) for at, level, cell in cells if _is_marked(cell)}
    if len({level for level, _ in columns.rows}) < _FEWEST_LEVELS or not (marked or _any_filled(columns)):
        return None
    doubt = _doubt(
        columns, [cell for _, _, cell in cells], is_full=len(marked) == len({(at, level) for at, level, _ in cells})
    )
    if doubt is not None:
        return ChartDoubt(words=_passage(columns.heads[0]), asks=doubt)
    over = {at: fold_name(columns.categories[at].text) if columns.categories else "" for at in columns.names}
    return tuple(
        _chart(columns, {at: name for at, name in columns.names.items() if over[at] == category}, marked)
        for category in dict.fromkeys(over.values())
    )


def _doubt(columns: _Columns, cells: Sequence[GridCell], *, is_full: bool) -> Text | None:
    """Return what a table with levels and colours does not tell."""
    if not any(map(_is_marked, cells)):
        return _NO_FIELDS
    if is_full:
        return _ALL_FILLED
    fills = ({cell.fill for cell in of if _is_coloured(cell.fill)} for of in (cells, columns.heads))
    if set.intersection(*fills):
        return _LIKE_HEADINGS
    return _NO_CATEGORIES if columns.is_unclear else None


def _chart(columns: _Columns, named: Mapping[int, GridCell], marked: AbstractSet[tuple[int, int]]) -> Chart:
    """Return the chart of some of the columns: those under one category."""
    names = {field_key(name.text): name for name in named.values()}
    category = columns.categories.get(next(iter(named)))
    return Chart(
        place=columns.heads[0].place,
        category=_passage(category) if category is not None else None,
        fields=tuple(_passage(name) for name in names.values()),
        headed_levels=tuple(dict.fromkeys(level for level, _ in columns.rows)),
        filled=frozenset((field_key(named[at].text), level) for at, level in marked if at in named),
    )


def _columns(rows: Sequence[Sequence[GridCell]]) -> _Columns:
    """Return the rows that a level heads, and what heads the columns."""
    found = _Columns()
    above: list[Sequence[GridCell]] = []
    width = 1
    for row in rows:
        level = _level_of(row)
        if level is not None:
            found.rows.append((level[0], row))
            found.heads.append(row[level[1]])
            width = max(width, _end_of(row, level[1]))
        elif not found.rows:
            above.append(row)
    if found.rows:
        _name_columns(found, above, width)
    return found


def _name_columns(found: _Columns, above: Sequence[Sequence[GridCell]], width: int) -> None:
    """Note the names of the columns: those of the row of fields, or of the last row above; and the categories over them."""
    last = [row for row in above if not _begins(row, _CATEGORY)]
    fields = next((row for row in above if _begins(row, _FIELD)), last[-1] if last else ())
    found.names = {at: cell for at, cell in enumerate(fields) if at >= width and cell.text.strip()}
    found.heads.extend(fields)
    over = [row for row in above if row is not fields]
    labelled = [row for row in over if _begins(row, _CATEGORY) or _begins(row, _BOTH)]
    row = labelled[-1] if labelled else over[-1] if over else ()
    cells = {at: row[at] for at in found.names if at < len(row) and row[at] != fields[at]}
    is_said = len(cells) == len(found.names) and all(cell.text.strip() for cell in cells.values())
    if labelled and is_said:
        found.categories = cells
    else:
        found.is_unclear = bool(labelled) or len({cell.text for cell in cells.values() if cell.text.strip()}) > 1


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
    return any(heading.match(fold(cell.text).text) for cell in row[:_HEADING_COLUMNS])


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


def field_key(name: str) -> str:
    """Return what two spellings of one field have in common; all that mean "no name" are one."""
    return "" if is_nameless(name) else fold_name(name)


def _passage(cell: GridCell) -> Passage:
    return Passage(text=" ".join(cell.text.split()), starts=(0,), places=(cell.place,))
