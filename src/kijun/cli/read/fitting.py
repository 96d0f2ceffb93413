"""Does an answer fit its question?

An answer is tried by reading with it: it fits where its question is closed, and where the standard that comes of it is still one
that can be judged by.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.text import Text as Styled

from kijun.catalogue.edition_folder import load_edition
from kijun.cli.language import say
from kijun.cli.read.new_names import is_name
from kijun.documents.answers import Answers
from kijun.documents.assemble import Assembled
from kijun.documents.folder import written_beside
from kijun.documents.question import Question
from kijun.framework.dump import Plain
from kijun.problem import Problem, Severity
from kijun.problem.reading import printable
from kijun.text import Text

Reading = Callable[[Answers], Assembled | None]
"""Reads the same documents with other answers."""

_ID: Final = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
_NO_ID: Final = Text(
    ja="idは英小文字で始め、英小文字、数字、ハイフンだけで書いてください(例: line-repair)。",
    en="An id begins with a small letter and has small letters, digits and hyphens only, such as line-repair.",
)
_STILL_OPEN: Final = Text(ja="この問いの答えになっていません。", en="This does not answer the question.")


def misfit(question: Question, given: Plain, read: Reading, others: Answers) -> Text | None:
    """Return why an answer does not fit, or None where it does; `others` are the answers that hold beside it."""
    if is_name(question):
        return None if is_id(given) else _NO_ID
    found = read({**others, question.id: given})
    if found is None or any(each.id == question.id for each in found.questions):
        return _STILL_OPEN
    before = read({key: answer for key, answer in others.items() if key != question.id})
    known = {str(each.detail) for each in errors_of(before)} if before is not None else set()
    new = [each for each in errors_of(found) if str(each.detail) not in known]
    return new[0].detail if new else None


def is_id(given: Plain) -> bool:
    """Return whether an answer is written as an id is."""
    return isinstance(given, str) and _ID.fullmatch(given) is not None


def errors_of(found: Assembled) -> list[Problem]:
    """Return what keeps a draft from being a standard that can be judged by."""
    with tempfile.TemporaryDirectory() as folder, written_beside(Path(folder) / "draft", found, "") as new:
        return [each for each in load_edition(new).problems if each.severity is Severity.ERROR]


def placed_in(problem: Problem, written: Path, into: Path) -> Problem:
    """Return a problem of a folder that is still being written, as one of the folder that it is to be."""
    file = problem.place.file.replace(str(written), str(into), 1)
    return replace(problem, place=replace(problem.place, file=file))


def show_misfits(found: Sequence[tuple[Question, Text]]) -> None:
    """Write to standard error which answers do not fit, and why."""
    out = Console(stderr=True, highlight=False, soft_wrap=True)
    for question, wrong in found:
        words = say(
            f"{question.id} ({question.path})の答えが合いません。{wrong.ja}",
            f"The answer to {question.id} ({question.path}) does not fit. {wrong.en}",
        )
        out.print(Styled(printable(words)))
