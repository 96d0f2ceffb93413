"""How does somebody get an account?

Whoever gets one becomes a person with a career record in the same transaction; the slice that keeps records hears it by
`signals.person_joined`.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from kijun.web.accounts.models import User
from kijun.web.accounts.signals import person_joined
from kijun.web.audit.actions import note


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Who gets an account. `password` is hashed already, empty where none is set; without a number, the key stands for it."""

    email: str
    name: str
    language: str
    employee: str = ""
    password: str = ""


def join(newcomer: Newcomer, *, actor: User | None, **offices: bool) -> User:
    """Make the account of somebody, and their record with it. Without an actor they made it themselves."""
    with transaction.atomic():
        person = User(email=newcomer.email, name=newcomer.name, language=newcomer.language, **offices)
        if newcomer.password:
            person.password = newcomer.password
        else:
            person.set_unusable_password()
        person.save()
        welcome(person, actor=actor, employee=newcomer.employee)
    return person


def welcome(person: User, *, actor: User | None, employee: str = "") -> None:
    """Tell everybody who keeps something for a person that somebody has an account now."""
    with transaction.atomic():
        held = {office: True for office in ("is_assessor", "is_steward", "is_administrator") if getattr(person, office)}
        note("account.made", actor=actor or person, about=person, detail=held)
        person_joined.send(sender=User, person=person, employee=employee or person.key, name=person.name, actor=actor)
