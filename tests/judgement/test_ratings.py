"""Whose rating of a skill item counts, which one, and how many are enough?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kijun.criteria import Rated
from kijun.day import RecordedDay, exactly
from kijun.evidence import LISTS, Person, Rating
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedPart, resolve_edition
from kijun.judgement import Counted, NearMiss, OpenFact, PartJudgement, Proof, judge, judge_cell, judge_edition
from kijun.judgement.judge import _part
from kijun.judgement.record import read_record
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict
from tests.builders import ON, cell, edition, person, rating

CHARTS, TABLES, FORMS = "data/reading/charts", "data/reading/tables", "data/reading/forms"
COMMON = "data/charts"


def asked(at_least: int = 2, **changes: Any) -> Rated:
    """Return: so many of three items at level 3, by an assessor."""
    base = Rated(at_least=at_least, of=(CHARTS, TABLES, FORMS), level=3, by=("assessor",))
    return replace(base, **changes)


def rated(*ratings: Rating, **changes: Any) -> Proof:
    return judge(asked(**changes), person(ratings=ratings), on=ON)


def one(*ratings: Rating, by: tuple[str, ...] = ("assessor",)) -> Verdict:
    """Return whether charts are rated at level 3."""
    return rated(*ratings, at_least=1, of=(CHARTS,), by=by).verdict


# How many


def test_enough_items_at_the_level_or_above_are_enough() -> None:
    proof = rated(rating(CHARTS, 3), rating(FORMS, 5))
    assert (proof.verdict, proof.have, proof.need, proof.unit) == (MET, 2, 2, "items")
    assert (proof.which, proof.missing) == ((CHARTS, FORMS), ())
    assert proof.counted == (Counted(evidence=CHARTS), Counted(evidence=FORMS))
    assert (proof.near_misses, proof.would_settle) == ((), ())


def test_one_item_below_the_level_is_one_too_few_where_none_is_left_to_be_rated() -> None:
    proof = rated(rating(CHARTS, 3), rating(TABLES, 2), rating(FORMS, 1))
    assert (proof.verdict, proof.have) == (NOT_MET, 1)
    assert (proof.which, proof.missing) == ((CHARTS,), (TABLES, FORMS))
    assert proof.near_misses == (NearMiss(evidence=TABLES, fact="rating", have=2, need=3),)
    assert proof.would_settle == ()


def test_an_item_that_nobody_rated_is_unknown_and_named_also_where_the_list_is_declared_complete() -> None:
    for complete in ((), LISTS):
        proof = judge(asked(), person(ratings=(rating(CHARTS, 3), rating(TABLES, 0)), complete=complete), on=ON)
        assert (proof.verdict, proof.have) == (UNKNOWN, 1)
        assert proof.would_settle == (OpenFact(evidence=None, fact="rating", about=FORMS),)
        assert proof.near_misses == ()


def test_each_item_stands_below_with_its_own_verdict_and_the_level_that_it_is_rated_at() -> None:
    proof = rated(rating(CHARTS, 4), rating(TABLES, 1))
    below = [(each.evidence, each.verdict, each.have, each.need, each.unit) for each in proof.children]
    assert below == [
        (CHARTS, MET, 4, 3, "level"),
        (TABLES, NOT_MET, 1, 3, "level"),
        (FORMS, UNKNOWN, None, 3, "level"),
    ]
    assert proof.children[1].criterion == asked(1, of=(TABLES,))


def test_nothing_on_record_is_the_same_proof_for_everybody() -> None:
    resolved = resolve_edition(edition(), choose(edition().points, {"proficiency.decides": "all-items"}))
    path = "itss/v3-2011/customer-service/hardware/5"
    somebody, another, skilled = person(), person(employee="E-2"), person(ratings=(rating(CHARTS, 3),))
    proofs = [judge_edition(resolved, each, on=ON)[path].parts["proficiency"].proof for each in (somebody, another)]
    assert proofs[0] is proofs[1]
    assert judge_edition(resolved, skilled, on=ON)[path].parts["proficiency"].proof is not proofs[0]


# Whose


@pytest.mark.parametrize(
    ("by", "verdict"),
    [(("assessor",), UNKNOWN), (("assessor", "superior"), NOT_MET), (("assessor", "superior", "self"), NOT_MET)],
)
def test_who_may_not_decide_leaves_the_item_unrated(by: tuple[str, ...], verdict: Verdict) -> None:
    assert one(rating(CHARTS, 3, "self"), rating(CHARTS, 2, "superior"), by=by) is verdict


@pytest.mark.parametrize("heavier", [2, 3])
def test_the_weightiest_who_rated_decides_and_not_the_highest_or_the_latest(heavier: int) -> None:
    ratings = (rating(CHARTS, heavier, "superior", "2020-01-01"), rating(CHARTS, 5 - heavier, "self", "2026-01-01"))
    by = ("assessor", "superior", "self")
    assert one(*ratings, by=by) is (MET if heavier == 3 else NOT_MET)


# Which


def test_the_latest_rating_counts_also_where_it_is_lower() -> None:
    assert one(rating(CHARTS, 4, on="2024-01-01"), rating(CHARTS, 2, on="2025-01-01")) is NOT_MET
    assert one(rating(CHARTS, 3, on="2025-01-01"), rating(CHARTS, 2, on="2024-01-01")) is MET


def test_of_two_ratings_on_one_day_the_higher_counts_whichever_is_written_first() -> None:
    both = (rating(CHARTS, 2), rating(CHARTS, 3))
    assert (one(*both), one(*reversed(both))) == (MET, MET)


def test_a_rating_after_the_day_of_judgement_does_not_exist_yet() -> None:
    assert one(rating(CHARTS, 3, on="2026-04-02")) is UNKNOWN
    assert one(rating(CHARTS, 3, on="2026-04-01")) is MET
    assert one(rating(CHARTS, 3, on="2025-01-01"), rating(CHARTS, 1, on="2026-04-02")) is MET


def test_a_rating_for_all_fields_serves_where_the_fields_own_item_is_not_rated() -> None:
    assert one(rating(COMMON, 3)) is MET
    assert one(rating("data/tables", 3)) is UNKNOWN
    assert one(rating("other/charts", 3)) is UNKNOWN


def test_the_fields_own_rating_goes_before_a_later_and_higher_one_for_all_fields() -> None:
    assert one(rating(CHARTS, 2, on="2020-01-01"), rating(COMMON, 4, on="2026-01-01")) is NOT_MET


def test_a_weightier_rating_for_all_fields_goes_before_the_fields_own_of_another_rater() -> None:
    ratings = (rating(CHARTS, 2, "self"), rating(COMMON, 3, "assessor"))
    assert one(*ratings, by=("assessor", "superior", "self")) is MET


# Months


def hangs(*ratings: Rating, on: date = date(2026, 4, 10), **changes: Any) -> PartJudgement:
    changed: dict[str, Any] = {"at_least": 1, "of": (CHARTS,), **changes}
    criterion, somebody = asked(**changed), person(ratings=ratings)
    strictly = read_record(somebody, on, is_strict=True)
    return _part("proficiency", ResolvedPart(criterion=criterion, policies=()), read_record(somebody, on), strictly)


@pytest.mark.parametrize(
    ("ratings", "verdict", "does_hang"),
    [
        ((rating(CHARTS, 3, on="2026-04"),), MET, True),
        ((rating(CHARTS, 3, on="2026-03"),), MET, False),
        ((rating(CHARTS, 2, on="2025-01-01"), rating(CHARTS, 3, on="2026-04")), MET, True),
        ((rating(CHARTS, 3, on="2025-05"), rating(CHARTS, 2, on="2025-05-10")), NOT_MET, True),
        ((rating(CHARTS, 3, on="2025-05"), rating(CHARTS, 4, on="2025-05-10")), MET, False),
        ((rating(CHARTS, 3, on="2025-05"), rating(CHARTS, 2, on="2025-05-31")), NOT_MET, True),
        ((rating(CHARTS, 2, on="2025-05"), rating(CHARTS, 3, on="2025-05-31")), MET, False),
        ((rating(CHARTS, 3, on="2025-05"), rating(CHARTS, 2, on="2025-06")), NOT_MET, False),
        ((rating(CHARTS, 3, on="2025-05"), rating(CHARTS, 2, on="2025-05")), MET, True),
        ((rating(CHARTS, 2, on="2026-04"), rating(COMMON, 3)), NOT_MET, True),
    ],
)
def test_a_verdict_that_a_month_could_change_is_said_to_hang_on_it(
    ratings: tuple[Rating, ...], verdict: Verdict, does_hang: bool
) -> None:
    part = hangs(*ratings)
    assert (part.verdict, part.hangs_on_month) == (verdict, does_hang)


_MONTHS = (
    RecordedDay(earliest=date(2026, 4, 9), latest=date(2026, 4, 11)),
    RecordedDay(earliest=date(2026, 4, 8), latest=date(2026, 4, 10)),
    exactly(date(2026, 4, 9)),
    exactly(date(2026, 4, 11)),
    exactly(date(2026, 4, 1)),
)
_RATINGS = st.builds(
    Rating,
    item=st.sampled_from((CHARTS, COMMON, TABLES)),
    level=st.sampled_from((2, 3)),
    by=st.sampled_from(("assessor", "self")),
    day=st.sampled_from(_MONTHS),
)


@given(st.lists(_RATINGS, max_size=4), st.sampled_from((1, 2)))
def test_a_verdict_that_hangs_on_no_month_is_the_same_whichever_day_it_was(
    ratings: list[Rating], at_least: int
) -> None:
    on, criterion = date(2026, 4, 10), asked(at_least, of=(CHARTS, TABLES), by=("assessor", "self"))
    part = hangs(*ratings, on=on, at_least=at_least, of=(CHARTS, TABLES), by=("assessor", "self"))
    possible = {judge(criterion, each, on=on).verdict for each in _on_every_day(ratings)}
    assert part.verdict in possible
    assert part.hangs_on_month or len(possible) == 1


def _on_every_day(ratings: list[Rating]) -> Iterator[Person]:
    for days in product(*(_days(each.day) for each in ratings)):
        dated = zip(ratings, days, strict=True)
        yield person(
            ratings=tuple(Rating(item=each.item, level=each.level, by=each.by, day=exactly(day)) for each, day in dated)
        )


def _days(recorded: RecordedDay) -> list[date]:
    count = (recorded.latest - recorded.earliest).days + 1
    return [recorded.earliest + timedelta(days=number) for number in range(count)]


# In a cell


def test_a_month_of_a_rating_is_enough_for_a_record_to_be_read_twice() -> None:
    path, decides = "customer-service/hardware/5", {"proficiency.decides": "all-items"}
    resolved = cell(path, decides)
    criterion = resolved.parts["proficiency"].criterion
    assert isinstance(criterion, Rated)
    everything = tuple(rating(item, 5, on="2026-04") for item in criterion.of)
    part = judge_cell(resolved, person(ratings=everything), on=ON).parts["proficiency"]
    assert (part.verdict, part.hangs_on_month) == (MET, True)
