"""What do the words at a level of a skill item say: in which roles, in which setting, which ability?

The roles and the setting are one turn of the sentence (`…における…リーダとして、`, `as a leader of … in …`); the rest is the
ability. Titles are found by the glossary; where it has none, a turn is taken for a role only if it ends in the word of a rank.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from kijun.documents.fold import is_japanese

Known = Callable[[str], str | None]
"""Returns the id of a title's words, or None."""

_ROLES: Final = re.compile(r"(?P<head>[^。]{2,}?)(?:として)+(?![き働機の])、?")
_SPLITS: Final = re.compile(r"に対する|における|において、?|にて、?|の|で|、|に関する")
_SURE: Final = re.compile(r"に対する|における|において、?|にて、?")
_OR: Final = re.compile(r"又は|または|もしくは|若しくは|及び|および|かつ|、")
_LINK: Final = re.compile(r"(?:に対する|における|において|にて|の|で|、)+$")
_RANKS: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"責任者$|^person\b.*\bresponsible\b"), "responsible"),
    (re.compile(r"リーダー?$|\bleader\b"), "leader"),
    (re.compile(r"メンバー?$|\bmember\b"), "member"),
    (re.compile(r"(?:マネージャー?|マネジャー?|担当者|管理者|専門家|スペシャリスト|アーキテクト|コンサルタント)$"), ""),
    (re.compile(r"\b(?:manager|specialist|architect|consultant)\b"), ""),
)
_BARE: Final = re.compile(r"(?:チーム)?(?:責任者|リーダー?|メンバー?|マネージャー?|マネジャー?|担当者|管理者)$")
_AS: Final = re.compile(r",?\s*\bas (?:an? |the )(?=[^.,]{0,60}\b(?:responsible|leader|member|manager|specialist)\b)")
_SENTENCE_ENDS: Final = re.compile(r"\.(?=\s|$)|,(?= in addition\b)|$")
_TITLE_ENDS: Final = re.compile(r" (?:in|at|for) (?=[^.]*$)|,|$")
_MOST_WORDS: Final = 12
_NO_BLANK: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A role title: its words, and the rank that they say, "" where they leave it open."""

    words: str
    rank: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadProficiency:
    """The folded words of a proficiency in three parts; the setting is "" where none is printed."""

    titles: tuple[Title, ...]
    setting: str
    ability: str


def recognise_proficiency(folded: str, known: Known) -> ReadProficiency:
    """Return the parts of what is printed at a level; `known` finds titles.

    >>> told = recognise_proficiency("小規模な回線における回線班リーダとして、回線を守ることができる", lambda words: None)
    >>> told.titles[0].words, told.setting, told.ability
    ('回線班リーダ', '小規模な回線', '回線を守ることができる')
    """
    found = _in_japanese(folded, known) if is_japanese(folded) else _in_english(folded, known)
    return found or ReadProficiency(titles=(), setting="", ability=folded)


def rank_of(words: str) -> str | None:
    """Return the rank that a title says, "" for a title of no plain rank, None for what is no title."""
    return next((rank for pattern, rank in _RANKS if pattern.search(words)), None)


def _in_japanese(folded: str, known: Known) -> ReadProficiency | None:
    match = _ROLES.match(folded)
    if match is None:
        return None
    head = match.group("head")
    for start in _starts(head):
        titles = _OR.split(head[start:])
        if all(known(each) for each in titles):
            break
    else:
        start = _likely(head)
        titles = _OR.split(head[start:])
        if any(rank_of(each) is None for each in titles):
            return None
    return ReadProficiency(
        titles=tuple(Title(words=each, rank=rank_of(each) or "") for each in titles),
        setting=_LINK.sub("", head[:start]),
        ability=folded[match.end() :],
    )


def _starts(head: str) -> Iterator[int]:
    """Yield where the titles may begin, the earliest first."""
    yield 0
    for link in _SPLITS.finditer(head):
        yield link.end()


def _likely(head: str) -> int:
    """Return where titles begin that nobody knows: after the last word that surely ends a setting, or after a の.

    What is left after a の must say more than a rank: the leader "of a team" is one title.
    """
    start = max((link.end() for link in _SURE.finditer(head)), default=0)
    of = head.rfind("の", start)
    return of + 1 if of >= 0 and not _BARE.match(head[of + 1 :]) else start


def _in_english(folded: str, known: Known) -> ReadProficiency | None:
    matches = list(_AS.finditer(folded))
    if not matches:
        return None
    match = matches[0]
    end = _SENTENCE_ENDS.search(folded, match.end())
    turn = folded[match.end() : end.start() if end else len(folded)]
    title = _title(turn, known)
    rank = rank_of(title)
    if rank is None:
        return None
    rest = turn[len(title) :].strip(" ,").removeprefix("in ").removeprefix("for ").removeprefix("at ")
    ability = f"{folded[: match.start()]} {folded[end.end() if end else len(folded) :].strip()}".strip()
    return ReadProficiency(titles=(Title(words=title, rank=rank),), setting=rest, ability=ability)


def _title(turn: str, known: Known) -> str:
    """Return the longest beginning of a turn that is a known title; else what stands before its setting."""
    words = turn.split(" ")
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        title = " ".join(words[:count]).rstrip(",")
        if known(title):
            return title
    end = _TITLE_ENDS.search(turn, turn.find(" for ") + 5 if turn.startswith("person") and " for " in turn[:30] else 0)
    return turn[: end.start() if end else len(turn)]
