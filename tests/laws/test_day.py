"""Which laws does reading a day keep?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kijun.day import RecordedDay, exactly, read_day
from tests.strategies import DAY, days

_FULL_WIDTH = str.maketrans("0123456789-/.", "０１２３４５６７８９－／．")
_SPELLINGS: dict[str, Callable[[date], str]] = {
    "2021-04-01": lambda day: day.isoformat(),
    "2021/4/1": lambda day: f"{day.year}/{day.month}/{day.day}",
    "2021.4.1": lambda day: f"{day.year}.{day.month}.{day.day}",
    "2021年4月1日": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "2021年 4月 1日": lambda day: f"{day.year}年 {day.month}月 {day.day}日",
}
_MONTHS: dict[str, Callable[[date], str]] = {
    "2021-04": lambda day: f"{day.year}-{day.month:02}",
    "2021/4": lambda day: f"{day.year}/{day.month}",
    "2021年4月": lambda day: f"{day.year}年{day.month}月",
}
_ERAS = (("昭和", 1925, date(1926, 12, 25), date(1989, 1, 7)), ("平成", 1988, date(1989, 1, 8), date(2019, 4, 30)))


@pytest.mark.parametrize("spelling", _SPELLINGS)
@given(days())
def test_a_day_reads_the_same_however_it_is_spelt_and_in_either_width(spelling: str, day: date) -> None:
    words = _SPELLINGS[spelling](day)
    assert read_day(words) == read_day(words.translate(_FULL_WIDTH)) == exactly(day)


@pytest.mark.parametrize("spelling", _MONTHS)
@given(days())
def test_a_month_is_all_of_its_days_and_no_other(spelling: str, day: date) -> None:
    words = _MONTHS[spelling](day)
    recorded = read_day(words)
    assert recorded == read_day(words.translate(_FULL_WIDTH))
    assert recorded is not None
    assert recorded.earliest <= day <= recorded.latest
    assert {recorded.earliest.month, recorded.latest.month} == {day.month}
    assert (recorded.earliest - DAY).month != day.month != (recorded.latest + DAY).month
    assert not recorded.is_exact


@given(st.dates(date(1926, 12, 25), date(2060, 12, 31)))
def test_a_day_reads_the_same_in_the_japanese_calendar(day: date) -> None:
    era, offset = _era_of(day)
    year = "元" if day.year - offset == 1 else str(day.year - offset)
    assert read_day(f"{era}{year}年{day.month}月{day.day}日") == exactly(day)
    assert read_day(f"{era}{day.year - offset}年{day.month}月{day.day}日") == exactly(day)
    assert read_day(f"{era}{year}年{day.month}月") == read_day(f"{day.year}-{day.month}")


@pytest.mark.parametrize(("era", "offset", "first", "last"), _ERAS)
def test_an_era_has_no_day_before_its_first_or_after_its_last(era: str, offset: int, first: date, last: date) -> None:
    for day, is_within in ((first - DAY, False), (first, True), (last, True), (last + DAY, False)):
        found = read_day(f"{era}{day.year - offset}年{day.month}月{day.day}日")
        assert found == (exactly(day) if is_within else None)


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_day_that_the_calendar_does_not_have_is_none(year: int, month: int, day: int) -> None:
    try:
        expected = exactly(date(year, month, day))
    except ValueError:
        assert read_day(f"{year:04}-{month}-{day}") is None
    else:
        assert read_day(f"{year:04}-{month}-{day}") == expected


@given(st.text(max_size=14) | st.text(alphabet="0123456789-/.年月日元昭和平成令 ", max_size=14))
def test_any_words_are_a_day_a_month_or_none(words: str) -> None:
    recorded = read_day(words)
    assert recorded is None or _is_a_day_or_a_month(recorded)


def _is_a_day_or_a_month(recorded: RecordedDay) -> bool:
    first, last = recorded.earliest, recorded.latest
    is_month = first.day == 1 and first.month == last.month and (last == date.max or (last + DAY).day == 1)
    return recorded.is_exact or is_month


def _era_of(day: date) -> tuple[str, int]:
    return next(((era, offset) for era, offset, _, last in _ERAS if day <= last), ("令和", 2018))
