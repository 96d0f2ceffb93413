"""Which rating, and which word on a cell, stands on a day: the columns say what the judgement of one person finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kijun.evidence import RATERS, Confirmation, Rating
from kijun.judgement.record import read_record
from kijun.population.standing import confirmations_until, contested, ratings_until
from tests.population.rows import NOBODY, day

_DAYS = ("2024-04-01", "2024-04", "2024-04-02", "2024-05", "2024-03-31")
_ON = st.dates(date(2024, 3, 30), date(2024, 5, 3))


def _ratings() -> st.SearchStrategy[list[Rating]]:
    one = st.builds(
        Rating,
        item=st.sampled_from(("a/b/c", "a/c", "a/d/c")),
        level=st.integers(1, 3),
        by=st.sampled_from(RATERS),
        day=st.sampled_from(_DAYS).map(day),
    )
    return st.lists(one, max_size=6)


def _stands(since: date, until: date | None, on: date) -> bool:
    return since <= on and (until is None or until > on)


@given(_ratings(), _ON, st.sampled_from((RATERS[2:], RATERS[1:], RATERS)))
def test_of_each_name_the_rating_stands_that_decides(ratings: list[Rating], on: date, raters: tuple[str, ...]) -> None:
    record = read_record(replace(NOBODY, ratings=tuple(ratings)), on)
    for item in {rating.item for rating in ratings}:
        deciding = [record.ratings[item, rater] for rater in reversed(raters) if (item, rater) in record.ratings]
        standing = [
            rating
            for rating, until in zip(ratings, ratings_until(ratings), strict=True)
            if rating.item == item and rating.by in raters and _stands(rating.day.earliest, until, on)
        ]
        assert standing == deciding[:1]


def test_items_are_contested_where_the_field_s_own_and_the_common_one_are_both_rated() -> None:
    def rating(item: str) -> Rating:
        return Rating(item=item, level=3, by="self", day=day("2024-04-01"))

    items = ("a/b/c", "a/c", "a/d/c", "a/b/e", "a/d/e", "f/c")
    assert contested([rating(item) for item in items]) == [True, True, True, False, False, False]


@given(
    st.lists(
        st.builds(
            Confirmation,
            cell=st.sampled_from(("a/1", "a/2")),
            decision=st.sampled_from(("confirmed", "refused")),
            by=st.just("A"),
            reason=st.sampled_from(("B", "C")),
            day=st.sampled_from(_DAYS).map(day),
        ),
        max_size=6,
    ),
    _ON,
)
def test_of_each_cell_the_latest_word_stands_and_of_two_on_one_day_the_first(
    words: list[Confirmation], on: date
) -> None:
    for cell in {word.cell for word in words}:
        existing = [word for word in words if word.cell == cell and word.day.earliest <= on]
        deciding = max(existing, key=lambda word: word.day.earliest, default=None)
        standing = [
            word
            for word, until in zip(words, confirmations_until(words), strict=True)
            if word.cell == cell and _stands(word.day.earliest, until, on)
        ]
        assert standing == ([] if deciding is None else [deciding])


def test_a_weightier_rating_takes_the_place_of_one_that_comes_later() -> None:
    by_assessor = Rating(item="a/b/c", level=2, by="assessor", day=day("2024-04-01"))
    by_self = Rating(item="a/b/c", level=5, by="self", day=day("2025-04-01"))
    assert ratings_until([by_self, by_assessor]) == [date(2024, 4, 1), None]
