"""For which markets does a clause want the role to be responsible: industries, companies of so many employees, or their like?

Any one of the printed markets is asked. A market of an unknown name is asked about, for its name decides what is counted in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.bounds import Bounds, bounds_in
from kijun.documents.recognise.counts import MOST_TIMES
from kijun.documents.recognise.name_lists import MOST_PIECES, Span, split_list
from kijun.documents.recognise.sentence import Sentence
from kijun.framework.dump import Plain
from kijun.text import Text

_EN: Final = re.compile(
    r" (?:of|in|for|within) (?P<market>[^;()\x00]*?(?:market|industr|compan|sub-industr|product|service)[^;()\x00]*?)(?=\.(?: |$)|[;()\x00]|$)"
)
_MOST_EMPLOYEES: Final = 10_000_000
_SPLIT: Final = re.compile(r",? or (?!more\b|above\b|less\b|fewer\b)|, |、?(?:又は|または|もしくは|若しくは)|、")
_EQUIVALENT: Final = re.compile(
    r"(?:the )?(?:equivalent|equal|comparable)(?: market)?(?: segments?)?|(?:それら|これら)?(?:に|と)?(?:相当|同等)(?:する|の)?(?:市場(?:セグメント)?)?"
)
_EMPLOYEES_EN: Final = re.compile(r" with (?=[^,]*employees?\b)(?P<bounds>.*)$")
_ARTICLES: Final = re.compile(r"(?:the |an? |in |of )+")
_ASKS: Final = Text(
    ja="担当する市場が読み取れません。[{scope: 範囲のid, count: 数, employees: {at_least: 従業員数}}]の形で、いずれでもよいものをすべて答えてください。",
    en="The market could not be read. Answer with every alternative, as [{scope: id, count: number, employees: {at_least: number}}].",
)


def recognise_market(sentence: Sentence, after: int | None, cell: Notebook) -> None:
    """Write the markets that are printed with a title, or ask about them; in most categories there is none."""
    found = _market(sentence, after)
    if found is None:
        least = cell.noted.get("responsibility/at_least")
        cell.write("responsibility/market", [], least.place if least is not None else sentence.place(0))
        return
    start, end = found
    asked = list(_alternatives(sentence, start, end, cell))
    place = sentence.place(start)
    sentence.take(start, end)
    if not asked or None in asked:
        cell.give_up("responsibility", sentence.part(start, end), _ASKS, below="responsibility/market")
        return
    market: list[Plain] = [each for each in asked if each is not None]
    cell.write("responsibility/market", market, place)


def _market(sentence: Sentence, after: int | None) -> Span | None:
    """Return where the markets stand: after an English title. A market in Japanese is left over, and asked about."""
    if after is None or sentence.is_japanese:
        return None
    match = _EN.match(sentence.text, after)
    return match.span("market") if match else None


def _alternatives(sentence: Sentence, start: int, end: int, cell: Notebook) -> Iterator[dict[str, Plain] | None]:
    """Yield each market; None for one that was not understood. Pieces that are one known name together are that name."""
    spans = split_list(sentence.text, start, end, _SPLIT)
    position = 0
    while position < len(spans):
        first = spans[position][0]
        for last in range(min(len(spans), position + MOST_PIECES), position, -1):
            read = _one(sentence.text[first : spans[last - 1][1]], cell)
            if read is not None:
                yield read
                break
        else:
            last = position + 1
            yield None
        position = last


def _one(words: str, cell: Notebook) -> dict[str, Plain] | None:
    """Return a market: its scope, how many of it, and how many employees it has."""
    if _EQUIVALENT.fullmatch(words):
        return {"scope": "equivalent"}
    market: dict[str, Plain] = {}
    employees = _EMPLOYEES_EN.search(words)
    if employees is not None:
        found = bounds_in(employees.group("bounds"))
        if len(found) != 1 or not found[0].is_clear or found[0].printed is not None:
            return None
        if any(isinstance(number, int) and number > _MOST_EMPLOYEES for number in found[0].plain().values()):
            return None
        if employees.group("bounds")[found[0].end :].strip() not in ("", "employees", "employee"):
            return None
        market["employees"] = dict(found[0].plain())
        words = words[: employees.start()]
    counts = [bounds for bounds in bounds_in(words) if not _is_part(words, bounds)]
    if len(counts) > 1:
        return None
    for bounds in counts:
        least = bounds.plain()
        if not bounds.is_clear or list(least) != ["at_least"] or not 0 < (bounds.at_least or 0) <= MOST_TIMES:
            return None
        market["count"] = least["at_least"]
        kept = bounds.unit if bounds.unit in words[bounds.start : bounds.end] else ""
        words = f"{words[: bounds.start]} {kept} {words[bounds.end :]}"
    name = (
        _ARTICLES.sub("", f"{words.strip()} ".replace("  ", " "), count=1) if _ARTICLES.match(words.strip()) else words
    )
    scope = cell.names.glossary.find("scope", name.strip(), f"{cell.category}/{cell.field}")
    return {"scope": scope, **{key: market[key] for key in ("count", "employees") if key in market}} if scope else None


def _is_part(words: str, bounds: Bounds) -> bool:
    """Return whether a number only says "one part of"."""
    return bounds.printed == 1 and words[bounds.end :].lstrip().startswith("part")
