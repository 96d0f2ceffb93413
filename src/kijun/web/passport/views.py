"""Which page answers: the choices of a passport, the passport itself, its files?"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kijun.errors import NotFound
from kijun.web.accounts.guards import person_for
from kijun.web.accounts.models import User
from kijun.web.accounts.permissions import GIVE_PASSPORT, SEE_RECORD
from kijun.web.library.templatetags.kijun import said
from kijun.web.passport.answers import OURSELVES, file_name, html_answer, page_answer, pdf_answer
from kijun.web.passport.forms import TermsForm, fact_names
from kijun.web.passport.letters import places_of_letters
from kijun.web.passport.making import (
    PAGE,
    PDF,
    CannotDraw,
    Sheet,
    file_of,
    letters_without_glyph,
    page_of,
    pdf_of,
    sheet_of,
)
from kijun.web.people.queries import record_of

UNPROCESSABLE = 422


@require_safe
def passport(request: HttpRequest, person: str) -> HttpResponse:
    """Show the choices of a passport, with the passport that they make."""
    owner = person_for(request, person, GIVE_PASSPORT)
    form = form_of(request, owner)
    return _choices(request, owner, form, sheet_asked(form))


@require_safe
def page(request: HttpRequest, person: str) -> HttpResponse:
    """Show the passport itself; whoever may see the record may see it."""
    owner = person_for(request, person, SEE_RECORD)
    form = form_of(request, owner)
    sheet = sheet_asked(form)
    if sheet is None:
        return _refused(request, form)
    return page_answer(page_of(sheet), framed_by=OURSELVES)


@require_safe
def pdf(request: HttpRequest, person: str) -> HttpResponse:
    """Give the passport as a PDF."""
    owner = person_for(request, person, GIVE_PASSPORT)
    form = form_of(request, owner)
    sheet = sheet_asked(form)
    if sheet is None:
        return _choices(request, owner, form, None)
    try:
        return pdf_answer(pdf_of(sheet), file_name(sheet.on, PDF))
    except CannotDraw:
        return _choices(request, owner, form, sheet, status=UNPROCESSABLE)


@require_safe
def file(request: HttpRequest, person: str) -> HttpResponse:
    """Give the passport as one HTML file."""
    owner = person_for(request, person, GIVE_PASSPORT)
    form = form_of(request, owner)
    sheet = sheet_asked(form)
    if sheet is None:
        return _choices(request, owner, form, None)
    return html_answer(file_of(sheet), file_name(sheet.on, PAGE))


def form_of(request: HttpRequest, owner: User) -> TermsForm:
    """Return what an address chooses of somebody's passport."""
    record = record_of(owner)
    record.owner = owner
    return TermsForm(request.GET, record=record)


def sheet_asked(form: TermsForm) -> Sheet | None:
    """Return what the chosen passport is made of; None where there is none of that kind, which the form then says."""
    if not form.is_valid():
        return None
    sheet = sheet_of(form.record, form.terms(), today=timezone.localdate())
    try:
        letters_without_glyph(sheet)
    except NotFound as missing:
        form.add_error("level" if form.cleaned_data["level"] else "field", said(missing.text))
        return None
    return sheet


def tabs(owner: User, current: str) -> list[dict[str, Any]]:
    """Return the two pages of a passport: what it shows, and to whom it was given."""
    named = {"passport": _("Passport"), "links": _("Private links")}
    return [
        {"label": label, "url": reverse(f"passport:{name}", args=(owner.key,)), "is_current": name == current}
        for name, label in named.items()
    ]


def _choices(
    request: HttpRequest, owner: User, form: TermsForm, sheet: Sheet | None, *, status: int = 200
) -> HttpResponse:
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    context = {
        "owner": owner,
        "form": form,
        "facts": fact_names(),
        "every": form.every(),
        "rows": form.rows(),
        "tabs": tabs(owner, "passport"),
        "preview_url": reverse("passport:page", args=(owner.key,)) + query,
        "is_shown": sheet is not None,
        "on": sheet.on if sheet else None,
        "letters": places_of_letters(sheet) if sheet else [],
    }
    return render(request, "passport/passport.html", context, status=status if sheet else UNPROCESSABLE)


def _refused(request: HttpRequest, form: TermsForm) -> HttpResponse:
    return render(request, "passport/refused.html", {"form": form}, status=UNPROCESSABLE)
