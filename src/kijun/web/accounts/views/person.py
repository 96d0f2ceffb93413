"""What does an administrator do with one account?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from kijun.web.accounts import actions
from kijun.web.accounts.forms.people import EditAccount, reason_field
from kijun.web.accounts.guards import require
from kijun.web.accounts.inviting import open_link_of
from kijun.web.accounts.models import User
from kijun.web.accounts.permissions import KEEP_ACCOUNTS
from kijun.web.accounts.queries import assessors_of, find_person, superior_of
from kijun.web.accounts.views.administration import show_link
from kijun.web.accounts.views.tabs import tabs
from kijun.web.accounts.views.trail import told
from kijun.web.audit.queries import events_about

_RECENT = 10
_SHOWN = 5


class _Who(forms.Form):
    """Somebody, found by address or by the whole name."""

    who = forms.CharField(
        label=gettext_lazy("Name or e-mail address"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    reason = reason_field()

    def __init__(self, data: Mapping[str, Any] | None = None, *, prefix: str) -> None:
        """Suggest people while somebody types, where there are scripts."""
        super().__init__(data, prefix=prefix)
        place = f"{prefix}-suggestions"
        self.fields["reason"].help_text = ""
        self.fields["who"].widget.attrs |= {
            "list": place,
            "hx-get": reverse("accounts:suggestions"),
            "hx-trigger": "input changed delay:250ms",
            "hx-target": f"#{place}",
        }

    def clean_who(self) -> User:
        """Return the one who is meant. Raises ValidationError where it is nobody or several."""
        given = self.cleaned_data["who"].strip()
        found = list(User.objects.filter(email__iexact=given)[:1]) or list(
            User.objects.filter(name=given)[: _SHOWN + 1]
        )
        if not found:
            said = _("Nobody here is called “%(given)s”. Enter the e-mail address, or the name as it is in the list.")
            raise forms.ValidationError(said, params={"given": given})
        if len(found) > 1:
            said = _("Several people are called that: %(addresses)s. Enter the e-mail address.")
            raise forms.ValidationError(said, params={"addresses": ", ".join(each.email for each in found[:_SHOWN])})
        return found[0]


class _SuperiorOrNobody(_Who):
    """A superior; left empty, nobody is."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, prefix: str) -> None:
        super().__init__(data, prefix=prefix)
        self.fields["who"].required = False
        self.fields["who"].help_text = _("Leave it empty where nobody is.")

    def clean_who(self) -> User | None:  # type: ignore[override]
        """Return the superior, None where nobody is."""
        return super().clean_who() if self.cleaned_data["who"].strip() else None


class _Reason(forms.Form):
    reason = reason_field()


@require_http_methods(["GET", "POST"])
def person(request: HttpRequest, person: str) -> HttpResponse:
    """Show one account and who stands beside the person, and save what is changed of it."""
    viewer, about = _about(request, person)
    if request.method == "GET":
        return _page(request, about)
    form = EditAccount(request.POST, person=about)
    if not form.is_valid():
        return _page(request, about, status=422, form=form)
    refused = actions.change_account(about, form.account(), actor=viewer, reason=form.cleaned_data["reason"])
    if refused:
        about.refresh_from_db()
        return _page(request, about, status=422, form=form, refused=refused)
    return _done(request, about, _("The account is saved."))


@require_POST
def superior(request: HttpRequest, person: str) -> HttpResponse:
    """Name the superior of a person, or nobody."""
    viewer, about = _about(request, person)
    form = _SuperiorOrNobody(request.POST, prefix="superior")
    if not form.is_valid():
        return _page(request, about, status=422, superior_form=form)
    given = form.cleaned_data
    if refused := actions.name_superior(about, given["who"], actor=viewer, reason=given["reason"]):
        return _page(request, about, status=422, superior_form=form, refused=refused)
    said = (
        _("The superior is %(name)s now.") % {"name": given["who"].name}
        if given["who"]
        else _("Nobody is the superior now.")
    )
    return _done(request, about, said)


@require_POST
def appoint(request: HttpRequest, person: str) -> HttpResponse:
    """Let an assessor assess a person."""
    viewer, about = _about(request, person)
    form = _Who(request.POST, prefix="assessor")
    if not form.is_valid():
        return _page(request, about, status=422, assessor_form=form)
    given = form.cleaned_data
    if refused := actions.appoint_assessor(about, given["who"], actor=viewer, reason=given["reason"]):
        return _page(request, about, status=422, assessor_form=form, refused=refused)
    return _done(request, about, _("%(name)s may assess now.") % {"name": given["who"].name})


@require_POST
def dismiss(request: HttpRequest, person: str, assessor: str) -> HttpResponse:
    """End that an assessor assesses a person."""
    viewer, about = _about(request, person)
    found = find_person(assessor)
    if found is None:
        raise Http404
    actions.dismiss_assessor(about, found, actor=viewer, reason=_reason(request))
    return _done(request, about, _("%(name)s no longer assesses.") % {"name": found.name})


@require_POST
def close(request: HttpRequest, person: str) -> HttpResponse:
    """Close an account."""
    viewer, about = _about(request, person)
    if refused := actions.deactivate(about, actor=viewer, reason=_reason(request)):
        return _page(request, about, status=422, refused=refused)
    return _done(request, about, _("The account is closed. What is on record is kept."))


@require_POST
def reopen(request: HttpRequest, person: str) -> HttpResponse:
    """Open a closed account again."""
    viewer, about = _about(request, person)
    actions.reactivate(about, actor=viewer, reason=_reason(request))
    return _done(request, about, _("The account is open again."))


@never_cache
@require_POST
def link(request: HttpRequest, person: str) -> HttpResponse:
    """Make a new link with which a person sets their password; those before it no longer open anything."""
    viewer, about = _about(request, person)
    if not about.is_active:
        raise Http404
    return show_link(request, about, actions.new_link(about, actor=viewer, reason=_reason(request)))


@require_POST
def withdraw_link(request: HttpRequest, person: str) -> HttpResponse:
    """Withdraw the link of a person."""
    viewer, about = _about(request, person)
    actions.withdraw_links(about, actor=viewer, reason=_reason(request))
    return _done(request, about, _("The link opens nothing any more."))


def _about(request: HttpRequest, key: str) -> tuple[User, User]:
    viewer = require(request, KEEP_ACCOUNTS)
    about = viewer if key == viewer.key else find_person(key)
    if about is None:
        raise Http404
    return viewer, about


def _reason(request: HttpRequest) -> str:
    form = _Reason(request.POST)
    return form.cleaned_data["reason"] if form.is_valid() else ""


def _done(request: HttpRequest, about: User, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("accounts:person", person=about.key)


def _page(request: HttpRequest, about: User, *, status: int = 200, **given: object) -> HttpResponse:
    facts = {
        "about": about,
        "tabs": tabs("administration"),
        "form": EditAccount(person=about),
        "superior": superior_of(about),
        "superior_form": _SuperiorOrNobody(prefix="superior"),
        "assessors": assessors_of(about),
        "assessor_form": _Who(prefix="assessor"),
        "invitation": open_link_of(about),
        "events": [told(event) for event in events_about(about)[:_RECENT]],
    }
    return render(request, "accounts/person.html", facts | given, status=status)
