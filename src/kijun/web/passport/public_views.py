"""What does somebody see who was given a private link?

A link that shows nothing, for whatever reason, gives one and the same answer: it tells nobody whether there ever was one.
"""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from kijun.errors import NotFound
from kijun.web.library.templatetags.kijun import day
from kijun.web.passport.actions import open_link
from kijun.web.passport.answers import page_answer, pdf_answer, secretly, with_way_to_pdf
from kijun.web.passport.making import PAGE, PDF, CannotDraw, letters_without_glyph, page_of, pdf_of
from kijun.web.passport.models import Link
from kijun.web.passport.queries import link_of, sheet_shown

GONE = 404
UNPROCESSABLE = 422
NAME = "passport.pdf"


@login_not_required
@require_safe
def page(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the passport of a link."""
    link = link_of(secret)
    if link is None:
        return _not_valid(request)
    sheet = sheet_shown(link)
    try:
        html, has_pdf = page_of(sheet), not letters_without_glyph(sheet)
    except NotFound:
        return _not_valid(request)
    return secretly(page_answer(_with_line(html, link, has_pdf=has_pdf))) if _count(link, PAGE) else _not_valid(request)


@login_not_required
@require_safe
def pdf(request: HttpRequest, secret: str) -> HttpResponse:
    """Give the passport of a link as a PDF."""
    link = link_of(secret)
    if link is None:
        return _not_valid(request)
    try:
        drawn = pdf_of(sheet_shown(link))
    except NotFound:
        return _not_valid(request)
    except CannotDraw:
        # Which letters is not said: they may stand in what the link keeps back.
        return secretly(render(request, "passport/public_no_pdf.html", status=UNPROCESSABLE))
    return secretly(pdf_answer(drawn, NAME)) if _count(link, PDF) else _not_valid(request)


def _count(link: Link, kind: str) -> bool:
    """Return whether the link could still be opened; it counts once it is sure that there is something to show."""
    return open_link(link, kind=kind)


def _with_line(html: str, link: Link, *, has_pdf: bool) -> str:
    language = link.languages[0]
    with override(language):
        until = _("This link is valid until %(day)s.") % {"day": day(link.expires_at)}
        return with_way_to_pdf(html, _("Save as PDF") if has_pdf else "", until, language)


def _not_valid(request: HttpRequest) -> HttpResponse:
    answer = secretly(render(request, "passport/not_valid.html", status=GONE))
    # The page has a form, to read it in the other language, and a form is answered only where it says whence it comes.
    answer.headers["Referrer-Policy"] = "same-origin"
    return answer
