"""Until when does a word on record stand, before a later or a weightier one takes its place?

Ratings and confirmations are opinions: of several on one thing one decides. Which one that is on any day follows from the days
alone, so it is found once, when a record becomes rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kijun.evidence import RATERS, Confirmation, Rating


def ratings_until(ratings: Sequence[Rating]) -> list[date | None]:
    """Return for each rating the first day on which another one stands in its place, or None.

    That is a later one by the same rater under the same name (of two on one day the higher, then the one written last), or any
    by a weightier rater. A rating whose place is taken on its own day, or before it, never stands.
    """
    named: dict[str, list[int]] = {}
    for position, rating in enumerate(ratings):
        named.setdefault(rating.item, []).append(position)
    until: list[date | None] = [None] * len(ratings)
    for positions in named.values():
        weightier: date | None = None
        for rater in reversed(RATERS):
            given = [position for position in positions if ratings[position].by == rater]
            given.sort(key=lambda position: (ratings[position].day.earliest, ratings[position].level))
            if not given:
                continue
            later = [ratings[position].day.earliest for position in given[1:]]
            for position, day in zip(given, [*later, None], strict=True):
                until[position] = _earlier(day, weightier)
            weightier = _earlier(ratings[given[0]].day.earliest, weightier)
    return until


def _earlier(one: date | None, other: date | None) -> date | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


def contested(ratings: Sequence[Rating]) -> list[bool]:
    """Return for each rating whether the person's record rates its item in both ways: as a field's own, and as the common one."""
    forms: dict[str, set[bool]] = {}
    for rating in ratings:
        common = _common_item(rating.item)
        forms.setdefault(common, set()).add(rating.item == common)
    return [len(forms[_common_item(rating.item)]) > 1 for rating in ratings]


def _common_item(item: str) -> str:
    return f"{item.partition('/')[0]}/{item.rpartition('/')[2]}"


def confirmations_until(confirmations: Sequence[Confirmation]) -> list[date | None]:
    """Return for each word on a cell the day of the next one on it, or None; of two on one day only the first stands."""
    days: dict[str, list[date]] = {}
    for word in confirmations:
        days.setdefault(word.cell, []).append(word.day.earliest)
    until: list[date | None] = []
    seen: set[tuple[str, date]] = set()
    for word in confirmations:
        day = word.day.earliest
        is_first = (word.cell, day) not in seen
        seen.add((word.cell, day))
        until.append(min((other for other in days[word.cell] if other > day), default=None) if is_first else day)
    return until
