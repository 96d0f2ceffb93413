"""How are a person's skills rated, and by whom?

The latest rating of a rater counts. A rating of a field's own item goes before one of the item for all fields of the
category. An item that nobody rated whose rating decides is unknown, never zero, also where the list is declared complete:
that no rating is missing from a record does not say what the person is able to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kijun.criteria import Rated
from kijun.evidence import Rating
from kijun.judgement.proof import Counted, NearMiss, OpenFact, Proof
from kijun.judgement.record import RecordReading
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, between


def judge_rated(criterion: Rated, record: RecordReading) -> Proof:
    """Return whether enough of the skill items are rated at the level or above by one whose rating decides.

    Below it stands each item with the level that it is rated at.
    """
    ratings = {item: deciding_rating(item, criterion.by, record) for item in criterion.of}
    stands = {item: _stands(rating, criterion.level) for item, rating in ratings.items()}
    verdict = _verdict(criterion, stands.values())
    if record.is_strict:
        verdict = _on_other_days(criterion, record, verdict)
    met = tuple(item for item, standing in stands.items() if standing == _AT_LEVEL)
    return Proof(
        criterion=criterion,
        verdict=verdict,
        have=len(met),
        need=criterion.at_least,
        unit="items",
        which=met,
        missing=() if verdict is MET else tuple(item for item in criterion.of if item not in met),
        counted=tuple(Counted(evidence=item) for item in met),
        near_misses=() if verdict is MET else tuple(_near(ratings, criterion)),
        would_settle=tuple(_open(ratings)) if verdict is UNKNOWN else (),
        children=tuple(_of_item(item, rating, criterion) for item, rating in ratings.items()),
    )


_BELOW, _UNRATED, _AT_LEVEL = range(3)
_VERDICTS = (NOT_MET, UNKNOWN, MET)
"""How an item can stand: the higher, the better for the criterion."""


def _stands(rating: Rating | None, level: int) -> int:
    if rating is None:
        return _UNRATED
    return _AT_LEVEL if rating.level >= level else _BELOW


def _verdict(criterion: Rated, stands: Iterable[int]) -> Verdict:
    found = list(stands)
    surely, possibly = found.count(_AT_LEVEL), len(found) - found.count(_BELOW)
    return between(surely >= criterion.at_least, possibly >= criterion.at_least)


def _on_other_days(criterion: Rated, record: RecordReading, verdict: Verdict) -> Verdict:
    """Return another verdict that the days of the months could bring, or this one where they cannot bring another."""
    possible = [
        [_stands(rating, criterion.level) for rating in possible_ratings(item, criterion.by, record)]
        for item in criterion.of
    ]
    others = (_verdict(criterion, map(min, possible)), _verdict(criterion, map(max, possible)))
    return next((other for other in others if other is not verdict), verdict)


def possible_ratings(item: str, by: Sequence[str], record: RecordReading) -> Iterator[Rating | None]:
    """Yield each rating of an item that may decide, depending on the day that its month stands for; None where none may."""
    for rater in by:
        for key in (item, common_item(item)):
            given = [each for each in record.person.ratings if (each.item, each.by) == (key, rater)]
            existing = [each for each in given if each.day.earliest <= record.on]
            sure = [(each.day.earliest, each.level) for each in existing if each.day.latest <= record.on]
            yield from (each for each in existing if not sure or (each.day.latest, each.level) >= max(sure))
            if sure:
                return
    yield None


def _near(ratings: Mapping[str, Rating | None], criterion: Rated) -> Iterator[NearMiss]:
    for item, rating in ratings.items():
        if rating is not None and rating.level == criterion.level - 1:
            yield NearMiss(evidence=item, fact="rating", have=rating.level, need=criterion.level)


def _open(ratings: Mapping[str, Rating | None]) -> Iterator[OpenFact]:
    for item, rating in ratings.items():
        if rating is None:
            yield OpenFact(evidence=None, fact="rating", about=item)


def _of_item(item: str, rating: Rating | None, criterion: Rated) -> Proof:
    return Proof(
        criterion=replace(criterion, at_least=1, of=(item,)),
        verdict=_VERDICTS[_stands(rating, criterion.level)],
        have=None if rating is None else rating.level,
        need=criterion.level,
        unit="level",
        evidence=item,
    )


def deciding_rating(item: str, by: Sequence[str], record: RecordReading) -> Rating | None:
    """Return the rating of an item that decides: that of the weightiest rater who rated it, or None where none of them did.

    `item` is category/field/item; a rating of category/item serves where the same rater did not rate the field's own.
    """
    return next((rating for rater in by if (rating := rating_by(rater, item, record)) is not None), None)


def rating_by(rater: str, item: str, record: RecordReading) -> Rating | None:
    """Return the latest rating of an item by a rater, the field's own before that of the item for all fields."""
    own = record.ratings.get((item, rater))
    return own if own is not None else record.ratings.get((common_item(item), rater))


def common_item(item: str) -> str:
    """Return what a record calls an item for all fields of its category.

    >>> common_item("customer-service/hardware/technology")
    'customer-service/technology'
    """
    return f"{item.partition('/')[0]}/{item.rpartition('/')[2]}"
