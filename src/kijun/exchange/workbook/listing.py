"""How are lists of anything written as a workbook: a sheet for each, as a table that can be sorted and narrowed?

Nothing in it is a formula: a text that looks like one is marked as text for good.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format

MOST_ROWS: Final = 100_000
"""Of one sheet, without its heading: more are for a program, or for CSV."""
_FONT: Final = {"font_name": "Yu Gothic", "font_size": 10}
_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "'")
_WIDEST: Final = 60
_HALF_WIDTH: Final = 0x2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list: what it is called, its headings, and its rows; an empty cell is None.

    `if_cut` is said above the list where rows are left out of it.
    """

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[str | int | None]]
    if_cut: str


def write_listings(listings: Iterable[Listing]) -> tuple[bytes, list[str]]:
    """Return a workbook with a sheet for each list, and what is said of those that have more than MOST_ROWS rows."""
    held = io.BytesIO()
    with Workbook(held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        plain = workbook.add_format({**_FONT, "num_format": "@"})
        quoted = workbook.add_format({**_FONT, "num_format": "@", "quote_prefix": True})
        number = workbook.add_format({**_FONT, "num_format": "#,##0"})
        cut = [each.if_cut for each in listings if _sheet(workbook, each, (plain, quoted, number))]
    return held.getvalue(), cut


def _sheet(workbook: Workbook, listing: Listing, formats: tuple[Format, Format, Format]) -> bool:
    """Write a list, and return whether rows were left out of it."""
    plain, quoted, number = formats
    sheet = workbook.add_worksheet(listing.name)
    widths = [_width(heading) + 3 for heading in listing.headings]
    rows = list(islice(listing.rows, MOST_ROWS + 1))
    is_cut = len(rows) > MOST_ROWS
    if is_cut:
        sheet.write_string(0, 0, listing.if_cut, plain)
    first = last = 2 if is_cut else 0
    for last, row in enumerate(rows[:MOST_ROWS], start=first + 1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(last, column, value, quoted if value.startswith(_STARTS) else plain)
            elif value is not None:
                sheet.write_number(last, column, value, number)
            widths[column] = max(widths[column], _width(str(value or "")) + 1)
    columns = [{"header": heading} for heading in listing.headings]
    table = {"columns": columns, "style": "Table Style Light 1"}
    sheet.add_table(first, 0, max(last, first + 1), len(columns) - 1, table)
    sheet.freeze_panes(first + 1, 0)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(width, _WIDEST))
    return is_cut


def _width(words: str) -> int:
    """Return how wide words are, in letters of half width."""
    return sum(2 if ord(letter) >= _HALF_WIDTH else 1 for letter in words)
