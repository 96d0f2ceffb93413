"""How do two printed values differ: numbers, steps of a scale, lists of options, words?

Each function yields the changes of one kind of value. What is harder for the person is RAISED, what is easier LOWERED; one
more option to choose from is ADDED, and easier.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kijun.citation import Citation
from kijun.framework.compare.comparison import Change, Effect, Kind, Side
from kijun.framework.vocabulary import Term, Vocabulary
from kijun.text import Text, inside, same

HARDER, EASIER = Effect.HARDER, Effect.EASIER


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where two editions print the same thing: the path below either edition, the citations, the vocabularies.

    `new_path` is given where it is not the same.
    """

    path: str
    old: Citation | None
    new: Citation | None
    old_words: Vocabulary
    new_words: Vocabulary
    new_path: str | None = None

    def change(
        self,
        kind: Kind,
        aspect: tuple[str, Text],
        old: Text | None,
        new: Text | None,
        *,
        values: tuple[str | int | None, str | int | None] = (None, None),
        effect: Effect | None = None,
        is_examined: bool = True,
        reason: Text | None = None,
        note: Text | None = None,
    ) -> Change:
        """Return a change at this place."""
        return Change(
            kind=kind,
            aspect=aspect[0],
            about=aspect[1],
            old=Side(path=self.path, words=old, value=values[0], citation=self.old),
            new=Side(path=self.new_path or self.path, words=new, value=values[1], citation=self.new),
            effect=effect,
            is_examined=is_examined,
            reason=reason,
            note=note,
        )


def presence(
    place: Place,
    aspect: tuple[str, Text],
    old: Text | None,
    new: Text | None,
    *,
    effect_of_more: Effect | None = HARDER,
) -> Iterator[Change]:
    """Yield that something is there in one of the editions only."""
    if old is None and new is not None:
        yield place.change(Kind.ADDED, aspect, None, new, effect=effect_of_more)
    elif old is not None and new is None:
        yield place.change(Kind.DROPPED, aspect, old, None, effect=opposite(effect_of_more))


def numbers(
    place: Place,
    aspect: tuple[str, Text],
    old: int | None,
    new: int | None,
    *,
    words: tuple[Text, Text] | None = None,
) -> Iterator[Change]:
    """Yield that a number was raised or lowered; None is nothing asked, below every number."""
    if old != new:
        said = words or (same(str(old)), same(str(new)))
        yield from ordered(place, aspect, (old or 0,), (new or 0,), said, values=(old, new))


def ordered(
    place: Place,
    aspect: tuple[str, Text],
    old: Sequence[int],
    new: Sequence[int],
    words: tuple[Text | None, Text | None],
    *,
    values: tuple[str | int | None, str | int | None] = (None, None),
) -> Iterator[Change]:
    """Yield that numbers were raised, lowered, or some of each; a shorter list goes on with nothing asked.

    >>> place = Place(path="a", old=None, new=None, old_words=None, new_words=None)
    >>> [change.kind.value for change in ordered(place, ("slots", same("slots")), (5, 4, 4), (6, 4), (None, None))]
    ['changed']
    """
    if tuple(old) == tuple(new):
        return
    size = max(len(old), len(new))
    pairs = list(zip(_filled(old, size), _filled(new, size), strict=True))
    if all(before <= after for before, after in pairs):
        kind, effect = Kind.RAISED, HARDER
    elif all(before >= after for before, after in pairs):
        kind, effect = Kind.LOWERED, EASIER
    else:
        kind, effect = Kind.CHANGED, None
    yield place.change(kind, aspect, words[0], words[1], values=values, effect=effect)


def steps(place: Place, aspect: tuple[str, Text], scale: str, old: str | None, new: str | None) -> Iterator[Change]:
    """Yield that another step of a scale is asked: raised or lowered where both editions order the two alike."""
    before = None if old is None else _name(place.old_words, scale, old)
    after = None if new is None else _name(place.new_words, scale, new)
    if old is None or new is None:
        yield from presence(place, aspect, before, after)
    elif old != new:
        kind, effect = {
            1: (Kind.RAISED, HARDER),
            -1: (Kind.LOWERED, EASIER),
            0: (Kind.CHANGED, None),
        }[_direction(place, scale, old, new)]
        yield place.change(kind, aspect, before, after, values=(old, new), effect=effect)


def options(
    at: Callable[[str], Place],
    aspect: tuple[str, Text],
    kind: str,
    old: Iterable[str],
    new: Iterable[str],
    *,
    effect_of_more: Effect | None = EASIER,
    is_examined: bool = True,
) -> Iterator[Change]:
    """Yield each word of a list that only one edition has; the order of a list says nothing. `at` places a word."""
    before, after = list(old), list(new)
    for word in after:
        if word not in before:
            yield _option(at(word), aspect, kind, word, Kind.ADDED, effect_of_more, is_examined=is_examined)
    for word in before:
        if word not in after:
            yield _option(at(word), aspect, kind, word, Kind.DROPPED, opposite(effect_of_more), is_examined=is_examined)


def opposite(effect: Effect | None) -> Effect | None:
    """Return harder for easier, and easier for harder."""
    return {HARDER: EASIER, EASIER: HARDER, None: None}[effect]


def _option(
    place: Place,
    aspect: tuple[str, Text],
    kind: str,
    word: str,
    what: Kind,
    effect: Effect | None,
    *,
    is_examined: bool,
) -> Change:
    is_added = what is Kind.ADDED
    words = place.new_words if is_added else place.old_words
    name, note = _name(words, kind, word), _note(words, kind, word)
    sides = (None, name) if is_added else (name, None)
    values = (None, word) if is_added else (word, None)
    return place.change(what, aspect, *sides, values=values, effect=effect, is_examined=is_examined, note=note)


def _name(words: Vocabulary, kind: str, word: str) -> Text:
    """Return what a word is called inside a sentence; the printed name of a skill item keeps its capitals."""
    name = words.name(kind, word)
    return name if kind == "skill-item" else inside(name)


def _note(words: Vocabulary, kind: str, word: str) -> Text | None:
    term = words.terms.get(kind, {}).get(word)
    return term.note if term else None


def _direction(place: Place, scale: str, old: str, new: str) -> int:
    """Return 1 where the editions that know both steps place the new one above, -1 where they place it below, else 0."""
    ways = {_way(words.terms.get(scale, {}), old, new) for words in (place.old_words, place.new_words)} - {None}
    return (ways.pop() or 0) if len(ways) == 1 else 0


def _way(scale: Mapping[str, Term], old: str, new: str) -> int | None:
    if old not in scale or new not in scale:
        return None
    difference = scale[new].order - scale[old].order
    return (difference > 0) - (difference < 0)


def _filled(numbers_: Sequence[int], size: int) -> tuple[int, ...]:
    return (*numbers_, *[0] * (size - len(numbers_)))
