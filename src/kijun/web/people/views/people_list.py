"""Whose records may somebody see?"""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from kijun.web.accounts.guards import viewer_of
from kijun.web.accounts.models import Appointment, User
from kijun.web.accounts.permissions import stands_as
from kijun.web.people.claims import waiting_entries
from kijun.web.people.standings import heads_of, levels_of, visible_people
from kijun.web.people.views.page import Visit

ON_A_PAGE = 20
MOST_LETTERS = 100


@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """List those whose records the viewer may see; whoever may see nobody's is led to their own."""
    viewer = viewer_of(request)
    words = request.GET.get("q", "")[:MOST_LETTERS].strip()
    everybody = visible_people(viewer)
    if not everybody.exists():
        return redirect("people:record", person=viewer.key)
    page = Paginator(visible_people(viewer, words) if words else everybody, ON_A_PAGE).get_page(request.GET.get("page"))
    shown = list(page)
    heads = heads_of(shown)
    waiting = waiting_entries(viewer).count()
    context = {
        "words": words,
        "page": page,
        "page_numbers": page.paginator.get_elided_page_range(page.number),
        "people": [
            {
                "person": each,
                "team": heads.get(each.pk, {}).get("team", ""),
                "roles": _roles(viewer, each),
                "levels": levels_of(each.record, on=timezone.localdate()),
                "map_url": reverse("judgements:map", kwargs={"person": each.key}),
                "skills_url": reverse("skills:skills", kwargs={"person": each.key}),
            }
            for each in shown
        ],
        "waiting": waiting,
        "said_waiting": ngettext("%(count)s entry waits for your word", "%(count)s entries wait for your word", waiting)
        % {"count": waiting},
    }
    own = Visit(request=request, viewer=viewer, owner=viewer, record=viewer.record)
    return own.show("people/people.html", context)


def _roles(viewer: User, person: User) -> str:
    """Return in which role the viewer sees somebody."""
    held = stands_as(viewer, person)
    counting = [
        role for role in ("superior", "assessor") if role in held and (role == "superior" or viewer.is_assessor)
    ]
    return _(", ").join(str(Appointment.Role(role).label) for role in counting)
