"""What does one problem of a file look like?

A problem is a value. Which sentence belongs to a code stands in `codes`; who finds problems is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kijun.text import Text

Path = tuple[str | int, ...]
"""The way from the top of a file to a value in it: keys and positions."""


class Severity(Enum):
    """An error stops; a warning and a notice are said and the work goes on."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in a file; line and column count from 1, and are None where there is no line to point at."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Return file:line:column, as far as known."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One problem: a stable code, its place, what it is (title), and the detail with what to do."""

    code: str
    severity: Severity
    place: Place
    title: Text
    detail: Text
    suggestion: str | None = None
