"""How does a test make a PDF of its own?"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import typst

from kijun.documents.printed import Page
from kijun.documents.readers.pdf.document import open_pdf
from kijun.report.glyphs import FONTS

_HEAD = '#set page(width: 500pt, height: 400pt, margin: 30pt)\n#set text(font: "Noto Sans JP", size: 10pt)\n'


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def typeset(folder: Path, source: str) -> Path:
    """Write a PDF that Typst sets, on pages of 500 by 400 points."""
    path = folder / "typeset.pdf"
    path.write_bytes(typst.compile((_HEAD + source).encode(), font_paths=_fonts(), ignore_system_fonts=True))
    return path


def drawn(folder: Path, *contents: str, **entries: Any) -> Path:  # any value of a page
    """Write a PDF whose pages hold these drawing instructions, with Helvetica as F1; the pages are 600 by 800 points."""
    path = folder / "drawn.pdf"
    with pikepdf.new() as document:
        for content in contents:
            page = document.add_blank_page(page_size=(600, 800))
            font = pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            page.Contents = document.make_stream(content.encode())
            for name, value in entries.items():
                page[f"/{name}"] = value
        document.save(path)
    return path


def first_page(path: Path) -> Page:
    """Return what is read of the first page."""
    return next(iter(open_pdf(path).pages()))


def words(page: Page) -> list[str]:
    """Return the lines of a page without their places."""
    return [line.text for line in page.lines]


def colours(page: Page) -> list[list[str | None]]:
    """Return the colours of the first table of a page."""
    return [[cell.fill for cell in row] for row in page.grids[0].rows]
