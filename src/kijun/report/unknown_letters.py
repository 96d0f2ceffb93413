"""Which letters of a record, or of the official words, can the report not show, and where do they stand?

Asked before anything is drawn: a letter without a glyph would be missing from a name without a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from kijun.catalogue.yaml_tree import Tree
from kijun.problem import Path, Place, Problem
from kijun.problem.reading import describe
from kijun.report.glyphs import missing_letters
from kijun.report.passport import Passport, texts
from kijun.text import same

_AROUND = 15
_NO_GLYPH_PDF, _NO_GLYPH_PAGE, _PLAIN_VARIANT = "K340", "K341", "K342"


def letter_problems(passport: Passport, record: Tree, *, is_pdf: bool) -> list[Problem]:
    """Return a problem for every letter that would not be shown as it is written, at its first place.

    That is one in the record, or in the document that is quoted. Without a glyph there is no PDF; a page can still use the reader's fonts.
    """
    lacking, plain = missing_letters(texts(passport))
    found = [(letter, _NO_GLYPH_PDF if is_pdf else _NO_GLYPH_PAGE) for letter in lacking]
    found += [(letter, _PLAIN_VARIANT) for letter in plain]
    return [_problem(letter, code, record, passport) for letter, code in found]


def _problem(letter: str, code: str, record: Tree, passport: Passport) -> Problem:
    place, words = _place(letter, record, passport)
    return describe(
        code,
        place,
        letter=same(letter),
        code=same(" ".join(f"U+{ord(each):04X}" for each in letter)),
        words=same(words),
    )


def _place(letter: str, record: Tree, passport: Passport) -> tuple[Place, str]:
    """Return where a letter stands: in the record, else in the official words, and what is written there."""
    for path, words in _strings(record.root, ()):
        if letter in words:
            return record.locate(path), words
    for quote in (quote for each in passport.wording for quote in each.quotes):
        at = quote.words.find(letter)
        if at >= 0:
            around = quote.words[max(0, at - _AROUND) : at + len(letter) + _AROUND].replace("\n", " ")
            return Place(file=quote.citation.document, line=quote.citation.line), around
    return Place(file=record.file), letter


def _strings(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _strings(each, (*path, key))
    elif isinstance(value, list):
        for position, each in enumerate(value):
            yield from _strings(each, (*path, position))
