"""What does the frame of every page show: the places to go, and how it looks?"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kijun import __version__
from kijun.web.accounts.models import User
from kijun.web.accounts.permissions import KEEP_ACCOUNTS, SEE_TRAIL, may
from kijun.web.accounts.queries import visible_to
from kijun.web.people.offers import offers


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return what base.html asks for."""
    viewer = getattr(request, "user", None)
    known = viewer if isinstance(viewer, User) else None
    is_part = "HX-Request" in request.headers
    return {
        "version": __version__,
        "is_demo": settings.IS_DEMO,
        "theme": known.theme if known else "auto",
        "viewer": known,
        "palette_url": reverse("library:palette") if known else "",
        "search_url": reverse("library:search") if known else "",
        "places": _places(known, request.path) if known and not is_part else [],
        # What is said once is for the next whole page; a part of one would swallow it.
        **({} if is_part else offers(request)),
    }


def _places(viewer: User, path: str) -> list[dict[str, object]]:
    """Return at most five places for a person, and more by role."""
    own = {"person": viewer.key}
    places = [
        (_("Map"), reverse("judgements:map", kwargs=own)),
        (_("Record"), reverse("people:record", kwargs=own)),
        (_("Plan"), reverse("plans:plans", kwargs=own)),
        (_("Skills"), reverse("skills:skills", kwargs=own)),
        (_("Library"), reverse("library:library")),
    ]
    if visible_to(viewer):
        places.append((_("People"), reverse("people:people")))
    if may(viewer, KEEP_ACCOUNTS) or may(viewer, SEE_TRAIL):
        places.append((_("Administration"), reverse("accounts:administration")))
    here = _place_of(path, viewer, [url for _label, url in places])
    return [{"label": label, "url": url, "is_current": url == here} for label, url in places]


def _place_of(path: str, viewer: User, places: list[str]) -> str:
    """Return the place that a page belongs to, or nothing: the nearest above it; one's own pages are none of other people."""
    people = reverse("people:people")
    is_own = path.startswith(f"{people}{viewer.key}/")
    above = [url for url in places if path.startswith(url) and not (is_own and url == people)]
    return max(above, key=len, default="")
