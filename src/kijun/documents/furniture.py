"""Which printed lines belong to the page and not to what it says: running titles, page numbers, the copyright line?

Such a line may stand in the middle of a sentence, and the one that a page prints at its foot may come before the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kijun.documents.fold import fold
from kijun.documents.printed import Line, Page

_LABEL: Final = r"[a-z][a-z0-9,]{0,11}-\d{1,3}"
_ONLY_LABEL: Final = re.compile(
    rf"(?P<label>{_LABEL})$|(?:- ?\d{{1,4}} ?-|\d{{1,4}} ?/ ?\d{{1,4}}|p(?:age|\.) ?\d{{1,4}}(?: (?:of|/) ?\d{{1,4}})?)$"
)
_COPYRIGHT: Final = re.compile(r"(?:©|\(c\)|copyright)")
_LABEL_BESIDE: Final = re.compile(rf"(?<![a-z0-9,]){_LABEL}(?![a-z0-9])")
_RELEASE: Final = re.compile(r"スキル標準v\d(?:\s*\d{4})?(?:_(?P<day>\d{8}))?$|skill standards?\b.*\bv\d.*$")
_DIGITS: Final = re.compile(r"\d+")
_EDGE: Final = 2
_REPEATED: Final = 3
_SAYS: Final = re.compile(r"^[□●○■◆・•\-ー]|[。.、]$")
_LONGEST: Final = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What a line of furniture prints: the page's number, and the edition with its revision, where they are printed."""

    label: str | None = None
    release: str | None = None


def find_furniture(line: Line) -> Furniture | None:
    """Return what a line of furniture prints, or None for a line that says something.

    >>> from kijun.documents.printed import Place
    >>> find_furniture(Line(text="ＮＷ-７", place=Place(line=1))).label
    'NW-7'
    """
    if len(line.text) > _LONGEST and len(" ".join(line.text.split())) > _LONGEST:
        return None
    plain = fold(line.text).text
    if not plain:
        return None
    if only := _ONLY_LABEL.match(plain):
        label = only.group("label")
        return Furniture(label=label.upper() if label else plain.strip("- ").upper())
    if _COPYRIGHT.search(plain):
        beside = _LABEL_BESIDE.search(plain)
        return Furniture(label=beside.group().upper() if beside else None)
    if _RELEASE.search(plain):
        return Furniture(release=" ".join(line.text.split()))
    return None


class RunningTitles:
    """The lines that stand at the edge of several pages, numbers aside: what `find_furniture` cannot tell by its words."""

    def __init__(self, pages: Iterable[Page]) -> None:
        seen: Counter[str] = Counter()
        count = 0
        for count, page in enumerate(pages, start=1):  # noqa: B007  # the last number is the count
            seen.update({_masked(line) for line in _edges(page.lines)})
        least = max(_REPEATED, count // 2)
        self._repeated = {words for words, times in seen.items() if times >= least and not _SAYS.search(words)}

    def on(self, page: Page) -> frozenset[int]:
        """Return the positions of the lines of a page that are running titles."""
        if not self._repeated:
            return frozenset()
        last = len(page.lines)
        edges = {*range(min(_EDGE, last)), *range(max(last - _EDGE, 0), last)}
        return frozenset(at for at in edges if _masked(page.lines[at]) in self._repeated)


def _edges(lines: Sequence[Line]) -> Sequence[Line]:
    return lines if len(lines) <= 2 * _EDGE else [*lines[:_EDGE], *lines[-_EDGE:]]


def _masked(line: Line) -> str:
    return _DIGITS.sub("#", fold(line.text).text)
