"""Where is a number printed?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A place in a published document.

    `line` counts the lines of the text extract from 1. `page` is the printed page number; `is_page_inferred` says that no
    page is printed there and that it was counted from its neighbours. `revision` is the document's own.
    """

    document: str
    line: int
    page: str | None = None
    is_page_inferred: bool = False
    revision: str | None = None

    def __str__(self) -> str:
        return f"{self.document}:{self.line}"
