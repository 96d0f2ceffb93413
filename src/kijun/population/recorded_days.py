"""How does a recorded day stand in two columns: a day, and whether only the month is known?

A month stands as its first day, or as its last where something ends with it, so both ways it comes back as it was.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from kijun.day import RecordedDay, exactly


def day_columns(day: RecordedDay | None, *, is_end: bool = False) -> tuple[date | None, bool]:
    """Return the day that stands for a recorded one, and whether only its month is known."""
    if day is None:
        return None, False
    return day.latest if is_end else day.earliest, not day.is_exact


def recorded_day(day: date, *, is_month: bool) -> RecordedDay:
    """Return the recorded day that the columns stand for.

    >>> recorded_day(date(2024, 2, 29), is_month=True) == recorded_day(date(2024, 2, 1), is_month=True)
    True
    """
    if not is_month:
        return exactly(day)
    last = monthrange(day.year, day.month)[1]
    return RecordedDay(earliest=day.replace(day=1), latest=day.replace(day=last))
