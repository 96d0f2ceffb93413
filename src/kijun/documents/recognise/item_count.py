"""How many of the things that a clause lists does its first sentence ask: a number, either one, all, or is it not said?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kijun.documents.passage import Passage
from kijun.documents.recognise.bounds import Bounds, bounds_in

_UNIT: Final = re.compile(
    r"(?:項目|領域|分野|種類?|種目|つ|個|件|条件|区分)?(?:の.*)?$"
    r"|(?:of|items?|areas?|fields?|kinds?|types?|contributions?|criteria|conditions)?(?: .*)?$"
)
_ONE: Final = re.compile(
    r"い[ずづ]れか|どれか|\beither(?: one)?\b|\bany (?:one )?(?:of|from)\b|\bone of\b|\bat least one\b"
)
_ALL: Final = re.compile(
    r"すべて|全て|全項目|全領域|い[ずづ]れも|\ball (?:of )?(?:the )?(?:following|above)\b|\ball of\b|\bevery\b|\beach of\b"
)
_ROUGH: Final = re.compile(
    r"[幾い]くつか|幾つか|複数|若干|\bseveral\b|\bsome of\b|\bmultiple\b|\bmost of\b|\ba few\b|\bnumber of\b"
)
_COMPARES: Final = re.compile(
    r"以上|以下(?!の|に)|未満|以内|\b(?:or more|or less|more than|less than|at least|at most)\b(?! one of)"
)
_OWN: Final = re.compile(r"\b(one)'s\b|\bno (one)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemCount:
    """How many are asked: at least so many, or all where that is said; None and False where nothing is said.

    `is_clear` is False where more is printed than was understood. `start` is where the number stands in the folded text.
    """

    at_least: int | None = None
    is_all: bool = False
    is_clear: bool = True
    start: int = 0


def count_items(passage: Passage) -> ItemCount:
    """Return how many of a list its first sentence asks."""
    text = _OWN.sub(lambda match: "#" * len(match.group()), passage.folded.text)
    one, every, rough = _ONE.search(text), _ALL.search(text), _ROUGH.search(text)
    found = [each for each in bounds_in(text) if not _is_article(each, text)]
    if rough or len(found) > 1 or (every and (one or found)):
        return ItemCount(is_clear=False)
    if found:
        return _counted(found[0])
    if _COMPARES.search(text):
        return ItemCount(is_clear=False)
    if one:
        return ItemCount(at_least=1, start=one.start())
    return ItemCount(is_all=every is not None, start=every.start() if every else 0)


def _is_article(bounds: Bounds, text: str) -> bool:
    """Return whether "one" only makes "either one" of "either"."""
    return bounds.printed == 1 and _ONE.search(text[max(bounds.start - 7, 0) : bounds.end + 4]) is not None


def _counted(bounds: Bounds) -> ItemCount:
    plain = bounds.plain()
    least = plain.get("at_least", plain.get("printed"))
    is_clear = bounds.is_clear and len(plain) == 1 and isinstance(least, int) and _UNIT.match(bounds.unit) is not None
    if not is_clear or not isinstance(least, int) or least < 1:
        return ItemCount(is_clear=False)
    return ItemCount(at_least=least, start=bounds.start)
