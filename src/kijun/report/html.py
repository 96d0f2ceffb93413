"""How does a passport become a page: one file with everything in it, for screen and print?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from kijun.report.glyphs import embedded
from kijun.report.page import page_of
from kijun.report.passport import Passport, texts
from kijun.text import Language

TEMPLATES = Path(__file__).resolve().parent / "templates"
_JAPANESE = re.compile(
    "[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\ufe00-\ufe0f\U000e0100-\U000e01ef]"
    "[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff\ufe00-\ufe0f\U000e0100-\U000e01ef]*"
)


def render_html(passport: Passport, languages: Sequence[Language], *, has_fonts: bool = True) -> str:
    """Return the page: nothing is fetched, the same passport gives the same bytes.

    A file carries the letters that it uses, to look the same everywhere and for years; a page that is only looked at may do
    without, with the fonts of whoever reads it.
    """
    pages = [page_of(passport, language) for language in languages]
    return (
        _environment()
        .get_template("passport.html")
        .render(pages=pages, fonts=embedded([*texts(pages), "0123456789/"]) if has_fonts else {}, css=_css())
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["tongue"] = _tongue
    environment.filters["drawn"] = _drawn
    return environment


@cache
def _css() -> Markup:
    return Markup((TEMPLATES / "passport.css").read_text(encoding="utf-8"))  # noqa: S704  # our own file


def _tongue(words: str, language: Language) -> Markup:
    """Return words escaped; Japanese inside English is marked as Japanese, so that it is read and shown as such."""
    if language == "ja":
        return escape(words)
    pieces, last = [], 0
    for found in _JAPANESE.finditer(words):
        pieces += [escape(words[last : found.start()]), Markup('<span lang="ja">{}</span>').format(found.group())]
        last = found.end()
    return Markup("").join([*pieces, escape(words[last:])])


def _drawn(svg: str, alternative: str = "") -> Markup:
    """Return a drawing with its text alternative, or hidden from readers where the words stand beside it."""
    if not alternative:
        return Markup(svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))  # noqa: S704  # escaped where it is drawn
    label = Markup('<svg role="img" aria-label="{}" ').format(alternative)
    return Markup(svg.replace("<svg ", str(label), 1))  # noqa: S704  # as above
