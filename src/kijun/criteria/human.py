"""What can only a human being confirm?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """An assessor confirmed that the circumstances of a cell were as printed."""

    cell: str
    circumstances: tuple[str, ...]
