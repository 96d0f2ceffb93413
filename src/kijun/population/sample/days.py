"""Which days do people write down, and how exactly?

Days are numbers since 1970, so that whole columns are worked out at once.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np

from kijun.population.sample.pools import Integers
from kijun.population.sample.rows import Flags

YEAR: Final = 365.25


def day_number(day: date) -> int:
    """Return the number of a day."""
    return int(np.datetime64(day, "D").astype(np.int64))


def first_of_month(days: Integers) -> Integers:
    """Return the first days of the months of some days."""
    return days.astype("datetime64[D]").astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def last_of_month(days: Integers) -> Integers:
    """Return the last days of the months of some days."""
    following = days.astype("datetime64[D]").astype("datetime64[M]") + np.timedelta64(1, "M")
    return following.astype("datetime64[D]").astype(np.int64) - 1


def first_of_april(years: Integers) -> Integers:
    """Return the days on which the business years of some years begin."""
    months = (years - 1970) * 12 + 3
    return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def as_months(days: Integers, is_month: Flags) -> Integers:
    """Return days as they are recorded: of a month that is known without the day, the first."""
    return np.where(is_month, first_of_month(days), days)
