"""How are criteria put together?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kijun.criteria.criterion import Criterion


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf:
    """All of the criteria are met."""

    of: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf:
    """At least one of the criteria is met."""

    of: tuple[Criterion, ...]
