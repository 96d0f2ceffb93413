"""What was found wrong with a workbook so far?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from kijun.exchange.workbook.place import SheetPlace
from kijun.problem import Place, Problem
from kijun.problem.reading import Fact, describe, printable

MOST_PROBLEMS: Final = 1_000
"""Who has more of them has another file, or has to correct one thing that causes them all."""
_MANY: Final = 100


@dataclass(slots=True, kw_only=True)
class Findings:
    """The problems of one workbook, in the order in which they were found, as many as a person can use."""

    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, at: SheetPlace | str, /, *, suggestion: str | None = None, **facts: Fact) -> None:
        """Record a problem of a cell, or of a sheet or the file by its name, with the facts that its sentence names."""
        if not self.are_full:
            self.problems.append(describe(code, Place(file=printable(str(at))), suggestion=suggestion, **facts))

    @property
    def are_many(self) -> bool:
        """Whether there are so many that looking for what was meant would take longer than it helps."""
        return len(self.problems) >= _MANY

    @property
    def are_full(self) -> bool:
        """Whether there are so many that no further one is kept."""
        return len(self.problems) >= MOST_PROBLEMS
