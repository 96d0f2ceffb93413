"""What is put on the trail that happens in rooms which are not ours: passwords, second factors, lock-outs?"""

from __future__ import annotations

from typing import Any

from allauth.account.signals import password_changed, password_reset
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from axes.signals import user_locked_out
from django.db import transaction
from django.dispatch import receiver

from kijun.web.accounts.models import User
from kijun.web.audit.actions import note


@receiver((password_changed, password_reset))
def tell_password(sender: object, user: User, signal: object, **_: Any) -> None:
    """Tell that somebody has another password, and whether they knew the one before."""
    with transaction.atomic():
        note("password.reset" if signal is password_reset else "password.changed", actor=user, about=user)


@receiver((authenticator_added, authenticator_removed, authenticator_reset))
def tell_factor(sender: object, user: User, authenticator: Any, signal: object, **_: Any) -> None:
    """Tell that a second factor was added, taken away or made anew."""
    action = {id(authenticator_added): "added", id(authenticator_removed): "removed"}.get(id(signal), "renewed")
    with transaction.atomic():
        note(f"factor.{action}", actor=user, about=user, subject=str(authenticator.type))


@receiver(user_locked_out)
def tell_lock_out(sender: object, username: str | None = None, **_: Any) -> None:
    """Tell that an account was locked after too many attempts; of an address without one nothing is kept."""
    about = User.objects.filter(email__iexact=username or "").first()
    if about is not None:
        with transaction.atomic():
            note("account.locked", actor=None, about=about)
