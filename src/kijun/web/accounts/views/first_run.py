"""How is an installation set up, by whoever can read the terminal that it was started in?"""

from __future__ import annotations

from dataclasses import asdict

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from kijun.web.accounts.actions import Newcomer, found, opens_first_run
from kijun.web.accounts.forms.people import FirstAdministrator, KeepOrganisation
from kijun.web.accounts.guards import require
from kijun.web.accounts.middleware import before_consent, before_founding
from kijun.web.accounts.permissions import KEEP_ACCOUNTS
from kijun.web.accounts.queries import is_founded
from kijun.web.accounts.views.entrance import UNPROCESSABLE, come_in
from kijun.web.accounts.views.posted import posted

_TOKEN = "first-run-token"  # noqa: S105  # where it is kept
_ADMINISTRATOR = "first-run-administrator"


@login_not_required
@before_founding
@never_cache
@require_http_methods(["GET", "POST"])
def first_run(request: HttpRequest) -> HttpResponse:
    """Ask for the token, then for the administrator's account."""
    given = request.GET.get("token") or request.POST.get("token") or ""
    if given.strip() and opens_first_run(given.strip()):
        request.session.cycle_key()
        request.session[_TOKEN] = given.strip()
        return redirect("accounts:first_run")
    if not _is_let_in(request):
        facts = {"is_founded": is_founded(), "is_wrong": bool(given)}
        return render(request, "accounts/first_run_token.html", facts, status=403 if given else 200)
    form = FirstAdministrator(posted(request), initial={"language": request.LANGUAGE_CODE})
    if request.method == "GET" or not form.is_valid():
        status = UNPROCESSABLE if form.is_bound else 200
        return render(request, "accounts/first_run.html", {"form": form, "step": 1}, status=status)
    request.session[_ADMINISTRATOR] = asdict(form.newcomer())
    return redirect("accounts:first_run_organisation")


@login_not_required
@before_founding
@never_cache
@require_http_methods(["GET", "POST"])
def first_run_organisation(request: HttpRequest) -> HttpResponse:
    """Ask for the organisation, then set everything up at once."""
    kept = request.session.get(_ADMINISTRATOR)
    if kept is None or not _is_let_in(request):
        return redirect("accounts:first_run")
    form = KeepOrganisation(posted(request))
    if request.method == "GET" or not form.is_valid():
        status = UNPROCESSABLE if form.is_bound else 200
        return render(request, "accounts/first_run.html", {"form": form, "step": 2}, status=status)
    given = form.cleaned_data
    person = found(Newcomer(**kept), organisation=given["name"], offers_sign_up=given["offers_sign_up"])
    for key in (_TOKEN, _ADMINISTRATOR):
        del request.session[key]
    if person is None:
        return redirect("accounts:first_run")
    return come_in(request, person, to="/first-run/done/")


@before_consent
@require_GET
def first_run_done(request: HttpRequest) -> HttpResponse:
    """Say what to do next."""
    viewer = require(request, KEEP_ACCOUNTS)
    return render(request, "accounts/first_run_done.html", {"step": 3, "person": viewer})


def _is_let_in(request: HttpRequest) -> bool:
    """Return whether the token of this session is still the one: a new start makes a new one, and setting up uses it."""
    return opens_first_run(request.session.get(_TOKEN, ""))
