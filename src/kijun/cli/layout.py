"""How are lines laid out in columns, when Japanese has no spaces to break at?

A row is a mark, a name, words that wrap, and a quiet citation at the right. Widths are those of the terminal's cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text as Styled

_NEVER_FIRST = "、。，．)）」』】ー・:;,."
_NEVER_LAST = "「『【（(“"
_CITATION = 10
_NARROWEST = 20
_ROOM_BESIDE_NAMES = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: a mark with its style, a name, the words line by line, and a citation."""

    name: str
    words: Sequence[str]
    mark: str = " "
    style: str = ""
    citation: str = ""
    is_quiet: bool = False


def show_rows(console: Console, rows: Sequence[Row], *, indent: int = 2) -> None:
    """Write rows with their names and citations aligned."""
    name_width = max((cell_len(row.name) for row in rows), default=0)
    left = indent + 2 + 1 + name_width + 2
    citation_width = max(_CITATION, max((cell_len(row.citation) for row in rows), default=0) + 1)
    room = console.width - left - citation_width
    if room < _ROOM_BESIDE_NAMES and name_width > _ROOM_BESIDE_NAMES:
        _show_below_names(console, rows, indent=indent)
        return
    room = max(_NARROWEST, room)
    for row in rows:
        lines = [line for words in row.words for line in wrap(words, room)]
        for position, line in enumerate(lines):
            shown = Styled(" " * indent)
            shown.append(set_cell_size(row.mark if position == 0 else " ", 3), style=row.style)
            shown.append(set_cell_size(row.name if position == 0 else "", name_width + 2))
            shown.append(line, style="dim" if row.is_quiet or (position and not row.style) else "")
            if position == 0 and row.citation:
                shown.append(" " * max(1, room - cell_len(line)))
                shown.append(row.citation.rjust(citation_width - 1), style="dim")
            console.print(shown, soft_wrap=True)


def _show_below_names(console: Console, rows: Sequence[Row], *, indent: int) -> None:
    """Write rows whose names leave no room beside them: each name with its citation, and below it the words."""
    for row in rows:
        console.print(
            Styled(f"{' ' * indent}{set_cell_size(row.mark, 3)}{row.name}  {row.citation}".rstrip()), soft_wrap=True
        )
        for words in row.words:
            for line in wrap(words, max(_NARROWEST, console.width - indent - 5)):
                console.print(Styled(" " * (indent + 5) + line, style="dim"), soft_wrap=True)


def show_note(console: Console, words: str, *, indent: int = 2) -> None:
    """Write a quiet paragraph."""
    for line in wrap(words, max(_NARROWEST, console.width - indent)):
        console.print(Styled(" " * indent + line, style="dim"), soft_wrap=True)


def show_command(console: Console, words: str, *, indent: int = 0) -> None:
    """Write a quiet line that holds a command, unbroken, so that it can be copied."""
    console.print(Styled(" " * indent + words, style="dim"), soft_wrap=True)


def wrap(words: str, width: int) -> list[str]:
    """Return lines no wider than so many cells: broken at spaces, and inside Japanese.

    No line begins with a closing mark, none ends with an opening one.

    >>> wrap("専門性と責任性、複雑性", 14)
    ['専門性と責任性、', '複雑性']
    >>> wrap("知識を「独力での実践」", 8)
    ['知識を', '「独力で', 'の実践」']
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(words):
        is_closing = piece[0] in _NEVER_FIRST
        if line and cell_len(line + piece.rstrip()) > width and not is_closing:
            whole = line.rstrip().rstrip(_NEVER_LAST)
            opening = line.rstrip()[len(whole) :] if whole else ""
            lines.append(whole.rstrip() if opening else line.rstrip())
            line = opening + piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(words: str) -> list[str]:
    """Return what may stand on a line of its own: a word of a Western language, or one wide character."""
    pieces: list[str] = []
    for character in words:
        is_wide = cell_len(character) > 1
        if pieces and not is_wide and not pieces[-1].endswith(" ") and cell_len(pieces[-1][-1]) == 1:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces
