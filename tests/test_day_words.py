"""Is a day said as people write it?"""

from __future__ import annotations

from datetime import date

import pytest

from kijun.day_words import say_day
from kijun.text import Text


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 1, 31), Text(ja="2026年1月31日", en="31 January 2026")),
        (date(2026, 4, 1), Text(ja="2026年4月1日", en="1 April 2026")),
        (date(2025, 12, 9), Text(ja="2025年12月9日", en="9 December 2025")),
    ],
)
def test_a_day_is_said_without_leading_zeros(day: date, said: Text) -> None:
    assert say_day(day) == said
