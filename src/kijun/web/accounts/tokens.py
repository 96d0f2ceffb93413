"""How is the API opened to a program?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from kijun.web.accounts.digests import digest_of, new_secret
from kijun.web.accounts.models import Token, User
from kijun.web.audit.actions import note

SCOPES: Final = (
    "record:read",
    "record:write",
    "judgement:read",
    "plan:read",
    "plan:write",
    "skills:read",
    "skills:write",
    "passport:read",
    "passport:write",
    "library:read",
    "people:read",
    "accounts:write",
)
PREFIX: Final = "kijun_"
"""Begins every key, so that one that was left in a file is found."""
_USED = timedelta(minutes=1)


def make_token(owner: User, name: str, scopes: Iterable[str], days: int) -> tuple[Token, str]:
    """Make a key for somebody's programs, and return it with its secret, which is kept nowhere.

    A key never does more than its owner may.
    """
    asked = set(scopes)
    assert asked <= set(SCOPES), "a scope that nobody knows"
    secret, now = new_secret(PREFIX), timezone.now()
    with transaction.atomic():
        token = Token.objects.create(
            owner=owner,
            name=name,
            digest=digest_of(secret),
            scopes=[scope for scope in SCOPES if scope in asked],
            made_at=now,
            expires_at=now + timedelta(days=days),
        )
        note("token.made", actor=owner, about=owner, subject=name, detail={"scopes": token.scopes, "days": days})
    return token, secret


def withdraw_token(token: Token, *, actor: User) -> None:
    """Close the API to a key, for good."""
    with transaction.atomic():
        closed = Token.objects.filter(pk=token.pk, withdrawn_at=None).update(withdrawn_at=timezone.now())
        if closed:
            note("token.withdrawn", actor=actor, about=token.owner, subject=token.name)


def token_of(secret: str) -> Token | None:
    """Return the key of a secret with its owner, None where it opens nothing: unknown, withdrawn, too old, or of a closed account.

    When it was used is kept to the minute: a program that asks often does not write often.
    """
    token = Token.objects.select_related("owner").filter(digest=digest_of(secret)).first()
    if token is None or not token.is_open or not token.owner.is_active:
        return None
    now = timezone.now()
    if token.used_at is None or now - token.used_at >= _USED:
        Token.objects.filter(pk=token.pk).update(used_at=now)
        token.used_at = now
    return token
