"""What is raised when nobody nearer can handle it?

A judgement is a result, and a malformed file is a list of problems; only a caller's own mistake, or input that cannot
be used at all, is raised.

    KijunError
    ├── NotFound            a name that nothing here has, with suggestions
    ├── BadInput            a file with problems, all of them listed
    └── BadPolicy           an answer that a policy point does not offer
"""

from __future__ import annotations

from collections.abc import Sequence

from kijun.text import Text


class KijunError(Exception):
    """The root of what kijun raises; `text` says it in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class NotFound(KijunError):
    """A name that nothing has; `suggestions` are the nearest names that exist."""

    def __init__(self, text: Text, *, suggestions: Sequence[str] = ()) -> None:
        super().__init__(text)
        self.suggestions = tuple(suggestions)


class BadInput(KijunError):
    """Input with problems; `problems` lists all of them, each with its place."""

    def __init__(self, text: Text, *, problems: Sequence[object] = ()) -> None:
        super().__init__(text)
        self.problems = tuple(problems)


class BadPolicy(KijunError):
    """A policy point that does not exist, or an answer that it does not offer."""
