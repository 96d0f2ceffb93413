"""What is put on the trail that happens in rooms which are not ours: second factors and lock-outs?

In the transaction of what happens: allauth's own signals of second factors come after it.
"""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from axes.signals import user_locked_out
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from kijun.web.accounts.models import User
from kijun.web.audit.actions import note


@receiver(post_save, sender=Authenticator)
def tell_factor(sender: object, instance: Any, created: bool, **_: Any) -> None:
    """Tell that a second factor was added; that a code was used is no change."""
    if created:
        _tell("factor.added", instance)


@receiver(post_delete, sender=Authenticator)
def tell_no_factor(sender: object, instance: Any, origin: object = None, **_: Any) -> None:
    """Tell that a second factor was taken away, but not where it goes with its account."""
    if isinstance(origin, Authenticator) or getattr(origin, "model", None) is Authenticator:
        _tell("factor.removed", instance)


def _tell(action: str, factor: Any) -> None:
    with transaction.atomic():
        note(action, actor=factor.user, about=factor.user, subject=str(factor.type))


@receiver(user_locked_out)
def tell_lock_out(sender: object, username: str | None = None, **_: Any) -> None:
    """Tell that an account was locked after too many attempts; of an address without one nothing is kept."""
    about = User.objects.filter(email__iexact=username or "").first()
    if about is not None:
        with transaction.atomic():
            note("account.locked", actor=None, about=about)
