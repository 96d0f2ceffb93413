"""In which phases of IT investment is a category at work, and which of them are its main ones?

A sentence names the main ones, with their parts in brackets. A name may hold the word that also separates names: what is known, or
heads a list of activities, stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kijun.documents.passage import Passage, words_of
from kijun.documents.shipped_words import ShippedWords, named_twice
from kijun.framework.dump import Plain

KIND: Final = "phase"

_MAIN: Final = re.compile(
    r"(?:it投資の)?局面(?:に(?:おいて|於いて|つい?て)|で)?は?、?(?P<ja>[^。]+?)を主(?:な|たる|要な|として|とした)?の?活動(?:領域|分野|範囲)"
    r"|(?:\bin (?:the )?(?:it )?(?:investment )?)?\bphases?,? (?P<en>[^.]+?) (?:are|is) the (?:main|primary|principal) (?:activit|area|field)"
    r"|\b(?:the )?main (?:activit\w+ )?(?:areas?|phases?) (?:are|is) (?P<after>[^.]+)"
)
_JOINS: Final = re.compile(r"、|,|及び|および|並びに|ならびに|\band\b")
_HARD: Final = re.compile(r"及び|および|並びに|ならびに")
_COMMA: Final = re.compile(r"[、,]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A phase: its id or stand-in, its printed name, whether it is a main one, and the parts that are named of it."""

    id: str
    name: Passage
    is_main: bool
    parts: tuple[Passage, ...] = ()

    def plain(self, words: ShippedWords) -> dict[str, Plain]:
        """Return the phase in the shape of a structure file, under its shipped name where it has one."""
        known = words.phase(self.id)
        return {
            "id": self.id,
            "name": known["name"] if known else named_twice(words_of(self.name)),
            "main": self.is_main,
            "parts": [named_twice(words_of(part)) for part in self.parts],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class MainPhases:
    """Where the main phases are named in the folded text, each name with its parts."""

    start: int
    named: tuple[tuple[Passage, tuple[Passage, ...]], ...]


def main_phases(told: Passage, is_name: Callable[[str], bool]) -> MainPhases | None:
    """Return the phases that a sentence calls the main ones; `is_name` knows whole names."""
    text = told.folded.text
    match = _MAIN.search(text)
    if match is None:
        return None
    start, end = match.span(match.lastgroup or 0)
    named: list[tuple[Passage, tuple[Passage, ...]]] = []
    for low, high, inside in _pieces(text, start, end):
        names = [told.folded_part(*span) for span in _names(text, low, high, is_name)]
        parts = tuple(told.folded_part(*span) for span in _split(text, *inside)) if inside else ()
        named.extend((name, parts if name is names[-1] else ()) for name in names)
    return MainPhases(start=match.start(), named=tuple(named))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, tuple[int, int] | None]]:
    """Yield what stands before each bracket, and the bracket's inside; at last what stands behind all of them."""
    depth, since, opened = 0, start, start
    for position in range(start, end):
        if text[position] == "(":
            depth += 1
            opened = position if depth == 1 else opened
        elif text[position] == ")" and depth:
            depth -= 1
            if depth == 0:
                yield since, opened, (opened + 1, position)
                since = position + 1
    if text[since:end].strip(" 、,"):
        yield since, end, None


def _names(text: str, start: int, end: int, is_name: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Return where the names stand in a stretch: the longest run that is a name, else what stands between separators."""
    atoms = [span for span in _cut(text, start, end, _JOINS) if text[slice(*span)].strip()]
    found: list[tuple[int, int]] = []
    while atoms:
        taken = next(
            (count for count in range(len(atoms), 1, -1) if is_name(text[atoms[0][0] : atoms[count - 1][1]].strip())),
            1,
        )
        found.append((atoms[0][0], atoms[taken - 1][1]))
        atoms = atoms[taken:]
    return found


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the parts in a bracket stand; inner brackets stay whole."""
    found, depth, since = [], 0, start
    for position in range(start, end):
        depth += (text[position] == "(") - (text[position] == ")")
        if depth == 0 and _COMMA.match(text[position]):
            found.append((since, position))
            since = position + 1
    return [span for span in (*found, (since, end)) if text[slice(*span)].strip()]


def _cut(text: str, start: int, end: int, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    since = start
    for match in pattern.finditer(text, start, end):
        yield since, match.start()
        since = match.end()
    yield since, end


def phases_of(
    main: Sequence[tuple[Passage, tuple[Passage, ...]]], others: Sequence[Passage], identify: Callable[[Passage], str]
) -> list[Phase]:
    """Return the main phases, and after them those that only head activities."""
    phases: dict[str, Phase] = {}
    for name, parts in main:
        identity = identify(name)
        phases.setdefault(identity, Phase(id=identity, name=name, is_main=True, parts=parts))
    for name in others:
        identity = identify(name)
        phases.setdefault(identity, Phase(id=identity, name=name, is_main=False))
    return [*phases.values()]
