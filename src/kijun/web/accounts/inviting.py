"""How does an invited person come in?

An administrator makes the account; the person sets its password by a link that works once, for seven days. The link is shown to
the administrator once and kept nowhere.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from kijun.web.accounts.digests import digest_of, new_secret
from kijun.web.accounts.joining import Newcomer, join
from kijun.web.accounts.models import Invitation, User
from kijun.web.audit.actions import note

LASTS: Final = timedelta(days=7)


def invite(newcomer: Newcomer, *, actor: User, reason: str = "") -> tuple[User, str]:
    """Make the account of somebody, and return it with the secret of the link to it."""
    with transaction.atomic():
        person = join(newcomer, actor=actor)
        return person, new_link(person, actor=actor, reason=reason)


def new_link(person: User, *, actor: User, reason: str = "") -> str:
    """Return the secret of a new link for somebody; those before it no longer open anything."""
    secret = new_secret()
    now = timezone.now()
    with transaction.atomic():
        _open(person).update(withdrawn_at=now)
        Invitation.objects.create(person=person, digest=digest_of(secret), made_at=now, expires_at=now + LASTS)
        note("account.invited", actor=actor, about=person, detail={"expires": str(now + LASTS)}, reason=reason)
    return secret


def withdraw_links(person: User, *, actor: User, reason: str = "") -> None:
    """Withdraw the open links of somebody."""
    with transaction.atomic():
        if _open(person).update(withdrawn_at=timezone.now()):
            note("invitation.withdrawn", actor=actor, about=person, reason=reason)


def accept(secret: str, password: str) -> User | None:
    """Set the password of the one whom a link invites, None where it no longer opens anything. The link is used up."""
    with transaction.atomic():
        found = Invitation.objects.select_for_update().filter(digest=digest_of(secret)).first()
        if found is None or not found.is_open or not found.person.is_active:
            return None
        found.used_at = timezone.now()
        found.save(update_fields=["used_at"])
        person = found.person
        person.set_password(password)
        person.save(update_fields=["password"])
        note("invitation.accepted", actor=person, about=person)
    return person


def invited_by(secret: str) -> User | None:
    """Return the person whom a link invites, None where it opens nothing or no longer."""
    found = Invitation.objects.select_related("person").filter(digest=digest_of(secret)).first()
    return found.person if found and found.is_open and found.person.is_active else None


def open_link_of(person: User) -> Invitation | None:
    """Return the link that somebody has not used yet, None where there is none."""
    return _open(person).filter(expires_at__gt=timezone.now()).first()


def _open(person: User) -> QuerySet[Invitation]:
    return Invitation.objects.filter(person=person, used_at=None, withdrawn_at=None)
