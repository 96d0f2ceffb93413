"""What does somebody ask of skills: in which edition, as of which day, and by what was on record when?

The same questions, by the same names in the address, as a judgement asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from kijun.framework.edition import Edition
from kijun.web.library.queries import current_editions, editions, find_edition
from kijun.web.people.asking import AskingForm, asked_again, moment_of, query_of
from kijun.web.people.models import Record


class QuestionForm(AskingForm):
    """What is asked of skills, in any edition that has skill items."""

    def __init__(self, data: Mapping[str, Any], *, record: Record | None = None) -> None:
        super().__init__(data, record=record, editions=[each for each in editions() if each.skills])
        self.fields["on"].label = _("As of which day")
        self.fields["edition"].error_messages["invalid_choice"] = _(
            "No edition “%(value)s” with skill items is installed. Choose one of the list."
        )


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
        return moment_of(self.recorded_on)

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
        asked = asked_again(self.on, self.recorded_on, self.edition, today=self.today)
        return query_of({**besides, **asked})


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
