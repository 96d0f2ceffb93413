"""What do the pages of skills have in common: where one is, whom it is about, and what is offered after a change?"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kijun.web.accounts.models import User
from kijun.web.people.models import Record, Revision


def crumbs(viewer: User, owner: User, *below: tuple[str, str]) -> list[dict[str, str]]:
    """Return the way to a page: from one's own skills, or from the people of a team and the person."""
    own = reverse("skills:skills", kwargs={"person": owner.key})
    above = [] if viewer == owner else [(_("Skills of the team"), reverse("skills:team")), (owner.name, own)]
    top = [(_("Skills"), own)] if viewer == owner else []
    return [{"label": label, "url": url} for label, url in (*above, *top, *below)]


def about(viewer: User, owner: User, record: Record) -> dict[str, Any]:
    """Return what every page is given: whose it is."""
    return {"owner": owner, "is_own": viewer == owner, "record": record}


def offer_undo(request: HttpRequest, said: str, revision: Revision) -> None:
    """Say on the next page what was done, beside a button that takes it back; whoever rates somebody else may do so too."""
    own = {"person": revision.record.owner.key, "number": revision.number}
    request.session["undo_offer"] = {"said": said, "url": reverse("skills:undo", kwargs=own)}
