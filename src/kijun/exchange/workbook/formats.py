"""What do the cells of a workbook look like?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from kijun.exchange.workbook.mapping import Column

_FONT: Final = {"font_name": "Yu Gothic", "font_size": 10, "valign": "top"}
_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "'")
"""What a spreadsheet would take for more than text, once somebody edits the cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formats:
    """The formats of one workbook."""

    heading: Format
    title: Format
    said: Format
    text: Format
    quoted: Format
    day: Format
    number: Format

    def of(self, column: Column) -> Format:
        """Return the format of a column that is to be filled in."""
        return {"day": self.day, "number": self.number}.get(column.holds, self.text)

    def of_text(self, words: str, column: Column) -> Format:
        """Return the format of a text: one that looks like a formula is marked as text for good."""
        return self.quoted if words.startswith(_STARTS) else self.text if column.holds != "day" else self.said


def formats(workbook: Workbook) -> Formats:
    """Return the formats of a workbook; text keeps its digits as they are typed."""
    text = {**_FONT, "num_format": "@", "text_wrap": True}
    shaded = {"bold": True, "bg_color": "#E8ECF1", "bottom": 1, "text_wrap": True}
    return Formats(
        heading=workbook.add_format({**_FONT, **shaded}),
        title=workbook.add_format({**_FONT, "bold": True, "font_size": 14}),
        said=workbook.add_format({**_FONT, "text_wrap": True}),
        text=workbook.add_format(text),
        quoted=workbook.add_format({**text, "quote_prefix": True}),
        day=workbook.add_format({**_FONT, "num_format": "yyyy-mm-dd", "align": "left"}),
        number=workbook.add_format({**_FONT, "num_format": "#,##0"}),
    )
