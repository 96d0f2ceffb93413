"""How does an invited person come in?"""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kijun.web.accounts.actions import accept
from kijun.web.accounts.forms.passwords import NewPassword
from kijun.web.accounts.inviting import invited_by
from kijun.web.accounts.views.entrance import UNPROCESSABLE, come_in
from kijun.web.accounts.views.posted import posted


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest, secret: str) -> HttpResponse:
    """Let an invited person set their password, in their language, and come in."""
    person = invited_by(secret)
    if person is None:
        return render(request, "accounts/link_over.html", status=404)
    with override(person.language):
        request.LANGUAGE_CODE = person.language
        form = NewPassword(posted(request), person=person)
        if request.method == "GET" or not form.is_valid():
            status = UNPROCESSABLE if form.is_bound else 200
            return render(request, "accounts/welcome.html", {"form": form, "name": person.name}, status=status)
        joined = accept(secret, form.cleaned_data["password"])
        if joined is None:
            return render(request, "accounts/link_over.html", status=404)
        return come_in(request, joined)
