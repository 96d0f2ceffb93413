"""Which page answers: somebody's private links, a new one, one of them?"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kijun.errors import NotFound
from kijun.evidence.engagement import MASKABLE
from kijun.web.accounts.guards import person_for, viewer_of
from kijun.web.accounts.models import User
from kijun.web.accounts.permissions import GIVE_PASSPORT
from kijun.web.passport import actions
from kijun.web.passport.answers import OURSELVES, page_answer, secretly
from kijun.web.passport.forms import ExpiryForm, LinkForm
from kijun.web.passport.making import page_of, passport_of
from kijun.web.passport.models import Link
from kijun.web.passport.queries import find_link, links_of, sheet_shown
from kijun.web.passport.shown import masked_lines, say_target, shown
from kijun.web.passport.terms import Terms
from kijun.web.passport.views import UNPROCESSABLE, form_of, sheet_asked, tabs
from kijun.web.people.models import Record
from kijun.web.people.queries import record_of


@require_safe
def links(request: HttpRequest, person: str) -> HttpResponse:
    """Show the links with their states, how long they last and how often they were opened."""
    owner = person_for(request, person, GIVE_PASSPORT)
    found = [shown(each, owner) for each in links_of(record_of(owner))]
    context = {
        "owner": owner,
        "open_links": [each for each in found if each.link.is_open],
        "over": [each for each in found if not each.link.is_open],
        "tabs": tabs(owner, "links"),
        "passport_url": reverse("passport:passport", args=(owner.key,)),
    }
    return render(request, "passport/links.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, person: str) -> HttpResponse:
    """Make a link to the passport that the address chooses; its secret is shown in this one answer."""
    owner = person_for(request, person, GIVE_PASSPORT)
    chosen = form_of(request, owner)
    sheet = sheet_asked(chosen)
    passport_url = reverse("passport:passport", args=(owner.key,)) + f"?{request.GET.urlencode()}"
    if sheet is None:
        return redirect(passport_url)
    form = LinkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _made(request, owner, chosen.terms(), form.cleaned_data, record=chosen.record)
    context = {
        "owner": owner,
        "form": form,
        "target": say_target(sheet.terms),
        "languages": sheet.terms.languages,
        "on": sheet.terms.on,
        "masked": masked_lines(sheet),
        "passport_url": passport_url,
        "tabs": tabs(owner, "links"),
    }
    return render(request, "passport/link_new.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _made(request: HttpRequest, owner: User, terms: Terms, given: dict[str, Any], *, record: Record) -> HttpResponse:
    is_frozen = given["state"] == "frozen"
    link, secret = actions.make_link(
        record,
        terms,
        purpose=given["purpose"],
        expires_at=timezone.now() + timedelta(days=given["days"]),
        is_frozen=is_frozen,
        later=frozenset(MASKABLE) if given["hides_later"] and not is_frozen else frozenset(),
    )
    address = request.build_absolute_uri(reverse("passport:public_page", args=(secret,)))
    context = {"owner": owner, "shown": shown(link, owner), "address": address, "tabs": tabs(owner, "links")}
    return secretly(render(request, "passport/link_made.html", context))


@require_safe
def link(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Show a link: what it shows, how often it was opened, until when it can be."""
    owner, found = _found(request, person, key)
    return _show(request, owner, found, ExpiryForm())


def _show(request: HttpRequest, owner: User, found: Link, form: ExpiryForm) -> HttpResponse:
    try:
        masked = masked_lines(sheet_shown(found))
    except NotFound:
        masked = None
    context = {
        "owner": owner,
        "shown": shown(found, owner),
        "form": form,
        "masked": masked,
        "tabs": tabs(owner, "links"),
    }
    return render(request, "passport/link.html", context, status=UNPROCESSABLE if form.errors else 200)


@require_safe
def page(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Show what a link shows, without counting it as opened."""
    _owner, found = _found(request, person, key)
    sheet = sheet_shown(found)
    try:
        passport_of(sheet, "html")
    except NotFound as missing:
        raise Http404 from missing
    return page_answer(page_of(sheet), framed_by=OURSELVES)


@require_POST
def expiry(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Say anew for how many days a link can be opened."""
    owner, found = _found(request, person, key)
    form = ExpiryForm(request.POST)
    if not form.is_valid():
        return _show(request, owner, found, form)
    expires_at = timezone.now() + timedelta(days=form.cleaned_data["days"])
    if actions.change_expiry(found, expires_at=expires_at, actor=viewer_of(request)):
        messages.success(request, _("The link can be opened until the new day."))
    else:
        messages.warning(request, _("The link is withdrawn, and that is final. Make a new one."))
    return redirect("passport:link", person=owner.key, key=found.key)


@require_POST
def withdraw(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Make a link show nothing any more."""
    owner, found = _found(request, person, key)
    actions.withdraw_link(found, actor=viewer_of(request))
    messages.success(request, _("The link is withdrawn. Whoever opens it is told that it is not valid any more."))
    return redirect("passport:links", person=owner.key)


def _found(request: HttpRequest, person: str, key: str) -> tuple[User, Link]:
    owner = person_for(request, person, GIVE_PASSPORT)
    record = record_of(owner)
    found = find_link(record, key)
    if found is None:
        raise Http404
    record.owner = owner
    found.record = record
    return owner, found
