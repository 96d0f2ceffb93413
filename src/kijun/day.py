"""Which day does a person mean who writes 2021-04, 2021年4月1日 or 令和3年4月?

A month is accepted where the day is not known; what hangs on that is said by the judgement.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_WESTERN = re.compile(r"(\d{4})(?:[-/.]|年)(\d{1,2})(?:月)?(?:(?:[-/.]|(?<=月))(\d{1,2})日?)?")
_JAPANESE = re.compile(r"(昭和|平成|令和)(元|\d{1,2})年(\d{1,2})月(?:(\d{1,2})日)?")
_ERAS = {
    "昭和": (1925, date(1926, 12, 25), date(1989, 1, 7)),
    "平成": (1988, date(1989, 1, 8), date(2019, 4, 30)),
    "令和": (2018, date(2019, 5, 1), date.max),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedDay:
    """A day as somebody wrote it down: the earliest and the latest day that it can be."""

    earliest: date
    latest: date

    @property
    def is_exact(self) -> bool:
        """Whether the very day is known."""
        return self.earliest == self.latest


def exactly(day: date) -> RecordedDay:
    """Return a recorded day that is known to the day."""
    return RecordedDay(earliest=day, latest=day)


def read_day(words: str) -> RecordedDay | None:
    """Return the day that is written, or None where it is not a day.

    >>> read_day("令和3年4月") == read_day("2021-04") == read_day("２０２１年４月")
    True
    >>> read_day("2021-02-30") is None
    True
    """
    plain = unicodedata.normalize("NFKC", words).replace(" ", "")
    if found := _WESTERN.fullmatch(plain):
        year, month, day = found.groups()
        return _recorded(int(year), int(month), day)
    if found := _JAPANESE.fullmatch(plain):
        era, year, month, day = found.groups()
        offset, first, last = _ERAS[era]
        recorded = _recorded(offset + (1 if year == "元" else int(year)), int(month), day)
        return recorded if recorded and recorded.latest >= first and recorded.earliest <= last else None
    return None


def _recorded(year: int, month: int, day: str | None) -> RecordedDay | None:
    try:
        if day is not None:
            return exactly(date(year, month, int(day)))
        return RecordedDay(earliest=date(year, month, 1), latest=date(year, month, monthrange(year, month)[1]))
    except ValueError:
        return None
