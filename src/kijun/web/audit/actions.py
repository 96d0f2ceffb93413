"""How is something put on the trail?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import connection
from django.utils import timezone

from kijun.web.audit.models import Event

if TYPE_CHECKING:
    from kijun.web.accounts.models import User


def note(
    action: str,
    *,
    actor: User | None,
    about: User | None = None,
    subject: str = "",
    detail: Mapping[str, object] | None = None,
    reason: str = "",
    at: datetime | None = None,
) -> Event:
    """Put an event on the trail, in the transaction of what it tells; outside of one it is refused.

    Written apart, a process that is killed between the two would leave a change that nobody made.
    """
    assert connection.in_atomic_block, "an event is written in the transaction of what it tells"
    return Event.objects.create(
        at=at or timezone.now(),
        actor=actor,
        actor_name=actor.name if actor else "",
        action=action,
        about=about,
        about_name=about.name if about else "",
        subject=subject,
        detail=dict(detail or {}),
        reason=reason,
    )
