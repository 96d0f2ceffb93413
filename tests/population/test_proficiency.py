"""Are skill items counted as the ratings that decide say?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kijun.criteria import Rated
from kijun.evidence import RATERS, Rating
from kijun.judgement.ratings import judge_rated
from kijun.judgement.record import read_record
from kijun.population.places import SUMMED_BITS
from kijun.population.proficiency import (
    contested_targets,
    counts_for,
    gather_ratings,
    key_of,
    look_up_ratings,
)
from kijun.population.standing import contested, ratings_until
from kijun.population.tables import MOST_LEVEL
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, between
from tests.builders import ON, person, rating
from tests.population.by_hand import AS_DRAWN, rows_of, told, words

BY: Final = tuple(reversed(RATERS))
OWN, COMMON, OTHER = "a/b/item", "a/item", "a/b/other"


def rated(at_least: int, *of: str, level: int = 4, by: tuple[str, ...] = BY) -> Rated:
    return Rated(at_least=at_least, of=of, level=level, by=by)


def _rows(people: Sequence[Sequence[Rating]], names: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {
            "person": number,
            "position": position,
            "item": names.index(each.item),
            "level": each.level,
            "rater": RATERS.index(each.by),
            "day": each.day.earliest,
            "until": until,
            "is_contested": is_contested,
        }
        for number, ratings in enumerate(people)
        for position, (each, until, is_contested) in enumerate(
            zip(ratings, ratings_until(ratings), contested(ratings), strict=True)
        )
    ]


def _read(criteria: Sequence[Rated], people: Sequence[Sequence[Rating]], *, on: date = ON) -> list[list[Verdict]]:
    names = sorted({each.item for ratings in people for each in ratings} | {"z/unheard-of"})
    counts = counts_for(criteria)
    items = dict(enumerate(names))
    nothing = {"key": -1, **{f"items_{word}": 0 for word in range(counts.words)}}
    look_up = words([nothing, *look_up_ratings(criteria, items, counts)], key=pa.int32())
    small: dict[str, Any] = {**dict.fromkeys(("item", "criterion", "asked", "weight", "needs"), pa.int32())}
    ones = {f"{name}_{word}": 0 for name in ("level", "below") for word in range(counts.words)}
    none = dict.fromkeys(("item", "rater", "criterion", "asked", "weight", "needs"), -1) | ones
    targets = words([none, *contested_targets(criteria, items, counts)], rater=pa.int8(), **small)
    ratings = rows_of("ratings", *_rows(people, names))
    found = {row["person"]: row for row in told(gather_ratings(ratings, look_up, targets, counts, on=on))}
    table = words([{"person": n} | (found.get(n) or nothing) for n in range(len(people))], key=pa.int32())
    columns = [table[f"items_{word}"] for word in range(counts.words)]
    flags: dict[str, Any] = {}
    for place, criterion in enumerate(criteria):
        both = counts.judge(criterion, columns)
        flags |= {f"sure_{place}": both.sure, f"possible_{place}": both.possible}
    rows = told(table.select("person", **flags))
    return [[between(row[f"sure_{n}"], row[f"possible_{n}"]) for n in range(len(criteria))] for row in rows]


def _verdict(criterion: Rated, *ratings: Rating, on: date = ON) -> Verdict:
    ((verdict,),) = _read([criterion], [ratings], on=on)
    return verdict


_CRITERIA = (
    *(rated(1, OWN), rated(1, OWN, by=BY[:1]), rated(1, OWN, by=BY[:2], level=3), rated(2, OWN, OTHER)),
    *(rated(1, OWN, OTHER, level=5), rated(2, OWN, "a/c/item", OTHER), rated(0, OWN), rated(3, OWN, OTHER, OWN)),
)
_RATINGS = st.builds(
    rating,
    st.sampled_from((OWN, COMMON, OTHER, "a/other", "a/c/item", "b/b/item")),
    st.integers(2, 5),
    st.sampled_from(RATERS),
    st.sampled_from(("2025-10-01", "2025-10", "2026-03-31", "2026-04-01", "2026-04-02", "2026-04")),
)


@settings(max_examples=5, phases=AS_DRAWN)
@given(st.lists(st.lists(_RATINGS, max_size=6), min_size=30, max_size=50))
def test_they_come_to_what_the_judgement_of_one_person_finds(people: list[list[Rating]]) -> None:
    judged = [
        [judge_rated(each, read_record(person(ratings=tuple(ratings)), ON)).verdict for each in _CRITERIA]
        for ratings in people
    ]
    assert _read(_CRITERIA, people) == judged


@pytest.mark.parametrize(
    ("ratings", "verdict"),
    [
        ((), UNKNOWN),
        ((rating(OWN, 4),), MET),
        ((rating(OWN, 3),), NOT_MET),
        ((rating(OWN, 4, on="2026-04-02"),), UNKNOWN),
        ((rating(OWN, 4, on="2025-01-01"), rating(OWN, 3, on="2025-02-01")), NOT_MET),
        ((rating(OWN, 4, on="2025-02-01"), rating(OWN, 3, on="2025-01-01")), MET),
        ((rating(OWN, 4), rating(OWN, 3)), MET),
        ((rating(OWN, 4, by="self"), rating(OWN, 3, by="superior", on="2020-01-01")), NOT_MET),
        ((rating(OWN, 4, by="self"), rating(OWN, 3, by="assessor", on="2026-04-02")), MET),
        ((rating(COMMON, 4),), MET),
        ((rating(COMMON, 4), rating(OWN, 3, on="2020-01-01")), NOT_MET),
        ((rating(COMMON, 3, on="2026-04-01"), rating(OWN, 4, by="assessor", on="2020-01-01")), MET),
        ((rating(COMMON, 3, by="assessor"), rating(OWN, 4, by="self")), NOT_MET),
        ((rating("b/item", 4),), UNKNOWN),
    ],
)
def test_the_latest_rating_of_the_weightiest_rater_decides_and_the_own_item_before_the_common_one(
    ratings: tuple[Rating, ...], verdict: Verdict
) -> None:
    assert _verdict(rated(1, OWN), *ratings) is verdict


def test_who_may_not_decide_is_not_heard() -> None:
    ratings = (rating(OWN, 5, by="self"), rating(OWN, 4, by="superior"))
    assert _verdict(rated(1, OWN, by=BY[:1]), *ratings) is UNKNOWN
    assert _verdict(rated(1, OWN, level=5, by=BY[:2]), *ratings) is NOT_MET


def test_items_that_nobody_rated_leave_open_whether_there_are_enough() -> None:
    asked = rated(2, OWN, OTHER, "a/b/third")
    assert _verdict(asked, rating(OWN, 4)) is UNKNOWN
    assert _verdict(asked, rating(OWN, 4), rating(OTHER, 5)) is MET
    assert _verdict(asked, rating(OWN, 3), rating(OTHER, 3)) is NOT_MET


def test_a_common_item_is_counted_for_each_field_that_asks_it() -> None:
    assert _verdict(rated(2, OWN, "a/c/item"), rating(COMMON, 4)) is MET


def test_counts_stand_apart_and_below_what_can_be_summed() -> None:
    criteria = [
        rated(1, *(f"a/b/{place}" for place in range(size)), level=level)
        for level in (3, 4, 5)
        for size in (1, 7, 8, 31)
    ]
    counts = counts_for(criteria)
    places = [*counts.at_level.values(), *counts.below.values()]
    for word in range(counts.words):
        masks = [place.one * place.most for place in places if place.word == word]
        assert sum(mask.bit_count() for mask in masks) == sum(masks).bit_count()
        assert sum(masks) < 2**SUMMED_BITS
    assert counts.words > 1
    everything = [rating(f"a/b/{place}", 3) for place in range(31)]
    assert _read(criteria, [everything]) == [[MET] * 4 + [NOT_MET] * 8]


def test_a_rating_is_looked_up_by_item_level_and_rater() -> None:
    keys = {key_of(item, level, rater) for item in range(4) for level in range(MOST_LEVEL + 1) for rater in range(3)}
    assert len(keys) == 4 * (MOST_LEVEL + 1) * 3


def test_what_nobody_asks_is_not_looked_up() -> None:
    criteria = [rated(1, OWN, by=BY[:1])]
    found = list(look_up_ratings(criteria, {0: "b/item", 1: OWN}, counts_for(criteria)))
    assert {row["key"] for row in found} == {
        key_of(1, level, RATERS.index("assessor")) for level in range(MOST_LEVEL + 1)
    }
