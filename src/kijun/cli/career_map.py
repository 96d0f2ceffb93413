"""How is a career map drawn in a terminal: fields down, levels across, one mark for each cell?

A mark is a shape first and a colour second.
"""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text as Styled

from kijun.cli.language import said
from kijun.framework.edition import Edition
from kijun.framework.structure import Category
from kijun.judgement.proof import CellJudgement
from kijun.judgement.record_judgement import NOT_IN_SOURCE, EditionJudgement, why_not_defined
from kijun.text import Text, same
from kijun.verdict import Verdict

MARKS: dict[str, tuple[str, str, Text]] = {
    "met": ("●", "green", Text(ja="満たす", en="met")),
    "one short": ("◐", "yellow", Text(ja="あと1つ", en="one part short")),
    "not met": ("○", "red", Text(ja="満たさない", en="not met")),
    "unknown": ("?", "cyan", Text(ja="不明", en="unknown")),
    "not in the standard": ("·", "dim", Text(ja="標準に定義なし", en="not in the standard")),
    "not in the source": ("–", "dim", Text(ja="手元の資料になし", en="not in the source")),
}
_NAME, _MARK = 46, 4


def mark_of(judged: CellJudgement) -> str:
    """Return which mark a judged cell has."""
    if judged.verdict is Verdict.MET:
        return "met"
    if judged.is_one_part_short:
        return "one short"
    return str(judged.verdict.value)


def career_map(judged: EditionJudgement, category: Category) -> list[Styled]:
    """Return the map of one category, line by line."""
    edition = judged.edition.edition
    called = f"{said(category.name)}  ({said(edition.name)})"
    room = max(
        _NAME, *(cell_len(name) + 1 for name in (called, *(f"  {said(field.name)}" for field in category.fields)))
    )
    title = Styled(set_cell_size(called, room), style="bold")
    columns = [said(level) for level in headings(edition)]
    widths = [max(_MARK, cell_len(column) + 2) for column in columns]
    for column, width in zip(columns, widths, strict=True):
        title.append(_centred(column, width))
    lines = [title]
    for field in category.fields:
        line = Styled(set_cell_size(f"  {said(field.name)}", room))
        for level, width in zip(edition.levels, widths, strict=True):
            cell = judged.cells.get(f"{field.path}/{level}")
            kind = mark_of(cell) if cell else why_not_defined(field, level, edition) or NOT_IN_SOURCE
            shape, style, _ = MARKS[kind]
            line.append(_centred(shape, width), style=style)
        line.rstrip()
        lines.append(line)
    title.rstrip()
    return lines


def headings(edition: Edition) -> list[Text]:
    """Return what stands above the columns of a map: the names of the levels, or their numbers."""
    return [edition.level_names.get(level) or same(str(level)) for level in edition.levels]


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
