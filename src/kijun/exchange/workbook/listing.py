"""How are lists of anything written as a workbook: a sheet for each, as a table that can be sorted and narrowed?

Nothing in it is a formula: a text that looks like one is marked as text for good.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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
    """A list: what it is called, its headings, and its rows; an empty cell is None."""

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[str | int | None]]


def write_listings(listings: Iterable[Listing]) -> bytes:
    """Return a workbook with a sheet for each list. Rows beyond MOST_ROWS are left out: whoever gives more says so."""
    held = io.BytesIO()
    with Workbook(held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        plain = workbook.add_format({**_FONT, "num_format": "@"})
        quoted = workbook.add_format({**_FONT, "num_format": "@", "quote_prefix": True})
        number = workbook.add_format({**_FONT, "num_format": "#,##0"})
        for listing in listings:
            _sheet(workbook, listing, (plain, quoted, number))
    return held.getvalue()


def _sheet(workbook: Workbook, listing: Listing, formats: tuple[Format, Format, Format]) -> None:
    plain, quoted, number = formats
    sheet = workbook.add_worksheet(listing.name)
    widths = [_width(heading) + 3 for heading in listing.headings]
    last = 0
    for last, row in enumerate(listing.rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(last, column, value, quoted if value.startswith(_STARTS) else plain)
            elif value is not None:
                sheet.write_number(last, column, value, number)
            widths[column] = max(widths[column], _width(str(value or "")) + 1)
        if last == MOST_ROWS:
            break
    columns = [{"header": heading} for heading in listing.headings]
    sheet.add_table(0, 0, max(last, 1), len(columns) - 1, {"columns": columns, "style": "Table Style Light 1"})
    sheet.freeze_panes(1, 0)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(width, _WIDEST))


def _width(words: str) -> int:
    """Return how wide words are, in letters of half width."""
    return sum(2 if ord(letter) >= _HALF_WIDTH else 1 for letter in words)
