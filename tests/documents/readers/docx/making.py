"""How does a test make a Word document with what its library does not write?"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from lxml import etree

from kijun.documents.printed import Page
from kijun.documents.readers.open import open_document

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def elements(xml: str) -> list[etree._Element]:
    """Return the elements of a piece of WordprocessingML."""
    return list(etree.fromstring(f"<x {_SPACES}>{xml}</x>"))


def pages_of_body(folder: Path, xml: str) -> list[Page]:
    """Return the pages of a document whose body is this."""
    document = docx.Document()
    for element in reversed(elements(xml)):
        document.element.body.insert(0, element)
    return pages_of_document(folder, document)


def pages_of_document(folder: Path, document: Document) -> list[Page]:
    """Return the pages of a document."""
    out, path = BytesIO(), folder / "a.docx"
    document.save(out)
    path.write_bytes(out.getvalue())
    opened = open_document(path)
    assert opened.format == "docx"
    pages = list(opened.pages())
    assert len(pages) == opened.count
    return pages


def paragraph(words: str, properties: str = "") -> str:
    """Return a paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
