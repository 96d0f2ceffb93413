"""Is a day understood however it is written?"""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.utils import translation

from kijun.day import read_day
from kijun.web.people.days import DayField, RecordedDayField, written


@pytest.mark.parametrize("words", ["2026-04-01", "２０２６年４月１日", "令和8年4月1日", " 2026/4/1 "])
def test_a_day_is_read_in_either_width_and_calendar(words: str) -> None:
    assert DayField().clean(words) == date(2026, 4, 1)


def test_nothing_is_no_day_where_none_is_needed() -> None:
    assert DayField(required=False).clean("") is None
    assert RecordedDayField(required=False).clean("") is None


def test_a_question_asks_for_the_very_day() -> None:
    with translation.override("en"), pytest.raises(forms.ValidationError, match="with its day"):
        DayField().clean("2026-04")


@pytest.mark.parametrize(("words", "kept"), [("2026-04", "2026-04"), ("令和8年4月1日", "2026-04-01")])
def test_a_day_is_kept_as_a_record_writes_it(words: str, kept: str) -> None:
    recorded = read_day(words)
    assert recorded is not None
    assert written(recorded) == kept
