"""Which value of a record does a cell hold?

A word that is not known, or that could mean several, is a problem and stays as it is written, so that the rest of the row
is still read. A word that a cell names twice counts once. Numbers and days are read by the record itself.
"""

from __future__ import annotations

from typing import Final

from kijun.exchange.workbook.cell_words import is_nothing, split_words
from kijun.exchange.workbook.child import Plain
from kijun.exchange.workbook.finding import Findings
from kijun.exchange.workbook.lexicon import Lexicon
from kijun.exchange.workbook.mapping import WORDS, Column
from kijun.exchange.workbook.place import SheetPlace
from kijun.problem.reading import nearest, shown
from kijun.text import Text, join, same

_SHOWN: Final = 8


def value_of(cell: Plain, column: Column, known: Lexicon | None, place: SheetPlace, findings: Findings) -> object:
    """Return the value that a cell holds for its column; `known` are the words that the column may hold."""
    if known is None:
        return ("TRUE" if cell else "FALSE") if isinstance(cell, bool) else cell
    words = str(cell).lower() if isinstance(cell, bool) else str(cell)
    if column.holds == "words":
        return _list(words, column, known, place, findings)
    found = _word(words, column, known, place, findings)
    return found == "true" if column.holds == "flag" and found in ("true", "false") else found


def _list(words: str, column: Column, known: Lexicon, place: SheetPlace, findings: Findings) -> list[str]:
    parts = split_words(words, known)
    nothings = [part for part in parts if is_nothing(part) and not known.find(part)]
    if nothings and len(parts) > len(nothings):
        findings.report("K418", place, nothing=nothings[0])
    named = (_word(part, column, known, place, findings) for part in parts if part not in nothings)
    return list(dict.fromkeys(named))


def _word(written: str, column: Column, known: Lexicon, place: SheetPlace, findings: Findings) -> str:
    found = known.find(written)
    if len(found) == 1:
        return found[0]
    if not found and column.words == "examination":
        return written.strip()  # a record may name any examination; that none is known by it is remarked on there
    if findings.are_full:
        return ""
    if found:
        findings.report("K416", place, word=written, known=_listed(known, found))
    else:
        near = None if findings.are_many else nearest(written, known.spellings())
        listed = _listed(known, tuple(known.labels))
        findings.report("K415", place, suggestion=near, word=written, heading=column.heading, known=listed, sheet=WORDS)
    return written.strip()


def _listed(known: Lexicon, words: tuple[str, ...]) -> Text:
    """Return what words are called, one after another; the first of them where there are many."""
    first = join([same(shown(word)) if word not in known.labels else known.labels[word] for word in words[:_SHOWN]])
    if len(words) <= _SHOWN:
        return first
    return Text(ja=f"{first.ja}など{len(words)}個", en=f"{first.en} and others, {len(words)} in all")
