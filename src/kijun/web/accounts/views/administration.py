"""What does an administrator see of the accounts, and whom do they invite?"""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from kijun.web.accounts.actions import invite, keep_organisation
from kijun.web.accounts.forms.people import ChangeOrganisation, Invite
from kijun.web.accounts.guards import require
from kijun.web.accounts.letters import has_mail, send_letter
from kijun.web.accounts.models import User
from kijun.web.accounts.permissions import KEEP_ACCOUNTS
from kijun.web.accounts.queries import accounts_like, organisation
from kijun.web.accounts.views.posted import posted
from kijun.web.accounts.views.tabs import tabs

PAGE = 25
_SUGGESTED = 12


@require_GET
def administration(request: HttpRequest) -> HttpResponse:
    """Show the accounts, by name."""
    require(request, KEEP_ACCOUNTS)
    words, state = request.GET.get("q", "").strip()[:100], request.GET.get("state", "")
    page = Paginator(accounts_like(words, state), PAGE).get_page(request.GET.get("page"))
    shown = [
        {"person": person, "superior": next((each.holder for each in person.appointments.all()), None)}
        for person in page
    ]
    facts = {
        "tabs": tabs("administration"),
        "page": page,
        "shown": shown,
        "words": words,
        "state": state,
        "states": _states(),
    }
    return render(request, "accounts/administration.html", facts)


@require_GET
def suggestions(request: HttpRequest) -> HttpResponse:
    """Give the people whose name or address begins to be typed, as the options of a list."""
    require(request, KEEP_ACCOUNTS)
    is_assessor = "assessor-who" in request.GET
    words = request.GET.get("assessor-who" if is_assessor else "superior-who", "").strip()[:100]
    state = "assessor" if is_assessor else "active"
    found = accounts_like(words, state).filter(is_active=True)[:_SUGGESTED] if words else []
    return render(request, "accounts/suggestions.html", {"found": found})


@never_cache
@require_http_methods(["GET", "POST"])
def invite_person(request: HttpRequest) -> HttpResponse:
    """Make the account of somebody, and show the link to it once."""
    viewer = require(request, KEEP_ACCOUNTS)
    form = Invite(posted(request), initial={"language": viewer.language})
    if request.method == "GET" or not form.is_valid():
        facts = {"form": form, "tabs": tabs("administration"), "has_mail": has_mail()}
        return render(request, "accounts/invite.html", facts, status=422 if form.is_bound else 200)
    person, secret = invite(form.newcomer(), actor=viewer, reason=form.cleaned_data["reason"])
    return show_link(request, person, secret)


def show_link(request: HttpRequest, person: User, secret: str) -> HttpResponse:
    """Show a link that is kept nowhere, and send it where mail is set up."""
    there = request.build_absolute_uri(reverse("accounts:welcome", kwargs={"secret": secret}))
    is_sent = False
    if has_mail():
        with override(person.language):
            words = {"name": person.name, "url": there, "organisation": organisation()}
            is_sent = send_letter("accounts/letters/invitation", person.email, words)
    facts = {"person": person, "url": there, "is_sent": is_sent, "has_mail": has_mail(), "tabs": tabs("administration")}
    return render(request, "accounts/link.html", facts)


@require_http_methods(["GET", "POST"])
def keep(request: HttpRequest) -> HttpResponse:
    """Show and save what the organisation is called, and who may open an account."""
    viewer = require(request, KEEP_ACCOUNTS)
    here = organisation()
    now = {"name": here.name, "offers_sign_up": here.offers_sign_up} if here else {}
    form = ChangeOrganisation(posted(request), initial=now)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        keep_organisation(
            name=given["name"], offers_sign_up=given["offers_sign_up"], actor=viewer, reason=given["reason"]
        )
        messages.success(request, _("The organisation is saved."))
        return redirect("accounts:organisation")
    facts = {"form": form, "tabs": tabs("organisation"), "has_mail": has_mail()}
    return render(request, "accounts/organisation.html", facts, status=422 if form.is_bound else 200)


def _states() -> list[tuple[str, str]]:
    return [
        ("", _("all")),
        ("active", pgettext("account", "open")),
        ("closed", pgettext("account", "closed")),
        ("invited", _("invited, not signed in yet")),
        ("assessor", _("assessors")),
        ("steward", _("stewards")),
        ("administrator", _("administrators")),
    ]
