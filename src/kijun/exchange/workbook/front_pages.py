"""What stands on the sheets of a workbook that hold no record: the instructions and the words?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kijun.exchange.workbook.formats import Formats
from kijun.exchange.workbook.instructions import (
    EXAMPLE,
    EXAMPLE_TITLE,
    EXAMPLE_WORDS,
    LINES,
    TITLE,
    WORDS_HEADINGS,
)
from kijun.exchange.workbook.lexicon import Lexicons
from kijun.exchange.workbook.mapping import WORDS, Column, Sheet
from kijun.text import Language

_WIDE: Final = 100
_COLUMN: Final = 30
_LINES_EACH: Final = 32
"""Points of a row with two lines."""


def write_instructions(
    page: Worksheet, engagements: Sheet, known: Lexicons, formats: Formats, language: Language
) -> None:
    """Write how the workbook is filled in, and an engagement as an example."""
    page.hide_gridlines(2)
    page.set_column(0, 0, _COLUMN)
    page.set_column(1, 1, _WIDE)
    page.write_string(0, 0, TITLE.said_in(language), formats.title)
    row = 1
    for row, line in enumerate(LINES, start=2):
        page.set_row(row, _LINES_EACH)
        page.merge_range(row, 0, row, 1, line.said_in(language), formats.said)
    page.write_string(row + 2, 0, EXAMPLE_TITLE.said_in(language), formats.heading)
    page.write_blank(row + 2, 1, None, formats.heading)
    for at, column in enumerate(engagements.columns, start=row + 3):
        page.write_string(at, 0, column.heading.said_in(language), formats.said)
        page.write_string(at, 1, _example(column, known, language), formats.said)


def _example(column: Column, known: Lexicons, language: Language) -> str:
    """Return what the example has in a column: words of its list, or nothing."""
    path = ".".join(map(str, column.path))
    if path in EXAMPLE:
        return EXAMPLE[path].said_in(language)
    if column.words is None or path not in EXAMPLE_WORDS:
        return ""
    lexicon = known.get(column.words)
    return "、".join(lexicon.label(word, language) for word in [*lexicon.labels][EXAMPLE_WORDS[path]])


def write_words(
    page: Worksheet, sheets: Sequence[Sheet], known: Lexicons, formats: Formats, language: Language
) -> dict[str, str]:
    """Write every word with its id, and return where the names of each kind stand."""
    page.freeze_panes(1, 0)
    page.set_column(0, 0, _COLUMN)
    page.set_column(1, 2, 2 * _COLUMN)
    for number, heading in enumerate(WORDS_HEADINGS):
        page.write_string(0, number, heading.said_in(language), formats.heading)
    ranges: dict[str, str] = {}
    row = 1
    for column in {_kind(column): column for sheet in sheets for column in sheet.columns if _kind(column)}.values():
        lexicon, first = known.get(_kind(column)), row
        for word in lexicon.labels:
            page.write_string(row, 0, column.heading.said_in(language), formats.said)
            page.write_string(row, 1, lexicon.label(word, language), formats.text)
            page.write_string(row, 2, word, formats.text)
            row += 1
        if row > first:
            ranges[_kind(column)] = f"='{WORDS.said_in(language)}'!$B${first + 1}:$B${row}"
    return ranges


def _kind(column: Column) -> str:
    return "flag" if column.holds == "flag" else column.words or ""
