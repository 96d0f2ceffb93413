"""What do the pages of a record have in common: whose it is, who looks, and where one goes back to?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from kijun.web.accounts.guards import person_for, viewer_of
from kijun.web.accounts.models import User
from kijun.web.accounts.permissions import EDIT_RECORD, SEE_RECORD, may
from kijun.web.people.models import Record
from kijun.web.people.queries import record_of

Crumbs = list[dict[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Somebody at the record of a person."""

    request: HttpRequest
    viewer: User
    owner: User
    record: Record

    @property
    def is_editor(self) -> bool:
        """Whether the record is theirs to write."""
        return may(self.viewer, EDIT_RECORD, self.owner)

    @property
    def is_fragment(self) -> bool:
        """Whether only a part of a page is asked for."""
        return bool(self.request.headers.get("HX-Request"))

    def url(self, name: str, **facts: object) -> str:
        """Return an address of this record."""
        return reverse(f"people:{name}", kwargs={"person": self.owner.key, **facts})

    def back(self) -> str:
        """Return the page to go back to when something is done, where it is one of ours; else nothing."""
        asked = self.request.POST if self.request.method == "POST" else self.request.GET
        back = asked.get("back") or asked.get("next") or ""
        is_ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
        return back if is_ours else ""

    def crumbs(self, *further: tuple[str, str]) -> Crumbs:
        """Return the way from the record to this page."""
        here = [(_("Record"), self.url("record")), *further]
        return [{"label": label, "url": url} for label, url in here]

    def show(self, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        """Answer with a page."""
        shared = {"owner": self.owner, "is_editor": self.is_editor}
        return render(self.request, template, {**shared, **context}, status=status)


def visit(request: HttpRequest, person: str, permission: str = SEE_RECORD) -> Visit:
    """Return the visit, where the one who asks may do that (404 or 403 otherwise)."""
    owner = person_for(request, person, permission)
    record = record_of(owner)
    record.owner = owner
    return Visit(request=request, viewer=viewer_of(request), owner=owner, record=record)
