"""What is done when the standards of this installation change?

A process reads them once and keeps what it makes of them; after a change it reads them anew.
"""

from __future__ import annotations

from kijun.web.library.kept import forget


def read_standards_anew() -> None:
    """Forget every edition that was read, and whatever any slice made of it."""
    forget()
