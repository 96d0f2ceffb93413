"""Who looks at whose plans, as of which day, by which record?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kijun.evidence import Person
from kijun.web.accounts.guards import person_for, viewer_of
from kijun.web.accounts.models import User
from kijun.web.accounts.permissions import KEEP_PLAN, SEE_RECORD, may
from kijun.web.judgements.queries import Asked
from kijun.web.judgements.question import Question, QuestionForm, question_of
from kijun.web.people.models import Record
from kijun.web.people.queries import read_record, record_of

UNPROCESSABLE = 422
CONFLICT = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Somebody at the plans of a person, and what they ask; `question` None where that cannot be asked."""

    request: HttpRequest
    viewer: User
    owner: User
    record: Record
    form: QuestionForm
    question: Question | None

    @property
    def asked(self) -> Asked:
        """What is asked; where that cannot be asked, how things stand today."""
        return (self.question or _usual(self.record)).asked

    @property
    def query(self) -> str:
        """What is asked, as the query of an address."""
        return self.question.query() if self.question else ""

    @property
    def may_keep(self) -> bool:
        """Whether the plans are theirs to keep."""
        return may(self.viewer, KEEP_PLAN, self.owner)

    @property
    def person(self) -> Person:
        """The person of the record that is asked for."""
        return read_record(self.record, recorded=self.asked.recorded).person

    def url(self, name: str, **facts: object) -> str:
        """Return an address of these plans, with what is asked."""
        return reverse(f"plans:{name}", kwargs={"person": self.owner.key, **facts}) + self.query

    def show(self, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        """Answer with a page; one whose question cannot be asked says so above."""
        shared = {
            "owner": self.owner,
            "is_own": self.owner == self.viewer,
            "may_keep": self.may_keep,
            "asked_form": self.form,
            "asked": self.asked,
            "is_usual": self.question is not None and self.question.is_usual,
            "query": self.query,
            "plans_url": self.url("plans"),
        }
        status = UNPROCESSABLE if self.question is None else status
        return render(self.request, f"plans/{template}", {**shared, **context}, status=status)


def visit(request: HttpRequest, person: str, permission: str = SEE_RECORD) -> Visit:
    """Return the visit, where the one who asks may do that (404 or 403 otherwise)."""
    owner = person_for(request, person, permission)
    record = record_of(owner)
    record.owner = owner
    form = QuestionForm(request.GET, record=record)
    question = question_of(form) if form.is_valid() else None
    return Visit(request=request, viewer=viewer_of(request), owner=owner, record=record, form=form, question=question)


def _usual(record: Record) -> Question:
    form = QuestionForm({}, record=record)
    assert form.is_valid(), "the usual question can always be asked"
    return question_of(form)
