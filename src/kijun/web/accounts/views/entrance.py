"""How does somebody come in who has no session: by an account of their own making, in the demonstration; or do they not?"""

from __future__ import annotations

from allauth.account.utils import perform_login
from allauth.core import ratelimit
from axes.helpers import get_cool_off
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from kijun.web.accounts.actions import join
from kijun.web.accounts.forms.passwords import NewPassword
from kijun.web.accounts.forms.people import SignUp
from kijun.web.accounts.models import User
from kijun.web.accounts.queries import organisation
from kijun.web.accounts.sign_up import newcomer_of, send_link
from kijun.web.accounts.views.posted import posted

UNPROCESSABLE = 422


def locked_out(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """Say that too many attempts failed, and for how long the account stays closed. It is said of addresses without one, too."""
    wait = get_cool_off(request)
    minutes = round(wait.total_seconds() / 60) if wait else 0
    answer = render(request, "accounts/locked_out.html", {"minutes": minutes}, status=429)
    answer["Retry-After"] = str(minutes * 60)
    return answer


@login_not_required
@require_http_methods(["GET", "POST"])
def sign_up(request: HttpRequest) -> HttpResponse:
    """Send a link to open an account, where the organisation offers it. What is answered does not tell who has an account."""
    here = organisation()
    if here is None or not here.offers_sign_up:
        return render(request, "accounts/sign_up_closed.html", {"organisation": here}, status=403)
    form = SignUp(posted(request), initial={"language": request.LANGUAGE_CODE})
    if request.method == "GET" or not form.is_valid():
        status = UNPROCESSABLE if form.is_bound else 200
        return render(request, "accounts/sign_up.html", {"form": form, "organisation": here}, status=status)
    if slow_down := ratelimit.consume_or_429(request, action="signup"):
        return HttpResponse(slow_down.content, status=429)
    send_link(request, form.cleaned_data)
    return redirect("accounts:sign_up_sent")


@login_not_required
@require_http_methods(["GET"])
def sign_up_sent(request: HttpRequest) -> HttpResponse:
    """Say that a link is on its way."""
    return render(request, "accounts/sign_up_sent.html")


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def open_account(request: HttpRequest, sealed: str) -> HttpResponse:
    """Open the account that a link is for: its password is the last thing that is missing."""
    here = organisation()
    newcomer = newcomer_of(sealed) if here and here.offers_sign_up else None
    if newcomer is None:
        return render(request, "accounts/link_over.html", {"is_own": True}, status=404)
    form = NewPassword(posted(request), person=User(name=newcomer.name, email=newcomer.email))
    if request.method == "GET" or not form.is_valid():
        status = UNPROCESSABLE if form.is_bound else 200
        return render(request, "accounts/welcome.html", {"form": form, "name": newcomer.name}, status=status)
    person = join(newcomer, actor=None)
    person.set_password(form.cleaned_data["password"])
    person.save(update_fields=["password"])
    return come_in(request, person)


@login_not_required
@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Let somebody look around as one of the people of the demonstration; anywhere else there is no such page."""
    if not settings.IS_DEMO:
        raise Http404
    person = get_object_or_404(User, key=request.POST.get("person", ""), is_active=True)
    return come_in(request, person)


def come_in(request: HttpRequest, person: User, to: str = "/") -> HttpResponse:
    """Sign somebody in; a second factor is asked for where they have one."""
    answer: HttpResponse = perform_login(request, person, email_verification="none", redirect_url=to)
    return answer
