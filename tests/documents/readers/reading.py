"""How does a test read a document that it wrote?"""

from __future__ import annotations

from pathlib import Path

from kijun.documents.printed import Page
from kijun.documents.readers.open import open_document


def pages_of(folder: Path, name: str, content: str | bytes) -> list[Page]:
    """Return the pages of a document with this content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(open_document(path).pages())


def texts(pages: list[Page]) -> list[str]:
    """Return the lines of pages."""
    return [line.text for page in pages for line in page.lines]


def places(pages: list[Page]) -> list[tuple[int, int, str, str]]:
    """Return line, column, the break before, and the words of every printed line."""
    return [(line.place.line, line.place.column, line.after, line.text) for page in pages for line in page.lines]


def cells(page: Page, table: int = 0) -> list[list[tuple[str, str | None]]]:
    """Return the words and colours of a table's cells."""
    return [[(cell.text, cell.fill) for cell in row] for row in page.grids[table].rows]
