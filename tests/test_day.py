"""Is the day understood that somebody wrote, in every way that people write it?"""

from __future__ import annotations

from datetime import date

import pytest

from kijun.day import RecordedDay, exactly, read_day

FIRST_OF_APRIL = exactly(date(2021, 4, 1))
APRIL = RecordedDay(earliest=date(2021, 4, 1), latest=date(2021, 4, 30))


@pytest.mark.parametrize(
    "words",
    [
        *("2021-04-01", "2021-4-1", "2021/04/01", "2021.4.1", "2021年4月1日", "2021年04月01日"),
        *("令和3年4月1日", "令和３年４月１日", "㋿3年4月1日", "２０２１－０４－０１", " 2021 年 4 月 1 日 "),
    ],
)
def test_a_day_is_read_however_it_is_written(words: str) -> None:
    assert read_day(words) == FIRST_OF_APRIL


@pytest.mark.parametrize("words", ["2021-04", "2021/4", "2021.04", "2021年4月", "２０２１年４月", "令和3年4月"])
def test_a_month_is_read_as_all_its_days(words: str) -> None:
    assert read_day(words) == APRIL


def test_february_ends_on_the_29th_in_a_leap_year_only() -> None:
    leap, plain = read_day("2020-02"), read_day("2021-02")
    assert leap is not None
    assert plain is not None
    assert (leap.latest, plain.latest) == (date(2020, 2, 29), date(2021, 2, 28))


def test_only_a_day_is_exact() -> None:
    assert FIRST_OF_APRIL.is_exact
    assert not APRIL.is_exact


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("昭和元年12月25日", date(1926, 12, 25)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("平成元年1月8日", date(1989, 1, 8)),
        ("平成1年1月8日", date(1989, 1, 8)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("令和元年5月1日", date(2019, 5, 1)),
    ],
)
def test_an_era_begins_and_ends_on_its_days(words: str, meant: date) -> None:
    assert read_day(words) == exactly(meant)


@pytest.mark.parametrize(
    "words",
    [
        *("昭和元年12月24日", "昭和64年1月8日", "平成元年1月7日", "平成31年5月1日", "令和元年4月30日"),
        *("平成31年5月", "令和元年4月", "令和0年4月", "大正3年4月1日"),
    ],
)
def test_a_day_outside_its_era_is_no_day(words: str) -> None:
    assert read_day(words) is None


def test_the_month_in_which_the_era_changes_is_a_month_of_both_eras() -> None:
    assert read_day("昭和64年1月") == read_day("平成元年1月") == read_day("1989-01")


@pytest.mark.parametrize(
    "words",
    [
        *("", "soon", "2021", "2021-13", "2021-00", "2021-04-31", "2021-02-29", "21-04-01", "2021-04-01-01"),
        *("令和3年", "0000-01-01", "令和3年13月", "20210401", "令和3年4月31日"),
    ],
)
def test_what_is_no_day_is_not_guessed_at(words: str) -> None:
    assert read_day(words) is None
