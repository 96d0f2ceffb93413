"""What does somebody ask of skills: in which edition, as of which day, and by what was on record when?

The same questions, by the same names in the address, as a judgement asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kijun.framework.edition import Edition
from kijun.web.library.queries import current_editions, editions, find_edition
from kijun.web.library.templatetags.kijun import day as said_day
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.models import Record
from kijun.web.people.queries import number_at
from kijun.web.skills.days import DayField, end_of


class QuestionForm(forms.Form):
    """The edition and the two days; what is left empty is of each category the newest edition, today, and today's record."""

    edition = forms.ChoiceField(required=False, label=gettext_lazy("Edition"))
    on = DayField(required=False, label=gettext_lazy("As of which day"))
    recorded = DayField(required=False, label=gettext_lazy("On record on"))

    def __init__(self, data: Mapping[str, Any], *, record: Record | None = None) -> None:
        super().__init__(data, auto_id="asked_%s")
        self.record = record
        choice = self.fields["edition"]
        assert isinstance(choice, forms.ChoiceField), "the edition is a choice"
        known = [(each.id, said(each.name)) for each in editions() if each.skills]
        choice.choices = [("", _("of each category the newest")), *known]
        choice.error_messages["invalid_choice"] = _(
            "No edition “%(value)s” with skill items is installed. Choose one of the list."
        )

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
        if self.record is not None and number_at(self.record, end_of(asked)) == 0:
            raise forms.ValidationError(
                _("On %(day)s there was no record yet. It was opened on %(opened)s: choose that day or a later one.")
                % {"day": said_day(asked), "opened": said_day(self.record.opened_at)}
            )
        return asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked. `recorded_on` None: by today's record; `edition` None: of each category the newest."""

    on: date
    recorded_on: date | None
    edition: str | None
    today: date

    @property
    def recorded(self) -> datetime | None:
        """The moment whose record is asked for, None for today's."""
        return end_of(self.recorded_on) if self.recorded_on else None

    @property
    def is_usual(self) -> bool:
        """Whether it is asked how things stand today."""
        return self.recorded_on is None and self.on == self.today and self.edition is None

    def editions(self) -> tuple[Edition, ...]:
        """Return the editions that are asked for."""
        found = find_edition(self.edition) if self.edition else None
        return (found,) if found else current_editions()

    def query(self, **besides: str | None) -> str:
        """Return it as the query of an address, "" where all is as usual."""
        held = {
            **besides,
            "edition": self.edition,
            "on": None if self.on == self.today else self.on.isoformat(),
            "recorded": self.recorded_on.isoformat() if self.recorded_on else None,
        }
        given = {name: value for name, value in held.items() if value}
        return f"?{urlencode(given, safe='/')}" if given else ""


def question_of(form: QuestionForm) -> Question:
    """Return what a form asks; what could not be read is as usual."""
    form.is_valid()
    kept, today = form.cleaned_data, timezone.localdate()
    return Question(
        on=kept.get("on") or today,
        recorded_on=kept.get("recorded"),
        edition=kept.get("edition") or None,
        today=today,
    )
