"""Which examination does the note of a cell name, that stands for the least ability of its level?

A note that says anything else, or names another level than the cell's, is asked about. It decides nothing of the other parts.
"""

from __future__ import annotations

import re
from typing import Final

from kijun.documents.notebook import Notebook
from kijun.documents.passage import Passage
from kijun.documents.recognise.clauses import Clause
from kijun.text import Text

_QUOTED: Final = re.compile(r"[「『\"](?P<name>[^「」『』\"]+)[」』\"]")
EXAMINATION: Final = re.compile(r"試験.{0,60}合格|\bby passing\b")
"""Whether words speak of an examination that was passed, under whichever heading they stand."""

_LETTERS: Final = re.compile(r"[(](?P<letters>[a-z]{2,5})[)]$")
_PASSING: Final = re.compile(
    r"\b(?:by )?pass(?:ing|es|ed)? (?:the |an? )?(?P<name>[^,.()]+?)\s*(?:[(][^()]*[)])?(?=,|\.| (?:are|is|has|have|shows?)\b|$)"
)
_PASSES: Final = re.compile(r"合格|\bpass")
_LEAST: Final = re.compile(r"(?:必要)?最低限.*(?:能力|到達)|\bminimum\b")
_LEVEL: Final = re.compile(r"(?:レベル|\blevel )\s?(?P<level>\d{1,2})")
_WHICH: Final = Text(
    ja="注釈が、合格で最低限の能力と見なす試験を一つ挙げているか、読み取れません。挙げていれば、その試験のidを答えてください。"
    "答えがなければ、試験はないものとします。",
    en="It could not be read whether the note names one examination that stands for the least ability of the level. If it does, "
    "answer with the examination's id; without an answer the cell has none.",
)


def recognise_note(clause: Clause, cell: Notebook) -> None:
    """Note the examination that the note names."""
    words = clause.first
    if words is None:
        return
    cell.wording["exam"] = words
    names = _names_in(words)
    text = words.folded.text
    level = _LEVEL.search(text)
    is_told = _PASSES.search(text) and _LEAST.search(text) and not clause.options
    if len(names) != 1 or not is_told or (level and int(level.group("level")) != cell.level):
        cell.ask("exam", words, _WHICH)
    else:
        cell.write("exam", cell.name("examination", names[0]), words.place())


def _names_in(words: Passage) -> list[Passage]:
    """Return what the note names as examinations: the letters in the brackets of a quoted name, or the name."""
    text = words.folded.text
    found = []
    for match in _QUOTED.finditer(text) if words_are_quoted(text) else _PASSING.finditer(text):
        letters = _LETTERS.search(match.group("name"))
        start, end = match.span("name")
        if letters:
            start, end = start + letters.start("letters"), start + letters.end("letters")
        found.append(words.folded_part(start, end))
    return found


def words_are_quoted(text: str) -> bool:
    """Return whether a note quotes the name of its examination."""
    return _QUOTED.search(text) is not None
