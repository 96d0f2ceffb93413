"""Are years served counted in a database as they are counted period by period?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import permutations, product
from typing import Any, Final

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kijun.population.places import BITS
from kijun.population.served_years import gather_years
from kijun.timespan import Span, last_day_of_years, length
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, between
from tests.population.by_hand import AS_DRAWN, told, words

Served = tuple[date, date, bool]
"""The first day, the last, and whether it surely counts."""
_EVER: Final = (1, 2, 3, 4, 5, 8)
_WORD: Final = "block_3"
_KINDS: Final = {"person": pa.int32(), "since": pa.date32(), "until": pa.date32(), "is_sure": pa.bool_()}
_NOBODY: Final = -1


def _gathered(
    spans: Iterable[tuple[int, int, Served]], at_least: Sequence[int], masks: Mapping[str, Mapping[int, int]]
) -> list[dict[str, int]]:
    """Return what is gathered of spans of a person and one of the years each."""
    rows = [
        {"person": person, "place": place, "since": since, "until": until, "is_sure": is_sure}
        for person, place, (since, until, is_sure) in spans
    ]
    empty = {"person": _NOBODY, "place": 0, "since": date.min, "until": date.min, "is_sure": True}
    table = words([empty, *rows], **_KINDS)
    keys = words([{"place": place, "at_least": least, "own_0": 7} for place, least in enumerate(at_least)])
    found: list[dict[str, int]] = told(gather_years(table.filter(table.person != _NOBODY), keys, masks))
    return found


def _read(people: Sequence[Sequence[Served]], at_least: Sequence[int] = _EVER) -> list[list[Verdict]]:
    """Return for each person and each number of years whether all of the periods come to it."""
    spans = (
        (person, place, period)
        for person, periods in enumerate(people)
        for period in periods
        for place in range(len(at_least))
    )
    masks = {_WORD: {place: 1 << place for place in range(len(at_least))}}
    rows: dict[int, dict[str, int]] = {person: {} for person in range(len(people))}
    rows |= {row["person"]: row for row in _gathered(spans, at_least, masks)}
    return [[_told_of(place, rows[person]) for place in range(len(at_least))] for person in range(len(people))]


def _told_of(place: int, row: Mapping[str, int]) -> Verdict:
    sure, possible = (bool(row.get(f"{how}_{_WORD}", 0) >> place & 1) for how in ("sure", "possible"))
    return between(sure, possible)


def _by_hand(at_least: int, periods: Sequence[Served]) -> Verdict:
    spans = [(Span(start=since, end=until), is_sure) for since, until, is_sure in periods]
    surely = length(span for span, is_sure in spans if is_sure).years >= at_least
    return between(surely, length(span for span, _ in spans).years >= at_least)


def _day(written: str) -> date:
    return date.fromisoformat(written)


def _days(count: int) -> timedelta:
    return timedelta(days=count)


_FIRST_DAYS: Final = [
    date(2019, 1, 1), date(2019, 3, 1), date(2019, 4, 1), date(2019, 12, 31), date(2020, 1, 1), date(2020, 2, 28),
    date(2020, 2, 29), date(2020, 3, 1), date(2023, 2, 28), date(2023, 3, 2), date(2024, 2, 29), date(2099, 3, 1),
]  # fmt: skip
_FEW: Final = st.integers(-2, 2)
_YEARS: Final = st.sampled_from(_EVER)
_LENGTHS: Final = st.one_of(
    st.builds(lambda years, off: 365 * years + off, _YEARS, _FEW),
    st.builds(lambda years, off: 366 * years + off, _YEARS, _FEW),
    st.sampled_from((1, 2, 30, 59, 182, 183, 184, 306)),
)


@st.composite
def _periods(draw: st.DrawFn) -> list[Served]:
    """Generate periods each of which follows, touches, overlaps, holds or repeats one before it; in any order."""
    found: list[Served] = []
    for _ in range(draw(st.integers(1, 5))):
        since = draw(st.sampled_from(_FIRST_DAYS))
        until = since + _days(draw(_LENGTHS) - 1)
        if found:
            first, last, _is_sure = draw(st.sampled_from(found))
            since, until = draw(
                st.sampled_from(
                    (
                        (since, until),
                        (first, last),
                        (first, max(first, last - _days(1))),
                        (min(first + _days(1), last), last),
                        (last, last + (until - since)),
                        *((last + _days(gap), last + _days(gap) + (until - since)) for gap in (1, 2, 3)),
                        (last + _days(1), last_day_of_years(last + _days(1), draw(_YEARS))),
                    )
                )
            )
        found.append((since, until, draw(st.booleans() | st.just(True))))
    return list(draw(st.permutations(found)))


@settings(max_examples=4, phases=AS_DRAWN)
@given(st.lists(_periods(), min_size=60, max_size=90))
def test_they_are_the_union_of_the_periods(people: list[list[Served]]) -> None:
    assert _read(people) == [[_by_hand(least, periods) for least in _EVER] for periods in people]


_CASES: Final = [
    (["2019-04-01 2022-03-31"], 3, True),
    (["2019-04-01 2022-03-30"], 3, False),
    (["2020-02-29 2021-02-28"], 1, True),
    (["2020-02-29 2022-02-28"], 2, True),
    (["2020-02-29 2022-02-27"], 2, False),
    (["2019-03-01 2021-02-28"], 2, True),
    (["2019-03-01 2021-02-27"], 2, False),
    (["2020-01-01 2020-06-30", "2020-07-01 2020-12-31"], 1, True),
    (["2020-01-01 2020-06-30", "2020-07-03 2020-12-31"], 1, False),
    (["2020-01-01 2020-12-31", "2020-01-01 2020-12-31"], 2, False),
    (["2019-01-01 2021-12-31", "2020-02-01 2020-03-31"], 4, False),
    (["2019-01-01 2019-12-30", "2021-01-01 2021-01-01"], 1, True),
    (["2019-01-01 2019-12-29", "2021-01-01 2021-01-01"], 1, False),
    (["2020-06-01 2020-06-01"], 1, False),
    (["1999-06-01 2000-05-30"], 1, True),
    (["1999-06-01 2000-05-29"], 1, False),
    (["2019-03-01 2020-02-29", "2021-01-01 2021-12-31"], 2, True),
    (["2019-03-01 2020-02-29", "2021-01-01 2021-12-30"], 2, False),
    (["2019-03-01 2020-02-29", "2020-03-02 2021-02-28"], 2, False),
    (["2019-03-01 2023-02-28"], 4, True),
    (["2019-01-01 2021-12-31", "2020-02-01 2020-03-31"], 3, True),
    (["2019-01-01 2021-12-30", "2020-02-01 2020-03-31"], 3, False),
    (["2021-01-01 2021-07-02", "2022-01-01 2022-07-02"], 1, True),
    (["2021-01-01 2021-07-01", "2022-01-01 2022-07-02"], 1, True),
    (["2021-01-01 2021-07-01", "2022-01-01 2022-07-01"], 1, False),
    (["2021-01-01 2021-12-31", "2023-01-01 2023-12-31"], 2, True),
    (["2021-01-01 2021-12-31", "2023-01-01 2023-12-30"], 2, False),
    (
        ["2019-03-01 2019-12-31", "2020-01-01 2020-12-31", "2021-01-01 2021-12-31", "2022-01-01 2023-02-27"],
        4,
        False,
    ),
    (
        ["2019-03-01 2019-12-31", "2020-01-01 2020-06-30", "2020-07-01 2021-12-31", "2022-01-01 2023-02-27"],
        4,
        False,
    ),
]


@pytest.fixture(scope="module")
def told_of_cases() -> list[list[Verdict]]:
    """Read the cases at once: what takes time is to ask."""
    spans = [[period.split() for period in periods] for periods, _, _ in _CASES]
    return _read([[(_day(since), _day(until), True) for since, until in each] for each in spans])


@pytest.mark.parametrize("case", range(len(_CASES)), ids=[f"{least} of {periods}" for periods, least, _ in _CASES])
def test_a_day_more_or_less_decides(case: int, told_of_cases: list[list[Verdict]]) -> None:
    _, at_least, is_served = _CASES[case]
    assert told_of_cases[case][_EVER.index(at_least)] is (MET if is_served else NOT_MET)


def test_what_perhaps_counts_makes_it_unknown_and_what_surely_does_is_enough() -> None:
    long, short = (_day("2020-01-01"), _day("2021-12-31")), (_day("2022-01-01"), _day("2022-12-31"))
    people = [[(*long, True), (*short, False)], [(*long, False), (*short, True)], [(*long, False)]]
    assert _read(people, (2, 3)) == [[MET, UNKNOWN], [UNKNOWN, UNKNOWN], [UNKNOWN, NOT_MET]]


def test_where_some_days_alone_perhaps_count_both_readings_are_told_apart() -> None:
    sure = (_day("2019-03-01"), _day("2020-02-29"), True)
    people = [[sure, (_day("2020-03-01"), _day("2021-02-28"), is_sure)] for is_sure in (True, False)]
    people += [[sure, (_day("2020-03-01"), _day("2021-02-27"), is_sure)] for is_sure in (True, False)]
    assert _read(people, (1, 2)) == [[MET, MET], [MET, UNKNOWN], [MET, NOT_MET], [MET, NOT_MET]]


_TWICE: Final = (
    ("2019-01-01", "2019-12-30"),
    ("2019-01-01", "2019-12-31"),
    ("2019-01-01", "2020-12-30"),
    ("2019-03-01", "2020-02-28"),
    ("2019-03-01", "2020-02-29"),
    ("2020-01-01", "2020-12-31"),
)
_BESIDE: Final = (("2015-03-01", "2016-02-29"), ("2018-01-01", "2018-12-31"), ("2021-01-01", "2021-12-30"))


@pytest.mark.parametrize("is_sure", [(True, True), (True, False), (True, False, False), (True, True, False)])
def test_a_period_that_stands_twice_counts_once_in_whichever_order(is_sure: tuple[bool, ...]) -> None:
    people: list[list[Served]] = []
    once: list[list[Served]] = []
    for (since, until), beside, order in product(_TWICE, _BESIDE, permutations(is_sure)):
        other = (_day(beside[0]), _day(beside[1]), True)
        people.append([*((_day(since), _day(until), each) for each in order), other])
        once.append([(_day(since), _day(until), True), other])
    assert _read(people) == [[_by_hand(least, periods) for least in _EVER] for periods in once]


def test_what_stands_between_and_only_perhaps_counts_does_not_join_what_surely_does() -> None:
    first, last = (_day("2019-03-01"), _day("2020-02-29"), True), (_day("2021-01-01"), _day("2021-12-30"), True)
    between_them = (_day("2020-03-01"), _day("2020-12-31"), False)
    assert _read([[first, between_them, last], [first, last]], (1, 2)) == [[MET, UNKNOWN], [MET, NOT_MET]]


def test_a_period_that_stands_twice_and_only_perhaps_counts_is_perhaps_served_once() -> None:
    period, further = (_day("2019-01-01"), _day("2019-12-31")), (_day("2021-01-01"), _day("2021-12-31"))
    people = [[(*period, False), (*period, False)], [(*period, False), (*further, True), (*period, False)]]
    assert _read(people, (1, 2, 3)) == [[UNKNOWN, NOT_MET, NOT_MET], [MET, UNKNOWN, NOT_MET]]


def test_the_years_of_one_place_are_not_those_of_another() -> None:
    long, short = ((_day("2021-01-01"), _day(until), True) for until in ("2022-12-31", "2021-12-31"))
    unsure = (*short[:2], False)
    spans = [(7, 0, unsure), (7, 1, short), (8, 0, long), (8, 1, long), (9, 1, short), (9, 2, short)]
    masks = {_WORD: {place: 1 << place for place in range(3)}}
    assert _gathered(spans, (1, 2, 1), masks) == [
        {"person": 7, "sure_block_3": 0b000, "possible_block_3": 0b001},
        {"person": 8, "sure_block_3": 0b011, "possible_block_3": 0b011},
        {"person": 9, "sure_block_3": 0b100, "possible_block_3": 0b100},
    ]


def test_each_word_has_the_bits_that_stand_for_a_place_in_it() -> None:
    year = (_day("2021-01-01"), _day("2021-12-31"))
    long = (_day("2018-01-01"), _day("2021-12-31"))
    masks = {"low": {0: 0b101, 1: 0b010}, "high": {0: 1 << BITS - 1, 2: 0b1}, "other": {2: 0b11}}
    spans = [(4, 0, (*long, True)), (4, 1, (*year, False)), (5, 1, (*year, True)), (5, 2, (*year, True))]
    top = 1 << BITS - 1
    nothing = {f"{how}_{name}": 0 for how in ("sure", "possible") for name in masks}
    assert _gathered(spans, (3, 1, 2), masks) == [
        nothing | {"person": 4, "sure_low": 0b101, "possible_low": 0b111, "sure_high": top, "possible_high": top},
        nothing | {"person": 5, "sure_low": 0b010, "possible_low": 0b010},
    ]


def test_where_nobody_served_nobody_has_a_row() -> None:
    assert _gathered([], (1,), {_WORD: {0: 1}}) == []
    assert _read([[(_day("2021-01-01"), _day("2021-12-30"), True)]], (1,)) == [[NOT_MET]]


def test_a_word_has_64_bits_however_low_those_are_that_stand_in_it() -> None:
    span: dict[str, Any] = {"person": 1, "place": 0, "since": _day("2021-01-01"), "until": _day("2021-12-31")}
    keys = words([{"place": 0, "at_least": 1}])
    found = gather_years(words([span | {"is_sure": True}], **_KINDS), keys, {_WORD: {0: 1 << 20}})
    assert told(found.select(moved=found[f"sure_{_WORD}"] * (1 << 14))) == [{"moved": 1 << 34}]
