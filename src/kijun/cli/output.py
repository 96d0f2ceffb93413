"""How do results and problems reach the terminal, and files the disk?"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text as Styled

from kijun.cli.language import said, say
from kijun.errors import BadInput, KijunError
from kijun.problem import Problem, Severity
from kijun.problem.reading import printable

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTICE: "dim"}
_WIDEST = 120


def console() -> Console:
    """Return the console for results; plain where the output is not a terminal, and never wider than a page.

    Words are written as they are: a name in brackets is a name, no markup.
    """
    found = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    if not found.is_terminal or found.width > _WIDEST:
        found.width = _WIDEST
    return found


def show_problems(problems: Sequence[Problem]) -> None:
    """Write problems to standard error: place, code and title, then what to do."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for problem in problems:
        line = Styled(f"{printable(str(problem.place))}  ")
        line.append(f"{problem.code} {said(problem.title)}", style=_STYLES[problem.severity])
        console.print(line)
        detail = said(problem.detail)
        if problem.suggestion:
            meant = say(f"「{problem.suggestion}」のことでしょうか。", f'Did you mean "{problem.suggestion}"? ')
            detail = meant + detail
        console.print(Styled(f"  {detail}"))


def show_message(words: str) -> None:
    """Write a line to standard output, unbroken, so that a command or a path in it can be copied."""
    console().print(Styled(printable(words)), soft_wrap=True)


def show_error(error: KijunError) -> None:
    """Write an error to standard error, with every problem that it holds."""
    if isinstance(error, BadInput):
        show_problems([problem for problem in error.problems if isinstance(problem, Problem)])
    Console(stderr=True, highlight=False, soft_wrap=True).print(Styled(printable(said(error.text)), style="bold red"))


def write_plain(words: str) -> None:
    """Write words to standard output as they are, for other programs to read."""
    sys.stdout.write(words if words.endswith("\n") else words + "\n")
