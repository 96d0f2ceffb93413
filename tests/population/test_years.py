"""Are years served counted in a database as they are counted period by period?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kijun.criteria import Years
from kijun.population.alternatives import alternatives
from kijun.population.asked import AskedOfAll, Bit, bits_of
from kijun.population.places import BITS, Places
from kijun.population.years import gather_years, mask_of_years, spans_of, years_keys, years_words
from kijun.timespan import Span, length, window_start
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, between
from tests.builders import ON, conditions, rooms, years
from tests.population.by_hand import AS_DRAWN, asked_for, bits_for, stored, told, words

Served = tuple[date, date, bool]
"""The first day, the last, and whether it surely counts."""
_DATE: Final = pa.date32()
_EVER: Final = [years(least) for least in (1, 2, 3, 5)]


def _asked(*criteria: Years) -> AskedOfAll:
    bits: Places[Bit] = bits_for(*dict.fromkeys(bit for each in criteria for bit in bits_of((each.clause, each.trait))))
    return asked_for(bits, years=criteria)


def _read(asked: AskedOfAll, people: list[list[Served]], *, on: date = ON) -> list[list[Verdict]]:
    """Return for each person which of the years are served. An engagement that ended before a window has no bit of it."""
    rows = [
        {"person": person, "since": since, "until": until, **_words(asked, until, on=on, is_sure=is_sure)}
        for person, engagements in enumerate(people)
        for since, until, is_sure in engagements
    ]
    keys = words(list(years_keys(asked, on=on)), counts_from=_DATE)
    spans = spans_of(words(rows, since=_DATE, until=_DATE), keys, asked)
    found = {row.pop("person"): row for row in told(gather_years(spans, keys, asked))}
    nothing = {f"{how}_years_{word}": 0 for how in ("sure", "possible") for word in range(years_words(asked))}
    said = []
    for person in range(len(people)):
        row = nothing | found.get(person, {})
        both = [(f"_years_{place // BITS}", 1 << place % BITS) for place in range(len(asked.years))]
        said.append([between(bool(row[f"sure{at}"] & bit), bool(row[f"possible{at}"] & bit)) for at, bit in both])
    return said


def _words(asked: AskedOfAll, until: date, *, on: date, is_sure: bool) -> dict[str, int]:
    found = {f"{how}_{word}": 0 for word in range(asked.bits.words) for how in ("sure", "possible")}
    for word, bit, (clause, _) in asked.bits.placed():
        if clause.within_years is None or until >= window_start(on, clause.within_years):
            found[f"possible_{word}"] |= 1 << bit
            found[f"sure_{word}"] |= is_sure << bit
    return found


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
    assert _read(_asked(*_EVER), people) == expected


@settings(max_examples=4, phases=AS_DRAWN)
@given(_PEOPLE, st.sampled_from((ON, date(2024, 2, 29), date(2024, 2, 28), date(2028, 2, 28))))
def test_a_window_cuts_what_began_before_it(people: list[list[Served]], on: date) -> None:
    criteria = [years(least, within_years=window) for least, window in ((1, 2), (2, 2), (2, 5), (1, 5), (4, None))]
    cut = [[(since, min(until, on), sure) for since, until, sure in each if since <= on] for each in people]
    if any(cut):
        expected = [[_by_hand(each, engagements, on=on) for each in criteria] for engagements in cut]
        assert _read(_asked(*criteria), cut, on=on) == expected


def _day(written: str) -> date:
    return date.fromisoformat(written)


@pytest.mark.parametrize(
    ("periods", "at_least", "is_served"),
    [
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
    ],
)
def test_a_day_more_or_less_decides(periods: list[str], at_least: int, *, is_served: bool) -> None:
    served = [(_day(since), _day(until), True) for since, until in (period.split() for period in periods)]
    assert _read(_asked(years(at_least)), [served]) == [[MET if is_served else NOT_MET]]


def test_what_perhaps_counts_makes_it_unknown_and_what_surely_does_is_enough() -> None:
    long, short = (_day("2020-01-01"), _day("2021-12-31")), (_day("2022-01-01"), _day("2022-12-31"))
    asked = _asked(years(2), years(3))
    people = [[(*long, True), (*short, False)], [(*long, False), (*short, True)], [(*long, False)], []]
    assert _read(asked, people) == [[MET, UNKNOWN], [UNKNOWN, UNKNOWN], [UNKNOWN, NOT_MET], [NOT_MET, NOT_MET]]


def test_each_of_the_years_looks_at_its_own_engagements() -> None:
    asked = _asked(years(1, conditions()), years(1, rooms(5)))
    keys = words(list(years_keys(asked, on=ON)), counts_from=_DATE)
    (rooms_only,) = alternatives(rooms(5))
    mask = asked.bits.mask([(years(1).clause, rooms_only)])[0]
    span = {"person": 7, "since": _day("2020-01-01"), "until": _day("2020-12-31"), "sure_0": mask, "possible_0": mask}
    table = words([span], since=_DATE, until=_DATE)
    assert told(gather_years(spans_of(table, keys, asked), keys, asked)) == [
        {"person": 7, "sure_years_0": 0b10, "possible_years_0": 0b10}
    ]


def test_years_that_fill_a_word_go_on_in_the_next() -> None:
    criteria = [years(1, rooms(least)) for least in range(BITS + 2)]
    asked = _asked(*criteria)
    assert (years_words(asked), sorted(mask_of_years(asked))) == (2, [0, 1])
    year = (_day("2020-01-01"), _day("2020-12-31"), True)
    assert _read(asked, [[year]]) == [[MET] * (BITS + 2)]


def test_where_nobody_served_nobody_has_a_row() -> None:
    asked = _asked(years(1))
    keys = words(list(years_keys(asked, on=ON)), counts_from=_DATE)
    columns: dict[str, Any] = {"person": pa.int64(), "since": _DATE, "until": _DATE}
    schema = pa.schema(columns | dict.fromkeys(("sure_0", "possible_0"), pa.int64()))
    assert told(gather_years(spans_of(stored(schema.empty_table()), keys, asked), keys, asked)) == []
