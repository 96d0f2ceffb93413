"""What does a problem's code stand for?"""

from __future__ import annotations

from dataclasses import dataclass

from kijun.problem.problem import Severity
from kijun.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What a code stands for: how bad it is, its title, and a detail whose {names} are filled in where it is found."""

    severity: Severity
    title: Text
    detail: Text


def code(severity: Severity, title: tuple[str, str], detail: tuple[str, str]) -> Code:
    """Return a code from its wordings, Japanese first."""
    return Code(severity=severity, title=Text(ja=title[0], en=title[1]), detail=Text(ja=detail[0], en=detail[1]))
