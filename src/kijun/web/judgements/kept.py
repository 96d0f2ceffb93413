"""How does a page cost little when nothing changed? Its inner part is made once and kept.

A judgement is a function of the state of a record, the standards and what is asked, and so is what a page says of it; besides, it
depends on the language and the place of whoever reads it, and on what they may do. All of that is the key.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from kijun.web.accounts.models import User
from kijun.web.accounts.permissions import DECIDE_CLAIM, EDIT_RECORD, may
from kijun.web.judgements.changes_page import Since, changes_page
from kijun.web.judgements.map_page import map_page
from kijun.web.judgements.proof_page import Place, Rights, cell_page, find_place
from kijun.web.judgements.question import Question, QuestionForm, choices
from kijun.web.judgements.standing import Reader, first_things
from kijun.web.library.kept import while_standards_stand
from kijun.web.library.queries import find_edition
from kijun.web.people.models import Record

_MOST_KEPT: Final = 400
_MOST_SINCE: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """A record as somebody sees it: in which state, and with which rights, in which language and zone.

    A record that was erased and opened again has another moment of opening. `of_another` is the name of the person where it
    is not one's own.
    """

    record: Record
    opened_at: datetime
    number: int
    person: str
    of_another: str
    may_record: bool
    may_confirm: bool
    language: str
    zone: str

    @classmethod
    def of(cls, record: Record, owner: User, viewer: User) -> Sight:
        """Return how somebody sees the record of a person now."""
        return cls(
            record=record,
            opened_at=record.opened_at,
            number=record.number,
            person=owner.key,
            of_another="" if owner == viewer else owner.name,
            may_record=may(viewer, EDIT_RECORD, owner),
            may_confirm=may(viewer, DECIDE_CLAIM, owner),
            language=get_language() or "",
            zone=timezone.get_current_timezone_name(),
        )

    def reader(self, query: str, back: str) -> Reader:
        """Return who reads, for whom a page is made."""
        may_record = self.may_record
        return Reader(record=self.record, person=self.person, query=query, may_record=may_record, back=back)


@while_standards_stand
@lru_cache(maxsize=_MOST_KEPT)
def map_inner(sight: Sight, question: Question, since: Since | None, back: str) -> SafeString:
    """Return the inner part of the page of a map."""
    told = None if since is None else _changes(sight, question, since)
    recent: dict[str, Any] = {"since": since}
    if told is not None:
        more = max(0, len(told["cells"]) - _MOST_SINCE)
        recent |= {"changed": told["cells"][:_MOST_SINCE], "more_changed": more}
    changed = () if told is None else told["paths"]
    page = map_page(sight.reader(question.query(), back), question.asked, changed=changed)
    return _rendered("map_inner", {**page, **recent, **asked(sight, question)})


def new_map(sight: Sight, question: Question, request: HttpRequest) -> SafeString:
    """Return the inner part of the map of an empty record; its button has a token of the session, so it is not kept."""
    page = map_page(sight.reader("", request.path), question.asked, changed=())
    first = {"first_things": first_things(), "sight": sight}
    return _rendered("map_new", {**page, **first}, request)


@while_standards_stand
@lru_cache(maxsize=_MOST_KEPT)
def cell_inner(sight: Sight, question: Question, cell: str, back: str) -> SafeString:
    """Return the inner part of the page of a cell, which is printed."""
    context = cell_context(sight, question, cell, back)
    return _rendered("cell_inner", {**context, **asked(sight, question), "place": find_place(cell)})


def cell_context(sight: Sight, question: Question, cell: str, back: str) -> dict[str, Any]:
    """Return what the page of a cell shows."""
    place = find_place(cell)
    assert place is not None, "whoever asks has looked whether the cell is printed"
    return cell_page(
        sight.record,
        place,
        question.asked,
        person=sight.person,
        query=question.query(edition=None),
        may=Rights(record=sight.may_record, confirm=sight.may_confirm),
        back=back,
    )


@while_standards_stand
@lru_cache(maxsize=_MOST_KEPT)
def changes_inner(sight: Sight, question: Question, since: Since) -> SafeString:
    """Return the inner part of the page of changes."""
    return _rendered("changes_inner", _changes(sight, question, since))


def _changes(sight: Sight, question: Question, since: Since) -> dict[str, Any]:
    on, may_edit = question.asked.on, sight.may_record
    return changes_page(sight.record, since, on=on, person=sight.person, may_edit=may_edit)


def asked(sight: Sight, question: Question) -> dict[str, Any]:
    """Return what the head of a page says of the question, and the form that asks another one."""
    opened = timezone.localtime(sight.opened_at).date()
    form = QuestionForm(question.given(), record=sight.record)
    edition = find_edition(question.asked.edition or "")
    return {
        "sight": sight,
        "question": question,
        "choices": choices(question, opened=opened),
        "form": form,
        "edition_name": None if edition is None else edition.name,
    }


def misasked(name: str, sight: Sight, form: QuestionForm, place: Place | None = None) -> SafeString:
    """Return the head of a page with the form as it was filled in, and what is wrong about it."""
    return _rendered(name, {"sight": sight, "form": form, "is_open": True, "place": place})


def _rendered(name: str, context: dict[str, Any], request: HttpRequest | None = None) -> SafeString:
    return mark_safe(render_to_string(f"judgements/{name}.html", context, request))  # noqa: S308  # a template's own
