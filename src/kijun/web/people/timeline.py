"""Where does an engagement stand on the timeline: to scale, overlaps visible, running ones open-ended?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kijun.day import RecordedDay, read_day
from kijun.web.accounts.models import User
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.describe import say_period, title_of
from kijun.web.people.models import Entry
from kijun.web.people.vocabulary import name_of

_MOST_YEARS = 12
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_LEAST = 0.6
"""Percent: what is shorter is still seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A line of the scale; `x` is in percent, as text with a point."""

    label: str
    x: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One engagement; `kind` is empty, or failed."""

    title: str
    url: str
    note: str
    when: str
    x: str
    width: str
    kind: str
    is_running: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The engagements over time, newest first, and what they come to in words."""

    finding: str
    years: tuple[Year, ...]
    today: str
    rows: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Served:
    entry: Entry
    start: date
    end: date | None


def timeline_of(owner: User, entries: Sequence[Entry], *, today: date, is_editor: bool) -> Timeline | None:
    """Return the timeline of the engagements whose first day can be read; None where there is none.

    Each leads to its form, for whoever may only read to its place on the page.
    """
    served = [each for entry in entries if (each := _served(entry)) is not None]
    if not served:
        return None
    first = date(min(each.start for each in served).year, 1, 1)
    last = max(today, *(each.end or each.start for each in served))
    days = max((last - first).days, 1)

    def at(day: date) -> float:
        return 100 * (day - first).days / days

    rows = []
    for each in served:
        x, end = at(each.start), at(each.end or max(today, each.start))
        own = {"person": owner.key, "key": each.entry.key}
        rows.append(
            Bar(
                title=title_of("engagements", each.entry.body),
                url=reverse("people:engagement", kwargs=own) if is_editor else f"#{each.entry.key}",
                note=said(name_of("role", each.entry.body.get("role", ""))),
                when=say_period(each.entry.body),
                x=_percent(min(x, 100 - _LEAST)),
                width=_percent(max(end - x, _LEAST)),
                kind="failed" if each.entry.body.get("outcome") == "failed" else "",
                is_running=each.end is None and each.start <= today,
            )
        )
    years = tuple(Year(label=str(year), x=_percent(at(date(year, 1, 1)))) for year in _years(first.year, last.year))
    return Timeline(finding=_finding(served), years=years, today=_percent(at(today)), rows=tuple(rows))


def in_time(entries: Sequence[Entry]) -> list[Entry]:
    """Return engagements by their first day, the newest first; those without one come first of all."""
    return sorted(entries, key=lambda entry: (_day(entry, "from") or _LATEST).earliest, reverse=True)


_LATEST = RecordedDay(earliest=date.max, latest=date.max)


def _day(entry: Entry, key: str) -> RecordedDay | None:
    return read_day(str(entry.body.get(key, "")))


def _served(entry: Entry) -> _Served | None:
    start, end = _day(entry, "from"), _day(entry, "until")
    if start is None or (end is not None and end.latest < start.earliest):
        return None
    return _Served(entry=entry, start=start.earliest, end=end.latest if end else None)


def _years(first: int, last: int) -> list[int]:
    step = next(each for each in _STEPS if (last - first) / each <= _MOST_YEARS or each == _STEPS[-1])
    return [year for year in range(first, last + 1) if (year - first) % step == 0]


def _percent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _finding(served: Sequence[_Served]) -> str:
    count, running = len(served), sum(each.end is None for each in served)
    found = ngettext("%(count)s engagement", "%(count)s engagements", count) % {"count": count}
    if not running:
        return found
    more = ngettext("%(count)s still running", "%(count)s still running", running)
    return _("%(found)s, %(more)s") % {"found": found, "more": more % {"count": running}}
