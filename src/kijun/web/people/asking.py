"""What may be asked of a record: as of which day, by what was on record when, and in which edition?

Two questions of time, and both have an answer. As of a day: what today's record says of that day. By what was on record on a
day: the record as it stood at the end of that day, so that what was entered or corrected later is left out. Which editions there
are to choose from, and what is then shown, is decided by the slice that asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kijun.framework.edition import Edition
from kijun.web.library.templatetags.kijun import day as said_day
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.days import DayField, end_of
from kijun.web.people.models import Record
from kijun.web.people.queries import number_at


class AskingForm(forms.Form):
    """The two days and the edition; what is left empty is today, today's record, and of each category the newest edition.

    `record` None: it is asked of several, and by today's records. `number` is the revision that answers.
    """

    on = DayField(required=False, label=gettext_lazy("As of"))
    recorded = DayField(required=False, label=gettext_lazy("By the record of"))
    edition = forms.ChoiceField(required=False, label=gettext_lazy("Edition"))

    def __init__(self, data: Mapping[str, Any], *, record: Record | None, editions: Iterable[Edition]) -> None:
        super().__init__(data, auto_id="asked_%s")
        self.record = record
        self.number = record.number if record is not None else 0
        choice = self.fields["edition"]
        assert isinstance(choice, forms.ChoiceField), "the edition is a choice"
        choice.choices = [("", _("of each category the newest")), *((each.id, said(each.name)) for each in editions)]

    def clean_recorded(self) -> date | None:
        """Return the day, None for today's record."""
        asked: date | None = self.cleaned_data["recorded"]
        if asked is None or asked == timezone.localdate():
            return None
        if asked > timezone.localdate():
            raise forms.ValidationError(
                _("%(day)s has not come yet: nobody knows what will be on record. Choose a day up to today.")
                % {"day": said_day(asked)}
            )
        if self.record is not None:
            self.number = number_on(asked, self.record)
        return asked


def number_on(asked: date, record: Record) -> int:
    """Return the revision that a record had at the end of a day. Raises ValidationError where there was no record yet."""
    number = number_at(record, end_of(asked))
    if number == 0:
        told = {"day": said_day(asked), "opened": said_day(record.opened_at)}
        raise forms.ValidationError(
            _("On %(day)s there was no record yet. It was opened on %(opened)s: choose that day or a later one.") % told
        )
    return number


def moment_of(recorded_on: date | None) -> datetime | None:
    """Return the moment whose record is asked for: the end of a day; None for today's record."""
    return end_of(recorded_on) if recorded_on is not None else None


def asked_again(on: date, recorded_on: date | None, edition: str | None, *, today: date) -> dict[str, str | None]:
    """Return what was asked as a form gives it: what is as usual is None."""
    return {
        "edition": edition,
        "on": None if on == today else on.isoformat(),
        "recorded": recorded_on.isoformat() if recorded_on else None,
    }


def query_of(given: Mapping[str, str | None]) -> str:
    """Return what is given as the query of an address, "" where all is as usual."""
    held = {name: value for name, value in given.items() if value}
    return f"?{urlencode(held, safe='/')}" if held else ""
