"""As whom may somebody rate a person? That follows from who is signed in, and from nothing that a form says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.core.exceptions import PermissionDenied

from kijun.evidence import RATERS
from kijun.web.accounts.models import User
from kijun.web.accounts.permissions import EDIT_RECORD, RATE_AS_ASSESSOR, RATE_AS_SUPERIOR, may

_PERMISSIONS: Final[Mapping[str, str]] = {
    "self": EDIT_RECORD,
    "superior": RATE_AS_SUPERIOR,
    "assessor": RATE_AS_ASSESSOR,
}


def raters_of(viewer: User, person: User) -> tuple[str, ...]:
    """Return the raters as whom somebody may rate a person; more than one where they are superior and assessor."""
    return tuple(rater for rater in RATERS if may(viewer, _PERMISSIONS[rater], person))


def require_rater(asked: str, held: tuple[str, ...]) -> str:
    """Return as whom somebody rates: as they say where they hold it, or as the only one that they hold; "" where it is open.

    Raises PermissionDenied for a rater that they are not.
    """
    if asked and asked not in held:
        raise PermissionDenied
    if not held:
        raise PermissionDenied
    return asked or (held[0] if len(held) == 1 else "")
