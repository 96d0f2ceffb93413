"""At which levels does the responsibility ask for its times or years: one level for all, or some at one and the others at another?

"At least one at level 6, the others at level 5 or above" is read in either order of words. Where no level is printed, none is
written; where levels do not matter, they are the cell's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.bounds import bounds_in
from kijun.documents.recognise.counts import Count
from kijun.documents.recognise.sentence import Sentence
from kijun.text import Text

_MENTION: Final = re.compile(
    r"(?:レベル|\blevels?) ?(?P<level>\d{1,2}|[一二三四五六七])"
    r"(?P<up>(?:の)? ?(?:以上|(?:or|and) (?:above|higher|more|over)\b))?"
)
_BRACKET: Final = re.compile(r"[(][^)]*(?:複雑性|サイズ|complexity|size)[^)]*[)]")
"""Levels stand in a bracket about complexity and size; one whose level was not read is asked about."""

_HIGHEST: Final = 7
_KANJI: Final = "〇一二三四五六七"
_DOWN: Final = re.compile(
    r" ?(?:以下|未満|まで|(?:or|and) (?:below|lower|less|under)\b|[~-]|(?:or|to|and|/|または|又は|か|と) ?(?:レベル|level)? ?\d)"
)
_ONE_THING: Final = re.compile(
    r"複雑性(?:、?(?:及び|および|と|・|/)?、?)サイズ|complexity(?:,? and|,| or|/) ?(?:the )?size"
)
_CUT: Final = re.compile(r"[、,。.;()]|\band\b|\bbut\b|\bwhile\b|\bwith\b|及び|および|かつ")
_REST: Final = re.compile(r"他|残り|残る|以外|\bothers?\b|\brest\b|\bremain(?:ing|der)\b")
_EVERY: Final = re.compile(r"すべて|全て|全回|い[ずづ]れも|各|\ball\b|\beach\b|\bevery\b|\bboth\b")
_VAGUE: Final = re.compile(
    r"半数|過半|大半|多く|幾つか|いくつか|数回|複数|\bhalf\b|\bmajority\b|\bmost\b|\bseveral\b|\bsome\b|ただし|但し"
)
_REGARDLESS: Final = re.compile(
    r"(?:複雑性|サイズ)[^。()]{0,12}(?:問わ[ずない]|不問|特定せず)|(?:regardless|irrespective) of[^.()]*(?:complexity|size|level)"
)
_ASKS: Final = Text(
    ja="どのレベルの経験を求めるか、読み取れません。回数であれば一回ごとのレベルを[6, 5, 5]のように、年数であればレベルを一つ答えてください。",
    en="Which levels are asked for could not be read. Answer with the level of each time, such as [6, 5, 5], or with one level for years.",
)

_Role = Literal["some", "rest", "every", "plain", "unclear"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    """A level that is printed, at how many of the times it is asked, and what the words around it make of it."""

    level: int
    at: int
    role: _Role
    count: int = 0
    spans: tuple[tuple[int, int], ...] = ()


def recognise_levels(sentence: Sentence, count: Count | None, cell: Notebook) -> None:
    """Write the slots of the times, or the level of the years, or ask about them."""
    text = _ONE_THING.sub(lambda match: match.group()[:3] + "\x01" * (len(match.group()) - 3), sentence.open)
    mentions = _mentions(text)
    regardless = _REGARDLESS.search(sentence.open)
    is_years = count is not None and count.measure == "years"
    below = "responsibility/years_at_level" if is_years else "responsibility/slots"
    if not mentions and regardless is None and is_years and _BRACKET.search(sentence.open) is None:
        return
    times = 1 if is_years else count.at_least if count is not None else None
    levels: list[int] | None = None
    if mentions and regardless is None:
        levels = _slots(mentions, times)
    elif regardless is not None and not mentions and times is not None:
        levels = [cell.level] * times
    if levels is None:
        cell.give_up("responsibility", sentence.passage, _ASKS, below=below)
    else:
        place = sentence.place(mentions[0].at if mentions else count.start if count is not None else 0)
        cell.write(below, levels[0] if is_years else [*levels], place)
    for mention in mentions:
        for span in mention.spans:
            sentence.take(*span)
    sentence.take_all(_REGARDLESS)


def _mentions(text: str) -> list[_Mention]:
    matches = list(_MENTION.finditer(text))
    cuts = [cut.span() for cut in _CUT.finditer(text)]
    found = []
    for position, match in enumerate(matches):
        left = max(
            [end for _, end in cuts if end <= match.start()] + [each.end() for each in matches[:position]], default=0
        )
        right = min(
            [start for start, _ in cuts if start >= match.end()] + [each.start() for each in matches[position + 1 :]],
            default=len(text),
        )
        found.append(_mention(text, match, left, right))
    return found


def _mention(text: str, match: re.Match[str], left: int, right: int) -> _Mention:
    """Return what a level means by the words around it, from the cut before it to the cut after it."""
    printed = match.group("level")
    before, after = text[left : match.start()], text[match.end() : right]
    counts = [(bounds, left) for bounds in bounds_in(before)] + [(bounds, match.end()) for bounds in bounds_in(after)]
    role: _Role = "plain"
    least = 0
    if _DOWN.match(after) or _VAGUE.search(before + after) or len(counts) > 1:
        role = "unclear"
    elif counts:
        plain = counts[0][0].plain()
        number = plain.get("at_least", plain.get("printed"))
        is_some = len(plain) == 1 and counts[0][0].is_clear and not _REST.search(before + after)
        role, least = ("some", number) if is_some and isinstance(number, int) else ("unclear", 0)
    elif _REST.search(before + after):
        role = "rest"
    elif _EVERY.search(before + after):
        role = "every"
    spans = (match.span(), *((base + bounds.start, base + bounds.end) for bounds, base in counts))
    return _Mention(
        level=_KANJI.index(printed) if printed in _KANJI else int(printed),
        at=match.start("level"),
        role=role,
        count=least,
        spans=spans if role != "unclear" else (match.span(),),
    )


def _slots(mentions: list[_Mention], at_least: int | None) -> list[int] | None:
    """Return the level of each time, the highest first; None where the words do not tell all of them."""
    if at_least is None or any(not 1 <= mention.level <= _HIGHEST for mention in mentions):
        return None
    some = [mention for mention in mentions if mention.role == "some"]
    others = [mention for mention in mentions if mention.role in ("rest", "every")]
    plain = [mention for mention in mentions if mention.role == "plain"]
    if len(some) + len(others) + len(plain) != len(mentions) or len(others) > 1:
        return None
    if len(mentions) == 1 and not some:
        return [mentions[0].level] * at_least if mentions[0].role != "rest" else None
    left = at_least - sum(mention.count for mention in some)
    if plain or left < 0 or (left == 0) == bool(others):
        return None
    counted = [mention.level for mention in some for _ in range(mention.count)]
    return sorted(counted + [each.level for each in others] * left, reverse=True)
