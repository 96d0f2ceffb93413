"""What is asked of a sample?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

DAY: Final = date(2026, 4, 1)
"""The last day of the careers, unless another one is asked for: a sample reads no clock."""
MOST_PEOPLE: Final = 10_000_000
MOST_ROWS: Final = 200
"""The highest average of rows that a person may have in a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePlan:
    """How many people, by which seed, until which day; and how many rows a person has in each table on the average."""

    people: int
    seed: int
    on: date = DAY
    engagements: float = 8
    contributions: float = 4
    expertise: float = 3
    ratings: float = 25

    def plain(self) -> Mapping[str, object]:
        """Return what was asked for, as workforce.json says it."""
        return {**asdict(self), "on": self.on.isoformat()}
