"""How is a day said in each language?"""

from __future__ import annotations

from datetime import date

from kijun.text import Text

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def say_day(day: date) -> Text:
    """Return a day as people write it.

    >>> say_day(date(2026, 4, 1))
    Text(ja='2026年4月1日', en='1 April 2026')
    """
    return Text(ja=f"{day.year}年{day.month}月{day.day}日", en=f"{day.day} {_MONTHS[day.month - 1]} {day.year}")


def say_month(day: date) -> Text:
    """Return the month of a day, as short as a list needs it.

    >>> say_month(date(2026, 4, 1))
    Text(ja='2026年4月', en='2026-04')
    """
    return Text(ja=f"{day.year}年{day.month}月", en=f"{day:%Y-%m}")
