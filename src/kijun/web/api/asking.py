"""Whom is an operation about, and what is asked: as of which day, by which record, in which edition?

The same guards and the same forms answer that as for the pages.
"""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest
from pydantic import Field

from kijun.web.accounts.guards import person_for
from kijun.web.accounts.permissions import SEE_RECORD
from kijun.web.api.pages import Exactly
from kijun.web.api.wrong import invalid_form
from kijun.web.judgements.question import ASKED_BY, Question, QuestionForm, question_of
from kijun.web.people.models import Entry, Record
from kijun.web.people.queries import entry_of, record_of

MOST_LETTERS = 1_000
"""Of a reason or a note."""


class When(Exactly):
    """Two questions of time, and the edition; what is left out is today, today's record, of each category the newest."""

    on: str | None = Field(default=None, max_length=40, description="As of which day, by the record.")
    recorded: str | None = Field(
        default=None, max_length=40, description="By what was on record at the end of which day."
    )
    edition: str | None = Field(default=None, max_length=200, description="The id of an installed edition.")


class Recorded(Exactly):
    """By what was on record when; left out, today's record."""

    recorded: str | None = Field(
        default=None, max_length=40, description="By what was on record at the end of which day."
    )


class BasedOn(Exactly):
    """What somebody saw before they asked for a change."""

    based_on: int = Field(ge=0, description="The revision of the entry that was seen, as `revised` says it.")


def record_for(request: HttpRequest, person: str, permission: str = SEE_RECORD) -> Record:
    """Return the record of a person, where the one who asks may do that (404 or 403 otherwise)."""
    owner = person_for(request, person, permission)
    record = record_of(owner)
    record.owner = owner
    return record


def question_for(when: When | Recorded, record: Record) -> Question:
    """Return what is asked of a record. Raises Refused in the words of the pages."""
    given = {name: value for name in ASKED_BY if (value := getattr(when, name, None)) is not None}
    form = QuestionForm(given, record=record)
    if not form.is_valid():
        raise invalid_form(form)
    return question_of(form)


def entry_for(record: Record, key: str) -> Entry:
    """Return an entry of a record. Raises Http404."""
    found = entry_of(record, key)
    if found is None:
        raise Http404
    found.record = record
    return found


def iso(day: date | None) -> str | None:
    """Return a day or a moment as it is written everywhere."""
    return day.isoformat() if day else None
