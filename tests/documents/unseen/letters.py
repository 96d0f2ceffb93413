"""Does a letter that was lost give another value in silence? Every place of a document that is not inside a name is tried."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

from tests.documents.unseen.checks import HAND_WRITTEN, checked
from tests.documents.unseen.expected import Holdings

_KEPT: Final = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十万億千～，,. 　\n□☐❑◻、：:")
"""A digit lost is another number, a comma between two names makes them one; blanks and boxes are other tests' matter."""
_FIXED: Final = ("著書", "社外論文掲載", "社内論文掲載", "社外講師", "社内講師", "特許出願")
_FIXED_EN: Final = ("Publication of a book", "Instructor outside the company", "Instructor within the company")
_LAST_EN: Final = ("Filing of a patent application", "Applied ITEE", "Key Performance Indicator", "（FE）")
_COUNTED: Final = (
    "コンピュータルーム",
    "データセンタ",
    "年間契約金額",
    "ピーク時の要員数",
    "拠点数",
    "ノード",
    "箇所",
    "㎡",
    "職種",
    "または",
)
_COUNTED_EN: Final = ("persons", "person-months", "an annual contract value", "million yen", " or ")


def places(name: str) -> list[int]:
    """Return the places of a document's letters that belong to its turns of speech, and not to a name."""
    text, held = HAND_WRITTEN[name]
    taken: set[int] = set()
    for word in [*_names(held), *_FIXED, *_FIXED_EN, *_LAST_EN, *_COUNTED, *_COUNTED_EN]:
        start = text.find(word)
        while start >= 0:
            taken |= {*range(start, start + len(word))}
            start = text.find(word, start + 1)
    return [at for at, letter in enumerate(text) if at not in taken and letter not in _KEPT]


def _names(held: Holdings) -> Iterator[str]:
    yield held.category
    for cell in held.cells:
        yield cell.field
        yield from (*cell.titles, *cell.activities)
        yield from cell.complexity.of if cell.complexity else ()
        yield from cell.expertise.of if cell.expertise else ()


def lost_letters(name: str, count: int, rng: Random, folder: Path) -> Iterator[str]:
    """Yield what becomes wrong without a question when one letter is lost, at some of the places."""
    text, held = HAND_WRITTEN[name]
    found = places(name)
    for at in sorted(rng.sample(found, min(count, len(found)))):
        path = folder / f"{name}-lost.txt"
        path.write_text(text[:at] + text[at + 1 :], encoding="utf-8")
        result = checked(held, path)
        for finding in result.findings if result.draft.code == 0 else ():
            # two names that became one are shown to a person, who is asked about the name
            if finding.verdict == "wrong" and not (finding.path.endswith("/count") and finding.got):
                yield f"{text[max(0, at - 8) : at]}[{text[at]}]{text[at + 1 : at + 8]}: {finding}"
