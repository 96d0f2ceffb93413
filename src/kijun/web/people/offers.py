"""What is said once on the page that follows a change: how to take it back, and which draft was saved with it?"""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse

from kijun.web.people.models import Revision

_UNDO, _DRAFT = "undo_offer", "draft_saved"


def offer_undo(request: HttpRequest, said: str, revision: Revision) -> None:
    """Say on the next page what was done, beside a button that takes it back."""
    own = {"person": revision.record.owner.key, "number": revision.number}
    request.session[_UNDO] = {"said": said, "url": reverse("people:undo", kwargs=own)}


def forget_draft(request: HttpRequest, key: str) -> None:
    """Let the browser forget the draft of a form on the next page: it was saved, or given up."""
    request.session[_DRAFT] = key


def offers(request: HttpRequest) -> dict[str, object]:
    """Return what is said once, for the frame of a page; it is not said again."""
    if not hasattr(request, "session"):
        return {}
    return {key: request.session.pop(key) for key in (_UNDO, _DRAFT) if key in request.session}
