"""How does a person have their record erased?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from kijun.web.accounts.permissions import EDIT_RECORD
from kijun.web.people.erasing import erase_record
from kijun.web.people.forms.erasing import EraseForm
from kijun.web.people.models import Entry, Revision
from kijun.web.people.offers import offers
from kijun.web.people.states import ATTACHMENTS, HEAD
from kijun.web.people.views.page import visit


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest, person: str) -> HttpResponse:
    """Say what goes and what stays, and erase the record where its owner says so beyond doubt."""
    at = visit(request, person, EDIT_RECORD)
    form = EraseForm(request.POST if request.method == "POST" else None, viewer=at.viewer)
    if request.method == "POST" and form.is_valid():
        erase_record(at.record, author=at.viewer)
        offers(request)  # what could be undone is gone
        messages.success(request, _("Your record was erased. It is empty now."))
        return HttpResponseRedirect(at.url("record"))
    held = Entry.objects.filter(record=at.record).exclude(list=HEAD)
    context = {
        "crumbs": at.crumbs((_("Erase"), "")),
        "form": form,
        "entries": held.exclude(list=ATTACHMENTS).count(),
        "files": held.filter(list=ATTACHMENTS).count(),
        "revisions": Revision.objects.filter(record=at.record).count(),
    }
    return at.show("people/erase.html", context, status=422 if form.errors else 200)
