"""For which cells could this engagement count? Asked by the form while it is being filled in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kijun.web.accounts.permissions import EDIT_RECORD
from kijun.web.people.counts import panel_of
from kijun.web.people.forms.engagement import EngagementForm
from kijun.web.people.queries import entry_of
from kijun.web.people.views.entry import engagement_facts
from kijun.web.people.views.page import visit


@require_POST
def could_count(request: HttpRequest, person: str) -> HttpResponse:
    """Show for which cells the engagement of a form could count, as it stands in the form."""
    at = visit(request, person, EDIT_RECORD)
    key = request.POST.get("key") or None
    held = entry_of(at.record, key) if key else None
    kept = held.body if held is not None and held.list == "engagements" else {}
    form = EngagementForm(request.POST, kept=kept, **engagement_facts(at, key))
    panel = panel_of(at.record, key, form.body(), today=timezone.localdate())
    return at.show("people/includes/could_count.html", {"panel": panel})
