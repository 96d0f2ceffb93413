"""Which time zones can somebody choose from?"""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from zoneinfo import available_timezones

OFTEN: Final = (
    "Asia/Tokyo",
    "UTC",
    "Asia/Seoul",
    "Asia/Shanghai",
    "Asia/Taipei",
    "Asia/Ho_Chi_Minh",
    "Asia/Singapore",
    "Asia/Kolkata",
    "Europe/London",
    "Europe/Berlin",
    "America/New_York",
    "America/Los_Angeles",
    "Australia/Sydney",
)
_AREAS = ("Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")


@lru_cache(maxsize=1)
def zones() -> tuple[str, ...]:
    """Return the names of the time zones: those that are often wanted, then all others by name."""
    others = sorted(name for name in available_timezones() if name.startswith(_AREAS) and name not in OFTEN)
    return (*OFTEN, *others)
