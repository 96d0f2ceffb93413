"""Who is here, and who stands beside whom?"""

from __future__ import annotations

import unicodedata
from typing import Final

from django.conf import settings
from django.core.cache import cache
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from kijun.web.accounts.models import Appointment, Consent, Organisation, User
from kijun.web.accounts.tokens import token_of

NOTICE: Final = "2026-11"
"""The version of the notice of what the data is used for; a new one is agreed to anew."""


FOUNDED: Final = "founded"
"""Where it is remembered that somebody administers: that never ends."""
__all__ = [
    "FOUNDED",
    "NOTICE",
    "accounts_like",
    "assessors_of",
    "demo_people",
    "find_person",
    "has_agreed",
    "is_founded",
    "led_by",
    "organisation",
    "superior_of",
    "token_of",
    "visible_to",
]


def has_agreed(person: User) -> bool:
    """Return whether somebody agreed to the notice as it is now; whoever has is not asked again."""
    key = f"agreed:{person.pk}:{NOTICE}"
    if cache.get(key):
        return True
    found = Consent.objects.filter(person=person, notice=NOTICE).exists()
    if found:
        cache.set(key, 1, 3600)
    return found


def is_founded() -> bool:
    """Return whether this installation has been set up: somebody administers it."""
    if cache.get(FOUNDED):
        return True
    found = User.objects.filter(is_administrator=True).exists()
    if found:
        cache.set(FOUNDED, 1, None)
    return found


def organisation() -> Organisation | None:
    """Return the organisation of this installation, None before it is set up."""
    return Organisation.objects.first()


def find_person(key: str) -> User | None:
    """Return the person of a key, or None."""
    return User.objects.filter(key=key).first()


def led_by(holder: User, role: str) -> list[User]:
    """Return the people beside whom somebody stands in a role today, by name."""
    return list(
        User.objects.filter(
            appointments__holder=holder, appointments__role=role, appointments__until=None, is_active=True
        )
    )


def superior_of(person: User) -> User | None:
    """Return the superior that an administrator named, or None."""
    found = Appointment.objects.filter(person=person, role="superior", until=None).select_related("holder").first()
    return found.holder if found else None


def assessors_of(person: User) -> list[User]:
    """Return those who were named to assess a person."""
    return list(User.objects.filter(duties__person=person, duties__role="assessor", duties__until=None))


def visible_to(viewer: User) -> list[User]:
    """Return the people whose records somebody may see besides their own, by name."""
    roles = ["superior", "assessor"] if viewer.is_assessor else ["superior"]
    found = User.objects.filter(
        appointments__holder=viewer, appointments__role__in=roles, appointments__until=None, is_active=True
    )
    return list(found.distinct())


def accounts_like(words: str = "", state: str = "") -> QuerySet[User]:
    """Return accounts whose name or address holds each of some words, by name; of one state where asked.

    `appointments.all()` of each holds the superior whom they have now, and nothing else.

    States: active, closed, invited (not signed in yet), assessor, steward, administrator.
    """
    found = User.objects.prefetch_related(
        Prefetch(
            "appointments",
            Appointment.objects.filter(role="superior", until=None).select_related("holder"),
        )
    )
    for word in unicodedata.normalize("NFKC", words).split():
        found = found.filter(Q(name__icontains=word) | Q(email__icontains=word))
    match state:
        case "active":
            return found.filter(is_active=True)
        case "closed":
            return found.filter(is_active=False)
        case "invited":
            return found.filter(is_active=True, last_login=None)
        case "assessor" | "steward" | "administrator":
            return found.filter(**{f"is_{state}": True})
        case _:
            return found


def demo_people() -> list[User]:
    """Return whom the demonstration lets one be, by name, and whether they lead anybody; nobody where this is none."""
    if not settings.IS_DEMO:
        return []
    led = Appointment.objects.filter(holder=OuterRef("pk"), role="superior", until=None)
    return list(User.objects.filter(is_active=True).annotate(leads=Exists(led))[:50])
