"""Which letters of a record can no PDF show, and in which entry do they stand?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from kijun.web.passport.making import Sheet, letters_without_glyph
from kijun.web.people.queries import states_of
from kijun.web.people.states import HEAD, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A letter that no font has: its code, the words it stands in, and where they are changed (empty: nowhere on record)."""

    letter: str
    code: str
    words: str
    url: str


def places_of_letters(sheet: Sheet) -> list[Missing]:
    """Return the letters for which there is no PDF, each with its first place in the record.

    For the person only: the words may be what the passport keeps back.
    """
    letters = letters_without_glyph(sheet)
    return [_missing(letter, states_of(sheet.record), sheet.record.owner.key) for letter in letters]


def _missing(letter: str, states: list[State], person: str) -> Missing:
    found = ((state, words) for state in states for words in _strings(state.body) if letter in words)
    state, words = next(found, (None, letter))
    return Missing(
        letter=letter,
        code=" ".join(f"U+{ord(each):04X}" for each in letter),
        words=words,
        url=_url(state, person) if state else "",
    )


def _url(state: State, person: str) -> str:
    if state.list == HEAD:
        return reverse("people:head", args=(person,))
    return reverse("people:engagement" if state.list == "engagements" else "people:entry", args=(person, state.key))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
