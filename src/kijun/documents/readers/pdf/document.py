"""Which pages does a PDF have, and can they be read at all?

Pages are read one after the other, and only one is held. What stands on a page is left to `page`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import pypdfium2 as pdfium
from pypdfium2 import raw

from kijun.documents.printed import Page, Printed
from kijun.documents.readers.pdf.page import has_letters, page_of
from kijun.documents.readers.refusal import refuse

_AT_A_TIME: Final = 40
_LOCKED: Final = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)


def open_pdf(path: Path) -> Printed:
    """Return a PDF to be read page by page.

    Raises Unreadable where a password is needed, where it is damaged, where it holds only pictures, and where it is empty.
    """
    with closing(_open(path)) as document:
        count = len(document)
        _refuse_without_letters(document, path)
    return Printed(name=path.name, format="pdf", count=count, pages=lambda: _pages(path))


def _open(path: Path) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise refuse("K500" if error.err_code in _LOCKED else "K501", path) from error
    except FileNotFoundError:
        raise refuse("K001", path, name=path) from None


def _refuse_without_letters(document: pdfium.PdfDocument, path: Path) -> None:
    """Raise Unreadable where no page has a letter; the first page that has one ends the search."""
    is_drawn = False
    for index in range(len(document)):
        with closing(_page(document, index, path)) as page:
            if has_letters(page):
                return
            is_drawn |= raw.FPDFPage_CountObjects(page) > 0
    raise refuse("K502" if is_drawn else "K503", path)


def _page(document: pdfium.PdfDocument, index: int, path: Path) -> pdfium.PdfPage:
    try:
        return document[index]
    except pdfium.PdfiumError as error:
        raise refuse("K501", path) from error


def _pages(path: Path) -> Iterator[Page]:
    """Return the pages; PDFium keeps what it has read of a document, so that it is opened anew from time to time."""
    start, count = 0, 1
    while start < count:
        with closing(_open(path)) as document:
            count = len(document)
            for index in range(start, min(start + _AT_A_TIME, count)):
                with closing(_page(document, index, path)) as page:
                    try:
                        printed = page_of(page, index + 1)
                    except pdfium.PdfiumError as error:
                        raise refuse("K501", path) from error
                yield printed
        start += _AT_A_TIME
