"""What can be read in a PDF: its text, its tags with their alternatives, what it says of itself?"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag: what it is, its text alternative, its language."""

    kind: str
    alternative: str
    language: str


def text_of(written: bytes) -> list[str]:
    """Return the text of each page."""
    document = pypdfium2.PdfDocument(written)
    texts = []
    for page in document:
        read = page.get_textpage()
        texts.append(read.get_text_range())
        read.close()
        page.close()
    document.close()
    return texts


def tags_of(written: bytes) -> list[Tag]:
    """Return the tags of all pages, in their order."""
    document = pypdfium2.PdfDocument(written)
    found: list[Tag] = []
    for page in document:
        tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
        for position in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            found += _below(pdfium.FPDF_StructTree_GetChildAtIndex(tree, position))
        pdfium.FPDF_StructTree_Close(tree)
        page.close()
    document.close()
    return found


def everything_in(written: bytes) -> str:
    """Return all that a reader can get out of a PDF: text without line breaks, alternatives, its own description."""
    document = pypdfium2.PdfDocument(written)
    described = document.get_metadata_dict()
    document.close()
    said = [text.replace("\r", "").replace("\n", "") for text in text_of(written)]
    tags = [f"{tag.alternative} {tag.language}" for tag in tags_of(written)]
    return "\n".join([*said, *tags, *described.values()])


def _below(element: Any) -> Iterator[Tag]:
    if not element:
        return
    yield Tag(
        kind=_words(pdfium.FPDF_StructElement_GetType, element),
        alternative=_words(pdfium.FPDF_StructElement_GetAltText, element),
        language=_words(pdfium.FPDF_StructElement_GetLang, element),
    )
    for position in range(pdfium.FPDF_StructElement_CountChildren(element)):
        yield from _below(pdfium.FPDF_StructElement_GetChildAtIndex(element, position))


def _words(ask: Callable[..., int], element: Any) -> str:
    length = ask(element, None, 0)
    room = ctypes.create_string_buffer(length)
    ask(element, room, length)
    return room.raw.decode("utf-16-le").rstrip("\x00")
