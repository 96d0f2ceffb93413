"""How is a passport answered with: as a page that can do nothing, or as a file?

The page is the very file that a person saves. It brings its style and its fonts with it and needs nothing else, so it gets a
policy of its own, for that one answer: no address may be fetched, no script run, no form sent, and of styles only this one, by
its digest. Drawn within the look of the application it would be another page than the one that is given away.
"""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from typing import Final

from django.http import HttpResponse

from kijun.text import Language

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_MAIN: Final = "<main>"
NOBODY, OURSELVES = "'none'", "'self'"


def page_answer(html: str, *, framed_by: str = NOBODY) -> HttpResponse:
    """Return a passport as a page that nobody else may frame."""
    answer = HttpResponse(html, content_type="text/html; charset=utf-8")
    answer.headers["Content-Security-Policy"] = _policy(html, framed_by)
    if framed_by == OURSELVES:
        answer.headers["X-Frame-Options"] = "SAMEORIGIN"
    return _private(answer)


def _policy(html: str, framed_by: str) -> str:
    styles = " ".join(f"'sha256-{b64encode(sha256(each.encode()).digest()).decode()}'" for each in _STYLE.findall(html))
    return (
        f"default-src 'none'; style-src {styles or NOBODY}; font-src data:; base-uri 'none'; form-action 'none'; "
        f"frame-ancestors {framed_by}; sandbox allow-downloads"
    )


def pdf_answer(pdf: bytes, name: str) -> HttpResponse:
    """Return a passport as a PDF to save. Its name tells neither whose it is nor what it is for."""
    return _file(pdf, "application/pdf", name)


def html_answer(html: str, name: str) -> HttpResponse:
    """Return a passport as a file to save."""
    return _file(html.encode(), "text/html; charset=utf-8", name)


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return _private(answer)


def _private(answer: HttpResponse) -> HttpResponse:
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def secretly(answer: HttpResponse) -> HttpResponse:
    """Return an answer at a secret address, which is to stay one: not sent on to other sites, not found by searching, not logged."""
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    # Django writes the address of every refusal to its log, unless somebody has done so before.
    setattr(answer, "_has_been_logged", True)  # noqa: B010  # no attribute that its type knows
    return _private(answer)


def with_way_to_pdf(html: str, said: str, until: str, language: Language) -> str:
    """Return the page with a line above it: until when it can be read here, and the way to the PDF. It is not printed.

    The line is not in the file that a person saves, which leads nowhere.
    """
    way = f'<a href="passport.pdf">{said}</a>' if said else ""
    line = f'<nav class="languages" lang="{language}"><p>{until}</p>{way}</nav>\n'
    return html.replace(_MAIN, line + _MAIN, 1)


def file_name(on: date, kind: str) -> str:
    """Return the name of the file that somebody saves: it may be shown to others in a list of files."""
    return f"passport-{on.isoformat()}.{kind}"
