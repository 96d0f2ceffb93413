"""How is a career map drawn in a terminal: fields down, levels across, one mark for each cell?

A mark is a shape first and a colour second.
"""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text as Styled

from kijun.cli.language import said
from kijun.framework.structure import Category
from kijun.judgement.record_judgement import MARK_NAMES, NOT_IN_SOURCE, NOT_IN_STANDARD, EditionJudgement
from kijun.text import Text

MARKS: dict[str, tuple[str, str, Text]] = {
    "met": ("●", "green", MARK_NAMES["met"]),
    "one short": ("◐", "yellow", MARK_NAMES["one short"]),
    "not met": ("○", "red", MARK_NAMES["not met"]),
    "unknown": ("?", "cyan", MARK_NAMES["unknown"]),
    NOT_IN_STANDARD: ("·", "dim", MARK_NAMES[NOT_IN_STANDARD]),
    NOT_IN_SOURCE: ("–", "dim", MARK_NAMES[NOT_IN_SOURCE]),
}
_NAME, _MARK = 46, 4


def career_map(judged: EditionJudgement, category: Category) -> list[Styled]:
    """Return the map of one category, line by line."""
    edition = judged.edition.edition
    called = f"{said(category.name)}  ({said(edition.name)})"
    room = max(
        _NAME, *(cell_len(name) + 1 for name in (called, *(f"  {said(field.name)}" for field in category.fields)))
    )
    title = Styled(set_cell_size(called, room), style="bold")
    columns = [said(edition.cell_heading(level)) for level in edition.levels]
    widths = [max(_MARK, cell_len(column) + 2) for column in columns]
    for column, width in zip(columns, widths, strict=True):
        title.append(_centred(column, width))
    lines = [title]
    for field in category.fields:
        line = Styled(set_cell_size(f"  {said(field.name)}", room))
        for level, width in zip(edition.levels, widths, strict=True):
            shape, style, _ = MARKS[judged.mark_at(field, level)]
            line.append(_centred(shape, width), style=style)
        line.rstrip()
        lines.append(line)
    title.rstrip()
    return lines


def _centred(words: str, width: int) -> str:
    """Return words in the middle of a column; a letter of full width takes two of its places."""
    return words.center(width - cell_len(words) + len(words))


def show_legend(console: Console, *more: str) -> None:
    """Write what the marks mean, and more words after them; a line is broken between two of them only."""
    entries = [Styled.assemble((shape, style), f" {said(meaning)}") for shape, style, meaning in MARKS.values()]
    line = Styled("")
    for entry in (*entries, *map(Styled, more)):
        if line.cell_len + entry.cell_len + 3 > console.width and line:
            console.print(line, soft_wrap=True)
            line = Styled("")
        line.append("   " if line else "  ").append_text(entry)
    console.print(line, soft_wrap=True)
