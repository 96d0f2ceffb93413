"""How does an installation get its first administrator?

With a token that whoever starts the server reads in the terminal: there is no default password, and nobody who only reaches the
pages can set them up.
"""

from __future__ import annotations

import secrets

from django.conf import settings
from django.core.cache import cache
from django.db import transaction

from kijun.web.accounts.digests import digest_of, new_secret
from kijun.web.accounts.joining import Newcomer, join
from kijun.web.accounts.models import Organisation, User
from kijun.web.accounts.queries import FOUNDED, is_founded
from kijun.web.audit.actions import note

_PLACE = "first-run"
_ONLY = 1


def first_run_token() -> str | None:
    """Return a new token for the first run, None where somebody administers already. The one before no longer opens anything.

    Only its digest is kept, in the data folder, readable by its owner.
    """
    place = settings.DATA / _PLACE
    if is_founded():
        place.unlink(missing_ok=True)
        return None
    token = new_secret()
    draft = settings.DATA / f".{_PLACE}-{secrets.token_hex(4)}"
    draft.touch(mode=0o600)
    draft.write_text(digest_of(token), encoding="ascii")
    draft.replace(place)
    return token


def opens_first_run(token: str) -> bool:
    """Return whether a token is that of the last start, and nobody administers yet."""
    place = settings.DATA / _PLACE
    if is_founded() or not place.exists():
        return False
    return secrets.compare_digest(place.read_text(encoding="ascii"), digest_of(token))


def found(administrator: Newcomer, *, organisation: str, offers_sign_up: bool) -> User | None:
    """Set the installation up: its organisation and its first administrator; None where somebody was first."""
    with transaction.atomic():
        # The row is the lock: of two who come at once, the second waits here and finds an administrator.
        Organisation.objects.get_or_create(pk=_ONLY)
        kept = Organisation.objects.select_for_update().get(pk=_ONLY)
        if is_founded():
            return None
        kept.name, kept.offers_sign_up = organisation, offers_sign_up
        kept.save()
        person = join(administrator, actor=None, is_administrator=True)
        note("organisation.founded", actor=person, subject=organisation, detail={"offers_sign_up": offers_sign_up})
    (settings.DATA / _PLACE).unlink(missing_ok=True)
    cache.set(FOUNDED, 1, None)
    return person
