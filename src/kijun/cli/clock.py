"""Which day is it? The only place of the command line that reads the clock."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """Return today's day where the command runs."""
    return datetime.now().astimezone().date()
