"""How is a draft kept and given up, without anybody asking for it?"""

from __future__ import annotations

import re

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.views.decorators.http import require_POST

from kijun.web.accounts.permissions import EDIT_RECORD
from kijun.web.people.actions import drop_draft, keep_draft
from kijun.web.people.drafts import MOST_BYTES, size_of, typed_in
from kijun.web.people.forms import FORMS
from kijun.web.people.models import Entry
from kijun.web.people.offers import forget_draft
from kijun.web.people.views.page import Visit, visit

_NAME = re.compile(r"(?P<form>[a-z]+)-(?P<key>new|[0-9a-f]{12})")


@require_POST
def draft(request: HttpRequest, person: str) -> HttpResponse:
    """Keep what has been typed into a form so far."""
    at = visit(request, person, EDIT_RECORD)
    name = _form_of(at)
    body = typed_in(request)
    if body is None:
        return JsonResponse({"expected": {"answers": [["name", "value"]]}}, status=400)
    if size_of(body) > MOST_BYTES:
        return JsonResponse({"most_bytes": MOST_BYTES}, status=413)
    kept = keep_draft(at.record, author=at.viewer, form=name, body=body)
    return JsonResponse({"saved_at": kept.saved_at.isoformat()})


@require_POST
def discard_draft(request: HttpRequest, person: str) -> HttpResponse:
    """Give a draft up, here and in the browser."""
    at = visit(request, person, EDIT_RECORD)
    name = _form_of(at)
    drop_draft(at.record, author=at.viewer, form=name)
    forget_draft(request, f"{name}-{at.owner.key}")
    return HttpResponseRedirect(at.back() or at.url("record"))


def _form_of(at: Visit) -> str:
    """Return the form that a draft is of: a known one, of an entry that is on record or of a new one."""
    name = at.request.GET.get("form", "")
    found = _NAME.fullmatch(name)
    if found is None or found["form"] not in FORMS:
        raise Http404
    if found["key"] != "new" and not Entry.objects.filter(record=at.record, key=found["key"]).exists():
        raise Http404
    return name
