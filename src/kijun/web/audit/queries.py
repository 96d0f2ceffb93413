"""What is on the trail?"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from kijun.web.audit.models import Event

if TYPE_CHECKING:
    from kijun.web.accounts.models import User


def events_about(person: User) -> QuerySet[Event]:
    """Return the events about one person, newest first."""
    return Event.objects.filter(about=person)


def all_events() -> QuerySet[Event]:
    """Return the whole trail, newest first."""
    return Event.objects.all()


def events_like(
    *, who: str = "", action: str = "", since: datetime | None = None, until: datetime | None = None
) -> QuerySet[Event]:
    """Return the events that somebody did or that are about them, of one kind, from a moment on and before another; newest first."""
    found = Event.objects.all()
    for word in who.split():
        found = found.filter(Q(actor_name__icontains=word) | Q(about_name__icontains=word))
    if action:
        found = found.filter(action=action)
    if since:
        found = found.filter(at__gte=since)
    if until:
        found = found.filter(at__lt=until)
    return found
