"""What is printed in a text in Markdown, which may hold HTML?

Its marks are taken for what a library of Markdown would take them for, but a letter's column in the file must stay known, which no
library tells: so the marks are struck out where they stand, and the rest is read as HTML. A sign that is printed behind the mark of
a list stays, and so does every number of a numbered list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kijun.documents.printed import Break, Page, Place, Printed
from kijun.documents.readers.colour import class_backgrounds
from kijun.documents.readers.html import Elements, as_printed, with_line_feeds
from kijun.documents.readers.layout import Layout
from kijun.documents.readers.markup import Token, tokens
from kijun.documents.readers.signs import BOX, plain

STRUCK: Final = "\ufdd0"
_CELL: Final = "\ufdd1"
"""Two code points that no text holds: what is struck out, and where a cell of a table ends."""
_RESERVED: Final = str.maketrans({STRUCK: "\ufffd", _CELL: "\ufffd"})
_PIECES: Final = re.compile(f"{STRUCK}+|{_CELL}")

_FENCE: Final = re.compile(r"\s{0,3}(?:```|~~~)")
_RULE: Final = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)$")
_QUOTE: Final = re.compile(r" {0,3}(?:>[ \t]?)+")
_HEADING: Final = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_HEADING_END: Final = re.compile(r"(?<=[ \t])#+[ \t]*$")
_ITEM: Final = re.compile(r"[ \t]*[-*+](?:[ \t]+|$)")
_NUMBERED: Final = re.compile(r"[ \t]*\d{1,9}[.)][ \t]")
_DASHES: Final = re.compile(r"[ \t]*:?-+:?[ \t]*")

_INLINE: Final = re.compile(r"[*_`~\[\\]")
_TASK: Final = re.compile(r"\[[ xX\u3000]\](?!\()")
_PICTURE: Final = re.compile(r"!\[[^\[\]]*\]\([^()]*\)")
_LINK: Final = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_ESCAPE: Final = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_PAIRED: Final = (
    re.compile(r"(?<![\\*])\*{2,3}(?!\*)"),
    re.compile(r"(?<![\\*0-9A-Za-z])\*(?![\s*])|(?<![\s*\\])\*(?![*0-9A-Za-z])"),
    re.compile(r"(?<![\w\\])_{1,3}(?![\s_])|(?<![\s_\\])_{1,3}(?!\w)"),
    re.compile(r"(?<!~)~~(?!~)"),
    re.compile(r"(?<![`\\])`+(?!`)"),
)
"""Marks that stand before and after words, each struck out only where it finds its pair in the line."""


def open_markdown(text: str, path: Path) -> Printed:
    """Return the document that a text in Markdown is; it has one page. Raises Unreadable where nothing is printed in it."""
    return as_printed(path, "markdown", _page(with_line_feeds(text)))


@dataclass(slots=True, kw_only=True)
class _Marked:
    """The lines of a text with their marks struck out, and what those said: how a line begins, and which are rows of tables.

    A delimiter is the line of dashes below the heading of a table; it is a row without cells.
    """

    lines: list[str] = field(default_factory=list)
    before: dict[int, Break] = field(default_factory=dict)
    rows: set[int] = field(default_factory=set)
    delimiters: set[int] = field(default_factory=set)


def _page(text: str) -> Page:
    marked = _strike(text.translate(_RESERVED).split("\n"))
    layout = Layout()
    reading = _Reading(layout, marked, Elements(layout, class_backgrounds(text)))
    reading.begin(1)
    for token in tokens("\n".join(marked.lines)):
        reading.take(token)
    reading.end_row()
    layout.finish()
    return Page(number=1, lines=tuple(layout.lines), grids=tuple(layout.grids))


class _Reading:
    """Reads the pieces of a text; knows in which line of the file it is."""

    def __init__(self, layout: Layout, marked: _Marked, elements: Elements) -> None:
        self._layout = layout
        self._marked = marked
        self._elements = elements
        self._in_row = False
        self._in_table = False

    def take(self, token: Token) -> None:
        """Put one piece into the layout."""
        match token.kind:
            case "start":
                self._elements.start(token)
            case "stop":
                self._elements.stop(token)
            case "end":
                self.end_row()
                self._layout.end_line()
                self.begin(token.place.line + 1)
            case "words" if not self._elements.are_hidden:
                self._write(token)
            case _:
                pass

    def begin(self, number: int) -> None:
        """Begin a line of the file."""
        is_row = number in self._marked.rows
        if self._in_table and not is_row:
            self._layout.end_table()
        if is_row and not self._in_table:
            self._layout.start_table()
        self._in_table = is_row
        before = self._marked.before.get(number)
        if before:
            self._layout.end_line(before)
        if is_row and number not in self._marked.delimiters and not self._elements.are_hidden:
            self._in_row = True
            self._layout.start_row()
            self._layout.start_cell(Place(line=number))

    def end_row(self) -> None:
        """End the row of a table, if the line was one."""
        if self._in_row:
            self._layout.end_cell()
        self._in_row = False

    def _write(self, token: Token) -> None:
        for words, place in _pieces(token):
            if words == _CELL:
                self._layout.start_cell(Place(line=place.line, column=place.column + 1))
            else:
                self._layout.write(plain(words), place)


def _pieces(token: Token) -> Iterator[tuple[str, Place]]:
    """Return the words of a piece without what is struck out, and the ends of cells."""
    if STRUCK not in token.text and _CELL not in token.text:
        yield token.text, token.place
        return
    start = 0
    for found in _PIECES.finditer(token.text):
        yield token.text[start : found.start()], _moved(token.place, start)
        if found.group() == _CELL:
            yield _CELL, _moved(token.place, found.start())
        start = found.end()
    yield token.text[start:], _moved(token.place, start)


def _moved(place: Place, letters: int) -> Place:
    return Place(line=place.line, column=place.column + letters)


def _strike(lines: list[str]) -> _Marked:
    """Return lines with every mark struck out by as many signs, so that the rest stays in its columns."""
    marked, is_fenced, is_table = _Marked(), False, False
    for number, line in enumerate(lines, start=1):
        following = lines[number] if number < len(lines) else ""
        if _FENCE.match(line):
            is_fenced = not is_fenced
            marked.lines.append(STRUCK * len(line))
            continue
        if not line.strip():
            marked.before.setdefault(number + 1, "blank")
        is_table = not is_fenced and "|" in line and (is_table or _is_delimiter(following))
        read = _row if is_table else _verbatim if is_fenced else _block
        marked.lines.append(read(line, number, marked))
    return marked


def _is_delimiter(line: str) -> bool:
    return "-" in line and "|" in line and all(map(_DASHES.fullmatch, line.strip().strip("|").split("|")))


def _verbatim(line: str, _number: int, _marked: _Marked) -> str:
    """Return a line between two fences, whose marks are none."""
    return line


def _row(line: str, number: int, marked: _Marked) -> str:
    """Return a row of a table with its cells parted; the line below the heading is none."""
    marked.rows.add(number)
    if _is_delimiter(line):
        marked.delimiters.add(number)
        return STRUCK * len(line)
    letters = list(_inline(line))
    bars = [at for at, letter in enumerate(line) if letter == "|" and line[at - 1 : at] != "\\"]
    for bar in bars:
        letters[bar] = _CELL
    if bars and not line[: bars[0]].strip():
        letters[bars[0]] = STRUCK
    if bars and not line[bars[-1] + 1 :].strip():
        letters[bars[-1]] = STRUCK
    return "".join(letters)


def _block(line: str, number: int, marked: _Marked) -> str:
    """Return a line without the mark that it begins with, and note that it is a block of its own where the mark says so."""
    if _RULE.match(line):
        marked.before[number] = marked.before[number + 1] = "block"
        return STRUCK * len(line)
    line = _struck(line, _QUOTE.match(line))
    start = line.count(STRUCK)
    inside = line[start:]
    if heading := _HEADING.match(inside):
        marked.before[number] = marked.before[number + 1] = "block"
        inside = _struck(_struck(inside, heading), _HEADING_END.search(inside, heading.end()))
    elif item := _ITEM.match(inside):
        marked.before[number] = "block"
        inside = _struck(inside, item)
    elif _NUMBERED.match(inside):
        marked.before[number] = "block"
    return line[:start] + _inline(inside)


def _struck(line: str, found: re.Match[str] | None) -> str:
    return line if not found else line[: found.start()] + STRUCK * len(found.group()) + line[found.end() :]


def _inline(line: str) -> str:
    """Return a line without the marks inside it."""
    if not _INLINE.search(line):
        return line
    line = _TASK.sub(BOX + STRUCK * 2, line)
    line = _PICTURE.sub(lambda found: STRUCK * len(found.group()), line)
    line = _LINK.sub(lambda found: f"{STRUCK}{found[1]}{STRUCK * (len(found.group()) - len(found[1]) - 1)}", line)
    for pattern in _PAIRED:
        line = _without_pairs(line, pattern)
    return _ESCAPE.sub(STRUCK, line)


def _without_pairs(line: str, pattern: re.Pattern[str]) -> str:
    left = len(pattern.findall(line)) // 2 * 2
    return pattern.sub(lambda mark: STRUCK * len(mark.group()), line, count=left) if left else line
