"""What does an answer look like that says why something was not done?

One shape for every operation and every status. Which sentence belongs to a problem of a record is decided by the core; the
sentences here are about the request itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from itertools import islice
from typing import Any, Final, Literal

from django import forms
from django.http import JsonResponse
from ninja import Schema
from pydantic import Field

from kijun.errors import KijunError
from kijun.problem import Problem
from kijun.text import Text
from kijun.web.api.answers import json_answer
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.actions import Conflict, Outcome
from kijun.web.people.states import Fault


class ProblemShape(Schema):
    """One thing that is wrong: where, what, and what was expected."""

    code: str = Field(description="A code of docs/reference/problems.md, or of the request.")
    severity: Literal["error", "warning", "notice"] = "error"
    where: list[str] = Field(description="The way to the value: body or query, then keys and positions.")
    entry: str | None = Field(default=None, description="The key of the entry that it is about.")
    what: str
    expected: str = Field(default="", description="What was expected, and what to do.")
    suggestion: str | None = None


class ConflictShape(Schema):
    """Something that somebody changed after the state that the request is based on."""

    entry: str
    revised: int = Field(description="The revision that it has now, 0 where it is gone.")
    body: dict[str, Any] | None = Field(description="What it says now, null where it is gone.")


class WrongShape(Schema):
    """Why something was not done."""

    code: str
    message: str
    problems: list[ProblemShape] = []
    conflicts: list[ConflictShape] = []


class Refused(Exception):
    """Something is not done: the status, a code for programs, and the words for people."""

    def __init__(
        self,
        status: HTTPStatus,
        code: str,
        message: str,
        *,
        problems: Sequence[ProblemShape] = (),
        conflicts: Sequence[ConflictShape] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(code)
        self.status = status
        self.shape = WrongShape(code=code, message=message, problems=list(problems), conflicts=list(conflicts))
        self.headers = dict(headers or {})

    def answer(self) -> JsonResponse:
        """Return it as an answer."""
        return json_answer(self.shape.model_dump(), status=self.status, headers=self.headers)


_MOST_PROBLEMS: Final = 200
_INVALID: Final = Text(
    ja="受け付けられない値があります。problemsに場所と理由があります。",
    en="Some values cannot be taken. The problems say which, and why.",
)
_CHANGED: Final = Text(
    ja="based_onの版より後に変わっています。今の状態を読んでから、もう一度送ってください。",
    en="It was changed after the revision in based_on. Read it again, then repeat the request.",
)


def invalid(problems: Sequence[ProblemShape]) -> Refused:
    """Return the refusal of values that cannot be taken."""
    return Refused(HTTPStatus.UNPROCESSABLE_ENTITY, "invalid", said(_INVALID), problems=problems)


def invalid_value(where: Iterable[str], what: Text, expected: Text | None = None, *, code: str = "value") -> Refused:
    """Return the refusal of one value."""
    shape = ProblemShape(code=code, where=list(where), what=said(what), expected=said(expected) if expected else "")
    return invalid([shape])


def invalid_words(where: Iterable[str], what: str, *, code: str = "value") -> Refused:
    """Return the refusal of one value, in words that a slice has said already."""
    return invalid([ProblemShape(code=code, where=list(where), what=what)])


def invalid_form(form: forms.BaseForm, at: str = "query") -> Refused:
    """Return the refusal of what a form of the pages refuses, in its words."""
    return invalid(
        [
            ProblemShape(code="value", where=[at, *([] if name == "__all__" else [name])], what=str(words))
            for name, errors in form.errors.items()
            for words in errors
        ]
    )


def not_known(error: KijunError, *where: str) -> Refused:
    """Return the refusal of a name that the core does not know, in its words."""
    return invalid([ProblemShape(code="value", where=list(where), what=said(error.text))])


def changed_since(conflicts: Sequence[ConflictShape] = ()) -> Refused:
    """Return the refusal of a change of something that is not as it was seen."""
    return Refused(HTTPStatus.CONFLICT, "changed", said(_CHANGED), conflicts=conflicts)


def problem_shape(problem: Problem, where: Iterable[str], *, entry: str | None = None) -> ProblemShape:
    """Return a problem of the core."""
    return ProblemShape(
        code=problem.code,
        severity=problem.severity.value,
        where=list(where),
        entry=entry,
        what=said(problem.title),
        expected=said(problem.detail),
        suggestion=problem.suggestion,
    )


def fault_shapes(faults: Iterable[Fault], *where: str) -> list[ProblemShape]:
    """Return the faults of entries, at their paths below the place that the request gave them; the first of very many."""
    return [
        problem_shape(each.problem, (*where, *each.path), entry=each.key) for each in islice(faults, _MOST_PROBLEMS)
    ]


def checked(outcome: Outcome, *where: str) -> Outcome:
    """Return what became of a change. Raises Refused where it was not made."""
    if outcome.conflicts:
        raise changed_since([_conflict(each) for each in outcome.conflicts])
    if any(fault.is_error for fault in outcome.faults):
        raise invalid(fault_shapes(outcome.faults, *where))
    return outcome


def _conflict(conflict: Conflict) -> ConflictShape:
    body = conflict.state.body if conflict.state else None
    return ConflictShape(entry=conflict.key, revised=conflict.revised, body=body)
