"""How does a program come to write the same rows whenever it runs? With a clock and a chance that are its own.

To be set before the first model is imported: a model takes the clock into its defaults.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final

from django.utils import timezone

RELEASED: Final = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)
AFTERWARDS: Final = RELEASED + timedelta(days=1)
"""When the upgrade is looked at: links and invitations of the release are still good."""
_now = [RELEASED]


def hold(moment: datetime) -> None:
    """Let it be a moment, and let what is drawn by lot be the same each time."""
    _now[0], lot = moment, Random(moment.isoformat())

    def token_hex(nbytes: int | None = None) -> str:
        return lot.randbytes(nbytes or 32).hex()

    def choice(sequence: Sequence[Any]) -> Any:
        return sequence[lot.randrange(len(sequence))]

    timezone.now = lambda: _now[0]
    secrets.token_hex, secrets.choice = token_hex, choice  # type: ignore[assignment]  # the same, and by our lot
    secrets.token_urlsafe = token_hex


def let_pass(minutes: int) -> None:
    """Let some time go by."""
    _now[0] += timedelta(minutes=minutes)
