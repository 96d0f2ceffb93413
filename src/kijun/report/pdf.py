"""How does a passport become a PDF: A4, tagged (PDF/UA), the same bytes for the same passport?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Final

import typst

from kijun.report.glyphs import FONTS
from kijun.report.page import page_of, title_of
from kijun.report.passport import Passport
from kijun.report.words import WORDS
from kijun.text import Language

TEMPLATE = Path(__file__).resolve().parent / "templates" / "passport.typ"
STANDARD: Final = "ua-1"


def render_pdf(passport: Passport, languages: Sequence[Language]) -> bytes:
    """Return the PDF. What it prints is handed over as values, never as source; its date is the day of judgement."""
    first = languages[0]
    values = {
        "title": title_of(passport, first),
        "author": passport.name.written,
        "lang": first,
        "date": [passport.on.year, passport.on.month, passport.on.day],
        "footer": f"{passport.name.written} · {passport.on.isoformat()} · SHA-256 {passport.record_digest[:12]}…",
        "independent": WORDS["independent"].said_in(first),
        "pages": [page_of(passport, language) for language in languages],
    }
    return typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"passport": json.dumps(values, ensure_ascii=False)},
        pdf_standards=[STANDARD],
        timestamp=datetime.combine(passport.on, time(), tzinfo=UTC),
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
