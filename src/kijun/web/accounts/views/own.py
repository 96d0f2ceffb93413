"""What does somebody see and decide about their own account?"""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from kijun.web.accounts.actions import agree, make_token, save_settings, withdraw_token
from kijun.web.accounts.forms.own import SCOPE_WORDS, Language, MakeToken, Settings, Theme
from kijun.web.accounts.guards import viewer_of
from kijun.web.accounts.middleware import before_consent, before_founding
from kijun.web.accounts.models import Consent, Token, User
from kijun.web.accounts.queries import NOTICE, assessors_of, organisation, superior_of
from kijun.web.accounts.views.posted import posted
from kijun.web.accounts.zones import zones

_YEAR = 365 * 24 * 3600


@before_consent
@require_http_methods(["GET", "POST"])
def consent(request: HttpRequest) -> HttpResponse:
    """Show what the data is used for, and record that somebody agrees; whoever did reads here when."""
    viewer = viewer_of(request)
    if request.method == "POST":
        agree(viewer, viewer.language)
        return redirect(back(request))
    given = Consent.objects.filter(person=viewer, notice=NOTICE).order_by("at").first()
    facts = {"given": given, "organisation": organisation(), "next": request.GET.get("next", "")}
    return render(request, "accounts/consent.html", facts)


@require_http_methods(["GET", "POST"])
def own_settings(request: HttpRequest) -> HttpResponse:
    """Show and save how somebody is named and spoken to."""
    viewer = viewer_of(request)
    form = Settings(posted(request), person=viewer)
    if request.method == "POST" and form.is_valid():
        save_settings(viewer, **form.cleaned_data)
        with override(viewer.language):
            messages.success(request, _("Your settings are saved."))
        return redirect("accounts:settings")
    status = 422 if form.is_bound else 200
    seen_by = {"superior": superior_of(viewer), "assessors": assessors_of(viewer)}
    return render(request, "accounts/settings.html", {"form": form, "zones": zones(), **seen_by}, status=status)


@login_not_required
@before_founding
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Speak another language from now on: to the account, or to this browser where nobody is signed in."""
    form = Language(request.POST)
    answer = redirect(back(request))
    if not form.is_valid():
        return answer
    wanted = form.cleaned_data["language"]
    assert check_for_language(wanted), "a language of the settings"
    if isinstance(request.user, User):
        save_settings(request.user, language=wanted)
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        wanted,
        max_age=_YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return answer


@before_consent
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Be light or dark from now on."""
    form = Theme(request.POST)
    if form.is_valid():
        save_settings(viewer_of(request), theme=form.cleaned_data["theme"])
    return redirect(back(request))


@never_cache
@require_http_methods(["GET", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """Show the keys to the API, and make one. Its secret is in this answer and nowhere else, so that no address leads to it."""
    viewer = viewer_of(request)
    form, made = MakeToken(posted(request)), None
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made = make_token(viewer, given["name"], given["scopes"], given["days"])
        form = MakeToken()
    kept = Token.objects.filter(owner=viewer, withdrawn_at=None).order_by("-made_at")
    shown = [{"token": token, "may": [SCOPE_WORDS[scope] for scope in token.scopes]} for token in kept]
    facts = {"form": form, "tokens": shown, "secret": made[1] if made else None, "made": made[0] if made else None}
    return render(request, "accounts/tokens.html", facts, status=422 if form.is_bound else 200)


@require_POST
def withdraw(request: HttpRequest, token: int) -> HttpResponse:
    """Close the API to a key of one's own."""
    viewer = viewer_of(request)
    found = get_object_or_404(Token, pk=token, owner=viewer)
    withdraw_token(found, actor=viewer)
    messages.success(request, _("“%(name)s” opens nothing any more.") % {"name": found.name})
    return redirect("accounts:tokens")


def back(request: HttpRequest) -> str:
    """Return where somebody came from, where that is here; else the start."""
    wanted = request.POST.get("next", "")
    # Only a path: anything else would be taken for the name of a route, which it need not be.
    is_here = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_here else "/"
