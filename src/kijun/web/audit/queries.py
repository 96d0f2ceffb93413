"""What is on the trail?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from kijun.web.audit.models import Event

if TYPE_CHECKING:
    from kijun.web.accounts.models import User


def events_about(person: User) -> QuerySet[Event]:
    """Return the events about one person, newest first."""
    return Event.objects.filter(about=person)


def all_events() -> QuerySet[Event]:
    """Return the whole trail, newest first."""
    return Event.objects.all()
