"""May this request go on, and whom is it about?

Whoever may not see a person's record is told that there is no such page: that a person exists is theirs to tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from kijun.web.accounts.models import User
from kijun.web.accounts.permissions import SEE_RECORD, may


class Request(HttpRequest):
    """A request of somebody who is signed in."""

    if TYPE_CHECKING:
        user: User  # the gate lets nobody else through


def viewer_of(request: HttpRequest) -> User:
    """Return who asks. Raises PermissionDenied where nobody is signed in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def person_for(request: HttpRequest, key: str, permission: str = SEE_RECORD) -> User:
    """Return the person of an address, where the one who asks may do that to them.

    Raises Http404 where they may not even see the record, PermissionDenied where they may see it and no more.
    """
    viewer = viewer_of(request)
    person = viewer if viewer.key == key else User.objects.filter(key=key, is_active=True).first()
    if person is None or not may(viewer, SEE_RECORD, person):
        raise Http404
    if not may(viewer, permission, person):
        raise PermissionDenied
    return person


def require(request: HttpRequest, permission: str) -> User:
    """Return who asks, where they hold a permission that is about nobody. Raises PermissionDenied."""
    viewer = viewer_of(request)
    if not may(viewer, permission):
        raise PermissionDenied
    return viewer
