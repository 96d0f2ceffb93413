"""What does somebody ask of a judgement: as of which day, by which record, in which edition?

Two questions of time, and both have an answer. As of a day: what today's record says of that day. By what was on record on a
day: the record as it stood at the end of that day, so that what was entered or corrected later is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kijun.web.judgements.queries import Asked
from kijun.web.library.queries import editions
from kijun.web.library.templatetags.kijun import day as said_day
from kijun.web.people.asking import AskingForm, asked_again, moment_of, number_on, query_of
from kijun.web.people.days import DayField
from kijun.web.people.models import Record

ASKED_BY: Final = ("on", "recorded", "edition")
"""The names of what an address can ask."""
_FISCAL_YEAR_STARTS: Final = 4


class QuestionForm(AskingForm):
    """What is asked of a judgement, in any edition that is installed."""

    def __init__(self, data: Mapping[str, Any], *, record: Record) -> None:
        super().__init__(data, record=record, editions=editions())
        names = ", ".join(each.id for each in editions())
        self.fields["edition"].error_messages["invalid_choice"] = _(
            "The edition “%(value)s” is not installed here. Installed: %(names)s."
        ).replace("%(names)s", names)


class SinceForm(forms.Form):
    """Since which day; empty: since the last visit."""

    since = DayField(
        required=False,
        label=gettext_lazy("Since the end of"),
        help_text=gettext_lazy("Empty: since your last visit."),
    )

    def __init__(self, data: Mapping[str, Any], *, record: Record) -> None:
        super().__init__(data, auto_id="asked_%s")
        self.record = record
        self.number = record.number

    def clean_since(self) -> date | None:
        """Return the day, on which there has to have been a record."""
        asked: date | None = self.cleaned_data["since"]
        if asked is not None and asked >= timezone.localdate():
            raise forms.ValidationError(_("Choose a day before today: what changed is told up to today."))
        if asked is not None:
            self.number = number_on(asked, self.record)
        return asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What was asked, read: `number` is the revision of the record that answers it; `query` asks it again in an address."""

    asked: Asked
    recorded_on: date | None
    number: int
    today: date

    @property
    def is_usual(self) -> bool:
        """Whether it is asked how things stand today."""
        return self.recorded_on is None and self.asked.on == self.today and self.asked.edition is None

    def given(self) -> dict[str, str | None]:
        """Return it as a form gives it: what is as usual is None."""
        return asked_again(self.asked.on, self.recorded_on, self.asked.edition, today=self.today)

    def query(self, **changes: str | None) -> str:
        """Return it as the query of an address, "" where all is as usual."""
        return query_of(self.given() | changes)


def usual_question(record: Record) -> Question:
    """Return the question how things stand today, by today's record, in the newest editions."""
    today = timezone.localdate()
    return Question(asked=Asked(on=today), recorded_on=None, number=record.number, today=today)


def question_of(form: QuestionForm) -> Question:
    """Return what a valid form asks."""
    kept = form.cleaned_data
    today, recorded_on = timezone.localdate(), kept["recorded"]
    return Question(
        asked=Asked(on=kept["on"] or today, recorded=moment_of(recorded_on), edition=kept["edition"] or None),
        recorded_on=recorded_on,
        number=form.number,
        today=today,
    )


def choices(question: Question, *, opened: date) -> list[dict[str, Any]]:
    """Return the days that are asked for most, for each of the two questions: what they are called, and the address.

    What was on record is asked only of days since the record was opened.
    """
    today = question.today
    start = fiscal_year_of(today)
    days = [
        (_("Today"), None),
        (
            _("End of last fiscal year (%(day)s)") % {"day": said_day(start - timedelta(days=1))},
            start - timedelta(days=1),
        ),
        (_("Start of this fiscal year (%(day)s)") % {"day": said_day(start)}, start),
        (_("A year ago (%(day)s)") % {"day": said_day(a_year_before(today))}, a_year_before(today)),
    ]
    chosen = {"on": None if question.asked.on == today else question.asked.on, "recorded": question.recorded_on}
    labels = {"on": _("As of"), "recorded": _("By the record of")}
    return [
        {
            "label": labels[name],
            "days": [
                {
                    "label": label,
                    "url": question.query(**{name: each.isoformat() if each else None}) or "?",
                    "is_current": chosen[name] == each,
                }
                for label, each in days
                if name == "on" or each is None or each >= opened
            ],
        }
        for name in ("on", "recorded")
    ]


def fiscal_year_of(today: date) -> date:
    """Return the first day of the fiscal year, which starts in April.

    >>> fiscal_year_of(date(2026, 3, 31)), fiscal_year_of(date(2026, 4, 1))
    (datetime.date(2025, 4, 1), datetime.date(2026, 4, 1))
    """
    return date(today.year if today.month >= _FISCAL_YEAR_STARTS else today.year - 1, _FISCAL_YEAR_STARTS, 1)


def a_year_before(today: date) -> date:
    """Return the same day of the year before; before 29 February it is the 28th.

    >>> a_year_before(date(2024, 2, 29))
    datetime.date(2023, 2, 28)
    """
    is_leap_day = (today.month, today.day) == (2, 29)
    return today.replace(year=today.year - 1, day=28 if is_leap_day else today.day)
