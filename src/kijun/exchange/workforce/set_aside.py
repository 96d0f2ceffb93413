"""How is it kept what could not be used, so that somebody can put it right?

A line of JSON: where it stands, whose it is as far as that can be told, every problem in both languages, and what is written
there. A whole record that stands in a file of its own is not written out again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from kijun.problem import Place, Problem, Severity
from kijun.text import Text

_MOST_LETTERS: Final = 100_000
"""What is longer is no row that anybody corrects here; it still stands in its source."""


def dump_set_aside(
    place: Place, problems: Iterable[Problem], *, employee: str | None = None, raw: object = None
) -> str:
    """Return the line of what was set aside: only what is an error is said."""
    is_short = raw is None or len(str(raw)) <= _MOST_LETTERS
    line = json.dumps(
        {
            "source": place.file,
            "line": place.line,
            "employee": employee,
            "problems": [_plain(each) for each in problems if each.severity is Severity.ERROR],
            "raw": raw if is_short else None,
        },
        ensure_ascii=False,
    )
    return line.encode(errors="backslashreplace").decode()


def _plain(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "line": problem.place.line,
        "column": problem.place.column,
        "title": {"ja": problem.title.ja, "en": problem.title.en},
        "detail": {"ja": problem.detail.ja, "en": problem.detail.en},
        "suggestion": problem.suggestion,
    }


def problems_of(line: str) -> list[Problem]:
    """Return the problems of a line of what was set aside."""
    plain = json.loads(line)
    return [
        Problem(
            code=each["code"],
            severity=Severity.ERROR,
            place=Place(file=plain["source"], line=each["line"], column=each["column"]),
            title=Text(**each["title"]),
            detail=Text(**each["detail"]),
            suggestion=each["suggestion"],
        )
        for each in plain["problems"]
    ]
