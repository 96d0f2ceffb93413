"""How does somebody write a day in a form?"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kijun.day import RecordedDay, read_day
from kijun.problem.reading import FIRST_DAY, LAST_DAY


class RecordedDayField(forms.CharField):
    """A day as a record may hold it, to the day or to the month, in either width and in western or Japanese years."""

    widget = forms.TextInput(attrs={"autocomplete": "off"})
    no_day = gettext_lazy("“%(given)s” is not a day. Write it like 2026-04-01.")

    def clean(self, value: Any) -> RecordedDay | None:
        """Return the day, or None where none is given."""
        words = super().clean(value)
        if not words:
            return None
        recorded = read_day(words)
        if recorded is None:
            raise forms.ValidationError(self.no_day % {"given": words})
        if not FIRST_DAY <= recorded.earliest <= LAST_DAY:
            bounds = {"given": words, "first": FIRST_DAY.year, "last": LAST_DAY.year}
            raise forms.ValidationError(_("“%(given)s” is not between %(first)s and %(last)s.") % bounds)
        return recorded


class DayField(RecordedDayField):
    """A day that is known to the day."""

    no_day = gettext_lazy("“%(given)s” is not a day. Write it like 2026-04-01, with its day.")

    def clean(self, value: Any) -> date | None:  # type: ignore[override]  # the very day in place of what may be a month
        """Return the day, or None where none is given."""
        recorded = super().clean(value)
        if recorded is not None and not recorded.is_exact:
            raise forms.ValidationError(self.no_day % {"given": str(value).strip()})
        return recorded.earliest if recorded else None


def end_of(day: date) -> datetime:
    """Return the last moment of a day, where the viewer is."""
    return timezone.make_aware(datetime.combine(day, time.max))


def written(day: RecordedDay) -> str:
    """Return a day as a record file holds it."""
    return day.earliest.isoformat() if day.is_exact else f"{day.earliest:%Y-%m}"
