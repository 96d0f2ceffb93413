"""Are years served counted in a database as they are counted period by period?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kijun.criteria import Years
from kijun.population.asked import AskedOfAll
from kijun.population.demands import Demand
from kijun.population.engagements import DAYS_IN_A_LEAP_YEAR, LookUps, gather_engagements, lengths_of, windows_of
from kijun.population.likeness import likeness_of
from kijun.population.places import BITS
from kijun.population.years import (
    counted_for,
    doubtful_engagements,
    gather_years,
    open_years,
    spans_of,
    years_keys,
    years_words,
)
from kijun.timespan import Span, length, window_start
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, between
from tests.builders import ON, conditions, rooms, years
from tests.population.by_hand import AS_DRAWN, asked_for, told, words

Served = tuple[date, date, bool]
"""The first day, the last, and whether it surely counts."""
Words = dict[str, int]
_DATE: Final = pa.date32()
_EVER: Final = [years(least) for least in (1, 2, 3, 5)]


def _words(asked: AskedOfAll, period: Served, *, on: date) -> Words:
    """Return the bits of an engagement: what it counts for, unless it ended before the window, and what it is enough for alone."""
    since, until, is_sure = period
    found = {f"{how}_{word}": 0 for how in ("sure", "possible") for word in range(asked.demands.bits.words)}
    found |= {f"{how}_of_years_{word}": 0 for how in ("sure", "possible") for word in range(years_words(asked))}
    for place, criterion in enumerate(asked.years):
        window = criterion.clause.within_years
        first = date.min if window is None else window_start(on, window)
        is_long = (until - max(since, first)).days + 1 >= criterion.at_least * DAYS_IN_A_LEAP_YEAR
        meant: list[Demand | Years] = [(criterion.clause, criterion.trait)] if until >= first else []
        meant += [criterion] if is_long else []
        of_years = {f"of_years_{place // BITS}": (until >= first) << place % BITS}
        for word, bits in (asked.demands.bits.mask(meant) | of_years).items():
            found[f"possible_{word}"] |= bits
            found[f"sure_{word}"] |= bits if is_sure else 0
    return found


def _staged(asked: AskedOfAll, people: list[list[Served]], *, on: date) -> tuple[Any, Any, LookUps]:
    """Return the engagements, what each likeness of them comes to, and look-ups that tell these apart."""
    said = [
        (person, period, _words(asked, period, on=on)) for person, periods in enumerate(people) for period in periods
    ]
    alike: list[Words] = []
    for _, _, bits in said:
        if bits not in alike:
            alike.append(bits)
    rows = [
        {"person": person, "shared_project": 0, "since": since, "until": until, "likeness_0": alike.index(bits)}
        for person, (since, until, _), bits in said
    ]
    come_to = [{"likeness_0": n, **bits} for n, bits in enumerate(alike)]
    return words(rows, since=_DATE, until=_DATE), words(come_to), _look_ups(asked, len(alike))


def _look_ups(asked: AskedOfAll, likenesses: int) -> LookUps:
    return LookUps(
        shared={},
        sizes=(),
        sure_at_most={},
        windows=windows_of(asked.demands),
        lengths=lengths_of(asked.years),
        likeness=likeness_of({"work": likenesses}),
    )


def _keys(asked: AskedOfAll, *, on: date = ON) -> Any:
    return words(list(years_keys(asked, on=on)), counts_from=_DATE)


def _spans(served: Any, alike: Any, look_ups: LookUps, doubtful: Any, asked: AskedOfAll, *, on: date = ON) -> Any:
    """Return the engagements of doubtful people, once for each of the open years that they count for."""
    counted = counted_for(doubtful_engagements(served, doubtful), alike, look_ups)
    return spans_of(counted, _keys(asked, on=on), asked)


def _read(asked: AskedOfAll, people: list[list[Served]], *, on: date = ON) -> list[list[Verdict]]:
    """Return for each person which of the years are served: by one engagement alone, or by all of them together."""
    served, alike, look_ups = _staged(asked, people, on=on)
    keys, gathered = _keys(asked, on=on), gather_engagements(served, alike, look_ups)
    spans = _spans(served, alike, look_ups, open_years(gathered, asked), asked, on=on)
    rows: dict[int, dict[str, int]] = {person: {} for person in range(len(people))}
    for row in [*told(gathered), *told(gather_years(spans, keys, asked))]:
        rows[row["person"]] |= row
    return [[_told_of(criterion, asked, row) for criterion in asked.years] for row in rows.values()]


def _told_of(criterion: Years, asked: AskedOfAll, row: dict[str, int]) -> Verdict:
    word, bit = divmod(asked.years.index(criterion), BITS)
    at = {str(its_word): mask for its_word, mask in asked.demands.mask(criterion).items()} | {f"years_{word}": 1 << bit}
    sure, possible = (
        any(row.get(f"{how}_{name}", 0) & mask for name, mask in at.items()) for how in ("sure", "possible")
    )
    return between(sure, possible)


def _by_hand(criterion: Years, engagements: list[Served], *, on: date) -> Verdict:
    window = criterion.clause.within_years
    first = date.min if window is None else window_start(on, window)
    clipped = [(Span(start=max(since, first), end=until), sure) for since, until, sure in engagements if until >= first]
    surely = length(span for span, is_sure in clipped if is_sure).years >= criterion.at_least
    return between(surely, length(span for span, _ in clipped).years >= criterion.at_least)


def _near(anchors: list[date]) -> st.SearchStrategy[date]:
    return st.builds(lambda anchor, off: anchor + timedelta(days=off), st.sampled_from(anchors), st.integers(-2, 2))


_ANCHORS = [
    date(year, month, day) for year in (2019, 2020, 2021, 2023, 2024) for month, day in ((1, 1), (3, 1), (4, 1))
]
_ENGAGEMENTS = st.builds(
    lambda one, two, is_sure: (min(one, two), max(one, two), is_sure),
    _near(_ANCHORS),
    _near(_ANCHORS) | st.just(ON),
    st.booleans() | st.just(True),
)
_PEOPLE = st.lists(st.lists(_ENGAGEMENTS, max_size=5), min_size=40, max_size=60).filter(any)
"""Many of them at once: what takes time is to ask, not how much."""


@settings(max_examples=4, phases=AS_DRAWN)
@given(_PEOPLE)
def test_they_are_the_union_of_the_periods(people: list[list[Served]]) -> None:
    expected = [[_by_hand(each, engagements, on=ON) for each in _EVER] for engagements in people]
    assert _read(asked_for(years=tuple(_EVER)), people) == expected


@settings(max_examples=4, phases=AS_DRAWN)
@given(_PEOPLE, st.sampled_from((ON, date(2024, 2, 29), date(2024, 2, 28), date(2028, 2, 28))))
def test_a_window_cuts_what_began_before_it(people: list[list[Served]], on: date) -> None:
    criteria = [years(least, within_years=window) for least, window in ((1, 2), (2, 2), (2, 5), (1, 5), (4, None))]
    cut = [[(since, min(until, on), sure) for since, until, sure in each if since <= on] for each in people]
    if any(cut):
        expected = [[_by_hand(each, engagements, on=on) for each in criteria] for engagements in cut]
        assert _read(asked_for(years=tuple(criteria)), cut, on=on) == expected


def _day(written: str) -> date:
    return date.fromisoformat(written)


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
    people = [[(_day(since), _day(until), True) for since, until in each] for each in spans]
    return _read(asked_for(years=tuple(years(least) for least in (1, 2, 3, 4))), people)


@pytest.mark.parametrize("case", range(len(_CASES)), ids=[f"{least} of {periods}" for periods, least, _ in _CASES])
def test_a_day_more_or_less_decides(case: int, told_of_cases: list[list[Verdict]]) -> None:
    _, at_least, is_served = _CASES[case]
    assert told_of_cases[case][at_least - 1] is (MET if is_served else NOT_MET)


def test_what_perhaps_counts_makes_it_unknown_and_what_surely_does_is_enough() -> None:
    long, short = (_day("2020-01-01"), _day("2021-12-31")), (_day("2022-01-01"), _day("2022-12-31"))
    asked = asked_for(years=(years(2), years(3)))
    people = [[(*long, True), (*short, False)], [(*long, False), (*short, True)], [(*long, False)], []]
    assert _read(asked, people) == [[MET, UNKNOWN], [UNKNOWN, UNKNOWN], [UNKNOWN, NOT_MET], [NOT_MET, NOT_MET]]


def test_each_of_the_years_looks_at_its_own_engagements() -> None:
    asked = asked_for(years=(years(1, conditions()), years(1, rooms(5))))
    masks = [asked.demands.mask((each.clause, each.trait))[0] for each in asked.years]
    both = {"sure_0": masks[1], "possible_0": sum(masks), "sure_of_years_0": 0b10, "possible_of_years_0": 0b11}
    engagement = {"person": 7, "since": _day("2021-01-01"), "until": _day("2021-12-31"), "likeness_0": 0}
    served = words([{**engagement, "shared_project": 0}], since=_DATE, until=_DATE)
    alike = words([{"likeness_0": 0, **both}])
    look_ups, keys = _look_ups(asked, 1), _keys(asked)
    gathered = gather_engagements(served, alike, look_ups)
    spans = _spans(served, alike, look_ups, open_years(gathered, asked), asked)
    assert told(gather_years(spans, keys, asked)) == [{"person": 7, "sure_years_0": 0b10, "possible_years_0": 0b11}]


@pytest.mark.parametrize(
    ("sure", "possible", "days", "is_open"),
    [
        ((), ("counts",), 1094, False),
        ((), ("counts",), 1095, True),
        (("counts",), ("counts",), 1094, False),
        (("counts",), ("counts",), 1095, True),
        (("counts",), ("counts", "is long"), 1095, True),
        (("counts", "is long"), ("counts", "is long"), 9999, False),
        ((), ("counts", "is long"), 9999, False),
        ((), (), 9999, False),
    ],
)
def test_years_are_open_unless_one_engagement_is_enough_or_all_together_too_few(
    sure: tuple[str, ...], possible: tuple[str, ...], days: int, *, is_open: bool
) -> None:
    asked = asked_for(years=(years(3),))
    bits = {
        "counts": asked.demands.mask((years(3).clause, years(3).trait))[0],
        "is long": asked.demands.mask(years(3))[0],
    }
    found = {how: sum(bits[each] for each in said) for how, said in (("sure_0", sure), ("possible_0", possible))}
    gathered = words([{"person": 4, **found, "days": days}])
    assert told(open_years(gathered, asked)) == ([{"person": 4, "open_0": 1}] if is_open else [])


def test_only_open_years_of_doubtful_people_are_laid_out_and_cut_at_their_windows() -> None:
    ever, lately = years(1), years(1, within_years=5)
    asked = asked_for(years=(ever, lately))
    period = (_day("2021-01-01"), _day("2021-12-31"), True)
    before = (_day("2021-01-01"), _day("2021-04-01"), False)
    served, alike, look_ups = _staged(asked, [[period], [period, before], [period]], on=ON)
    doubtful = words([{"person": 0, "open_0": 0b11}, {"person": 1, "open_0": 0b01}])
    spans = _spans(served, alike, look_ups, doubtful, asked)
    found = [(row["person"], row["place"], row["since"], row["until"], row["is_sure"]) for row in told(spans)]
    assert sorted(found) == [
        (0, 0, *period),
        (0, 1, _day("2021-04-02"), *period[1:]),
        (1, 0, *before),
        (1, 0, *period),
    ]


def test_years_that_fill_a_word_go_on_in_the_next() -> None:
    asked = asked_for(years=tuple(years(1, rooms(least)) for least in range(BITS + 2)))
    assert (years_words(asked), asked.demands.bits.words) == (2, 3)
    together, alone, neither = (
        [(_day("2021-01-01"), _day(until), True)] for until in ("2021-12-31", "2022-01-01", "2021-12-30")
    )
    assert _read(asked, [together, alone, neither]) == [[verdict] * (BITS + 2) for verdict in (MET, MET, NOT_MET)]


def test_where_nobody_served_nobody_has_a_row() -> None:
    asked = asked_for(years=(years(1),))
    served, alike, look_ups = _staged(asked, [[(ON, ON, True)]], on=ON)
    nobody, keys = served.filter(served.person < 0), _keys(asked)
    gathered = gather_engagements(nobody, alike, look_ups)
    spans = _spans(nobody, alike, look_ups, open_years(gathered, asked), asked)
    assert (told(gathered), told(gather_years(spans, keys, asked))) == ([], [])
