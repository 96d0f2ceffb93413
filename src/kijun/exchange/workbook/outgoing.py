"""How does a career record, or an empty one to fill in, become an Excel workbook?

Words of the vocabulary are written as their names in one language. Nothing is ever written as a formula or as a link, and
the same record gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from kijun.errors import BadInput
from kijun.exchange.workbook.container import MOST_ROWS
from kijun.exchange.workbook.formats import Formats, formats
from kijun.exchange.workbook.front_pages import write_instructions, write_words
from kijun.exchange.workbook.heading import REQUIRED
from kijun.exchange.workbook.instructions import DAY_HELP, UNKNOWN, UNKNOWN_HELP, WORD_HELP, WORDS_HELP
from kijun.exchange.workbook.lexicon import Lexicons, lexicons
from kijun.exchange.workbook.mapping import INSTRUCTIONS, NOTHING, WORDS, Column, Sheet, sheets
from kijun.exchange.workbook.sheet_rows import Row, rows_of
from kijun.framework.edition import Edition
from kijun.text import Language, Text

_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""When every workbook was made, so that equal records are equal files."""
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FIRST_DAY: Final = date(1900, 3, 1)
"""Before it Excel counts a day that never was."""
_MOST_NUMBER: Final = 10**15
_MOST_LETTERS: Final = 32_767
_NO_LETTERS: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""What no XML may hold."""
_ROWS_TO_FILL: Final = 1_000


def template(editions: Sequence[Edition], language: Language) -> bytes:
    """Return an empty workbook with headings in one language, to be filled in with the words of these editions."""
    return write({}, editions, language)


def write(record: Mapping[str, Any], editions: Sequence[Edition], language: Language) -> bytes:
    """Return the plain record of a record file as a workbook. Raises BadInput where Excel has no room for it."""
    out = BytesIO()
    with Workbook(out, _OPTIONS) as workbook:
        workbook.set_properties({"created": _MADE, "title": INSTRUCTIONS.said_in(language)})
        _Writing(workbook, editions, language).everything(record)
    return out.getvalue()


class _Writing:
    """A workbook that is being written in one language."""

    def __init__(self, workbook: Workbook, editions: Sequence[Edition], language: Language) -> None:
        self.workbook = workbook
        self.language: Language = language
        self.known: Lexicons = lexicons(editions)
        self.formats: Formats = formats(workbook)
        self.mapped = sheets(editions)
        self.ranges: Mapping[str, str] = {}

    def everything(self, record: Mapping[str, Any]) -> None:
        """Write the instructions, the sheets of the record, and the words."""
        front = self.workbook.add_worksheet(INSTRUCTIONS.said_in(self.language))
        made = [(sheet, self.workbook.add_worksheet(sheet.name.said_in(self.language))) for sheet in self.mapped]
        words = self.workbook.add_worksheet(WORDS.said_in(self.language))
        write_instructions(front, self.mapped[1], self.known, self.formats, self.language)
        self.ranges = write_words(words, self.mapped, self.known, self.formats, self.language)
        for sheet, page in made:
            self.sheet(page, sheet, list(rows_of(record, sheet)))
        made[0][1].activate()

    def sheet(self, page: Worksheet, sheet: Sheet, rows: list[Row]) -> None:
        """Write the headings and the rows of a sheet."""
        if len(rows) >= MOST_ROWS:
            raise BadInput(_too_long(sheet.name))
        page.freeze_panes(1, 0)
        for number, column in enumerate(sheet.columns):
            page.set_column(number, number, _width(column), self.formats.of(column))
            heading = column.heading.said_in(self.language) + (REQUIRED if column.is_required else "")
            page.write_string(0, number, heading, self.formats.heading)
            self.offer(page, number, column)
        for at, row in enumerate(rows, start=1):
            for number, column in enumerate(sheet.columns):
                self.cell(page, at, number, column, row)

    def offer(self, page: Worksheet, number: int, column: Column) -> None:
        """Offer the words of a column, and say beside the cell how it is filled in."""
        kind = "flag" if column.holds == "flag" else column.words or ""
        said = {"day": DAY_HELP, "word": WORD_HELP, "flag": WORD_HELP, "words": WORDS_HELP}.get(column.holds)
        if said is None:
            return
        wanted: dict[str, object] = {
            "validate": "any",
            "input_title": column.heading.said_in(self.language)[:32],
            "input_message": said.said_in(self.language),
        }
        if kind in self.ranges:
            wanted |= {
                "validate": "list",
                "source": self.ranges[kind],
                "error_type": "warning",
                "error_title": UNKNOWN.said_in(self.language),
                "error_message": UNKNOWN_HELP.said_in(self.language),
                "show_error": column.holds != "words",
            }
        page.data_validation(1, number, _ROWS_TO_FILL, number, wanted)

    def cell(self, page: Worksheet, at: int, number: int, column: Column, row: Row) -> None:
        """Write one value: a number as a number, an exact day as a day, everything else as text."""
        value = self.words(column, row)
        if value is None:
            return
        day = _day(value) if column.holds == "day" else None
        if day is not None:
            page.write_datetime(at, number, day, self.formats.day)
        elif isinstance(value, int) and not isinstance(value, bool) and abs(value) < _MOST_NUMBER:
            page.write_number(at, number, value, self.formats.number if column.holds == "number" else None)
        elif isinstance(value, float) and not value.is_integer():
            page.write_number(at, number, value)
        else:
            words = _NO_LETTERS.sub("\ufffd", str(value))
            if len(words) > _MOST_LETTERS:
                raise BadInput(_too_long(column.heading))
            page.write_string(at, number, words, self.formats.of_text(words, column))

    def words(self, column: Column, row: Row) -> object:
        """Return a value with the words of the vocabulary as their names."""
        value = row.get(column)
        if value == []:
            return NOTHING.said_in(self.language)
        if value is None or (column.words is None and column.holds != "flag"):
            return value
        item = next((each for other, each in row.items() if other.path == ("item",)), None)
        known = self.known.get(column.words or "flag", item)
        if isinstance(value, list):
            return "\n".join(known.label(str(word).strip(), self.language) for word in value)
        return known.label(str(value).lower() if isinstance(value, bool) else str(value).strip(), self.language)


def _day(value: object) -> date | None:
    """Return an exact day that Excel can hold; one that is written in another way stays as it is written."""
    try:
        found = date.fromisoformat(str(value))
    except ValueError:
        return None
    return found if found >= _FIRST_DAY and found.isoformat() == str(value) else None


def _width(column: Column) -> int:
    return {"text": 24, "number": 16, "day": 14, "flag": 14, "word": 30, "words": 38}[column.holds]


def _too_long(what: Text) -> Text:
    return Text(
        ja=f"「{what.ja}」はExcelのブックに書ききれません。YAMLかJSONで書き出してください。",
        en=f'"{what.en}" does not fit into an Excel workbook. Export it as YAML or JSON.',
    )
