"""How is a career map drawn in a terminal: fields down, levels across, one mark for each cell?

A mark is a shape first and a colour second.
"""

from __future__ import annotations

from rich.table import Table
from rich.text import Text as Styled

from kijun.cli.language import said, say
from kijun.framework.structure import Category
from kijun.judgement.proof import CellJudgement
from kijun.judgement.run import NOT_IN_SOURCE, EditionJudgement, why_not_defined
from kijun.text import Text
from kijun.verdict import Verdict

MARKS: dict[str, tuple[str, str, Text]] = {
    "met": ("●", "green", Text(ja="満たす", en="met")),
    "one short": ("◐", "yellow", Text(ja="あと1項目", en="one part short")),
    "not met": ("○", "red", Text(ja="満たさない", en="not met")),
    "unknown": ("?", "cyan", Text(ja="不明", en="unknown")),
    "not in the standard": ("·", "dim", Text(ja="標準に定義なし", en="not in the standard")),
    "not in the source": ("–", "dim", Text(ja="手元の資料になし", en="not in the source")),
}


def mark_of(judged: CellJudgement) -> str:
    """Return which mark a judged cell has."""
    if judged.verdict is Verdict.MET:
        return "met"
    if judged.is_one_part_short:
        return "one short"
    return str(judged.verdict.value)


def career_map(judged: EditionJudgement, category: Category) -> Table:
    """Return the map of one category as a table."""
    edition = judged.edition.edition
    title = f"{said(category.name)}  ({said(edition.name)})"
    table = Table(box=None, padding=(0, 1), header_style="bold", show_edge=False)
    table.add_column(title, no_wrap=True, min_width=44)
    for level in edition.levels:
        table.add_column(str(level), justify="center", width=3)
    for field in category.fields:
        row: list[Styled | str] = [f"  {said(field.name)}"]
        for level in edition.levels:
            cell = judged.cells.get(f"{field.path}/{level}")
            kind = mark_of(cell) if cell else why_not_defined(field, level, edition) or NOT_IN_SOURCE
            shape, style, _ = MARKS[kind]
            row.append(Styled(shape, style=style))
        table.add_row(*row)
    return table


def legend() -> Styled:
    """Return what the marks mean."""
    line = Styled("  ")
    for shape, style, meaning in MARKS.values():
        line.append(shape, style=style)
        line.append(f" {said(meaning)}   ")
    line.rstrip()
    return line


def level_word(level: int) -> str:
    """Return a level as it is said."""
    return say(f"レベル{level}", f"level {level}")
