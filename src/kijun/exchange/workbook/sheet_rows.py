"""Which rows do the sheets of a career record have?

Only what stands in the record is picked out here; how a value looks in a cell is decided by `outgoing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from kijun.exchange.workbook.mapping import ENGAGEMENT, Column, Sheet
from kijun.problem import Path

Row = Mapping[Column, Any]
_WHOLE: Final = ("ja", "text")
"""The forms that stand for the whole where a title or a name is one text."""


def rows_of(record: Mapping[str, Any], sheet: Sheet) -> Iterator[Row]:
    """Yield the rows of a sheet; a list that is written and empty is a row with an empty list in its first column."""
    if not sheet.path:
        if record:
            yield _row(record, sheet)
    elif sheet.is_of_engagement:
        of, below = sheet.path
        for engagement in _listed(record.get(of)):
            yield from _rows_below(engagement.get("id"), engagement.get(below), sheet)
    elif record.get(sheet.path[0]) == []:
        yield {sheet.columns[0]: []}
    else:
        yield from (_row(item, sheet) for item in _listed(record.get(sheet.path[0])))


def _rows_below(identity: object, items: object, sheet: Sheet) -> Iterator[Row]:
    owner, first = sheet.columns[:2]
    if items == []:
        yield {owner: identity, first: []}
    for item in _listed(items):
        yield {**_row(item, sheet), owner: identity}


def _listed(items: object) -> list[Mapping[str, Any]]:
    return [item for item in items if isinstance(item, Mapping)] if isinstance(items, list) else []


def _row(item: Mapping[str, Any], sheet: Sheet) -> Row:
    return {column: _fact(item, column.path) for column in sheet.columns if column.path != ENGAGEMENT}


def _fact(item: Mapping[str, Any], path: Path) -> object:
    found: object = item.get(str(path[0]))
    for key in path[1:]:
        if not isinstance(found, Mapping):
            return found if key in _WHOLE else None
        found = found.get(str(key))
    return found
