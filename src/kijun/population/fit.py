"""Does a record fit into the tables?

A number that its column cannot hold is said with where it stands, and never cut.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kijun.evidence import LISTS, Engagement, Person
from kijun.evidence.words import LIST_NAMES
from kijun.population.tables import MOST_LEVEL
from kijun.problem import Place, Problem
from kijun.problem.reading import describe
from kijun.text import Text, join, same

_MOST_PLACES, _MOST_COUNTED, _MOST_SIZE = (2**bits - 1 for bits in (15, 31, 63))


def misfits(person: Person, place: Place) -> tuple[Problem, ...]:
    """Return a problem for each number of a record that the tables cannot hold."""
    return tuple(
        describe("K614", place, what=what, value=f"{value:,}", most=f"{most:,}")
        for what, value, most in _numbers(person)
        if not 0 <= value <= most
    )


_Number = tuple[Text, int, int]
"""What it is, how much it is, and the most that its column holds."""


def _numbers(person: Person) -> Iterator[_Number]:
    for name in LISTS:
        yield from _length(LIST_NAMES[name], getattr(person, name))
    yield from _length(Text(ja="セルの確認", en="confirmations"), person.confirmations)
    for rating in person.ratings:
        yield join([same(rating.item), Text(ja="評価", en="rating")], ja="の", en=": "), rating.level, MOST_LEVEL
    for engagement in person.engagements:
        yield from _numbers_of(engagement)


def _length(what: Text, facts: Collection[object]) -> Iterator[_Number]:
    yield Text(ja=f"{what.ja}の件数", en=f"The number of {what.en}"), len(facts), _MOST_PLACES


def _numbers_of(engagement: Engagement) -> Iterator[_Number]:
    for measure, size in engagement.sizes.items():
        yield same(f"{engagement.id}: {measure}"), size, _MOST_SIZE
    yield from _length(
        Text(ja=f"案件「{engagement.id}」の担当市場", en=f"markets of {engagement.id}"), engagement.market or ()
    )
    yield from _length(
        Text(ja=f"案件「{engagement.id}」の相当の申告", en=f"claims of {engagement.id}"), engagement.equivalences
    )
    for share in engagement.market or ():
        yield same(f"{engagement.id}: {share.scope}"), share.count, _MOST_COUNTED
        yield same(f"{engagement.id}: {share.scope}"), share.employees or 0, _MOST_COUNTED
