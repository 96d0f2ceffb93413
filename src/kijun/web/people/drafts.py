"""What has somebody begun to write and not saved?

A draft is what was typed into a form, name by name, as the browser sends it; it is no part of the record and checked by nobody.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from django.http import HttpRequest, QueryDict

from kijun.web.accounts.models import User
from kijun.web.people.models import Draft, Record

MOST_BYTES: Final = 64 * 1024
_SKIPPED: Final = frozenset({"csrfmiddlewaretoken", "next", "back", "show"})
_ANSWERS: Final = "answers"


def draft_of(record: Record, author: User, form: str) -> Draft | None:
    """Return the draft of a form, None where nothing was begun."""
    return Draft.objects.filter(record=record, author=author, form=form).first()


def answers_of(draft: Draft) -> QueryDict:
    """Return what was typed, as a form takes it."""
    answers = QueryDict(mutable=True)
    for name, value in draft.body.get(_ANSWERS, []):
        answers.appendlist(name, value)
    return answers


def typed_in(request: HttpRequest) -> dict[str, Any] | None:
    """Return the body of a draft from what a browser sends, as a form or as JSON; None where it cannot be read."""
    if request.content_type == "application/json":
        return _from_json(request.body)
    return _kept((name, value) for name in request.POST for value in request.POST.getlist(name))


def size_of(body: dict[str, Any]) -> int:
    """Return how many bytes a draft takes."""
    return len(json.dumps(body, ensure_ascii=False).encode())


def _from_json(sent: bytes) -> dict[str, Any] | None:
    try:
        answers = json.loads(sent)[_ANSWERS]
        return _kept((name, value) for name, value in answers)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _kept(answers: Iterable[tuple[object, object]]) -> dict[str, Any]:
    return {_ANSWERS: [[_kept_text(name), _kept_text(value)] for name, value in answers if name not in _SKIPPED]}


def _kept_text(typed: object) -> str:
    """Return a text without what no database keeps: a NUL, and half a pair of surrogates."""
    return str(typed).replace("\x00", "").encode("utf-8", "replace").decode()
