"""What can only a human being confirm?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """An assessor confirmed that the circumstances of a cell were as printed.

    With `part`: that a part of the cell holds, whose printed words a reader of the document did not understand.
    """

    cell: str
    circumstances: tuple[str, ...]
    part: str | None = None

    @property
    def path(self) -> str:
        """What a record calls that which is confirmed: the cell, or the part of it."""
        return self.cell if self.part is None else f"{self.cell}/{self.part}"
