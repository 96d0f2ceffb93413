"""What does a plan consist of?

A plan is a set of additions that makes a cell met on a day, and no proper part of it does: not with a step less, nor with a day of
service less. Source: the reading of growth in docs/explanation/growth.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kijun.growth.addition import Addition


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a plan. Any one of `instead` would do in its place, the other steps as they are."""

    part: str
    addition: Addition
    instead: tuple[Addition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The steps, and the earliest day on which the cell is met when all of them are taken."""

    steps: tuple[Step, ...]
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """The plans for a cell: those with the fewest steps first, then the earliest. None where nothing could make it met.

    The plan for a cell that is met is the empty one.
    """

    cell: str
    plans: tuple[Plan, ...]

    @property
    def best(self) -> Plan | None:
        """The first of the plans."""
        return self.plans[0] if self.plans else None

    @property
    def smallest(self) -> tuple[Plan, ...]:
        """The plans with the fewest steps."""
        return tuple(plan for plan in self.plans if len(plan.steps) == len(self.plans[0].steps))
