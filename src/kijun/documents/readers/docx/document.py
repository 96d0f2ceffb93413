"""What is printed in a document of Word: its pages?

What stands at the head and foot of its pages comes first, once, because Word does not keep where a page begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kijun.documents.printed import Page, Printed
from kijun.documents.readers.docx.archive import Archive, opened
from kijun.documents.readers.docx.bullets import bullets_of
from kijun.documents.readers.docx.story import Story
from kijun.documents.readers.refusal import refuse


def open_docx(path: Path) -> Printed:
    """Return a Word document to be read page by page. Raises Unreadable for one that is none, damaged, hostile or empty."""
    count, lines = 0, 0
    for page in _pages(path):
        count, lines = count + 1, lines + len(page.lines)
    if not lines:
        raise refuse("K503", path)
    return Printed(name=path.name, format="docx", count=count, pages=lambda: _pages(path))


def _pages(path: Path) -> Iterator[Page]:
    with opened(path) as archive:
        story = Story(bullets_of(archive))
        _read_furniture(archive, story)
        for block in archive.blocks():
            story.read(block)
            yield from story.turned
            story.turned.clear()
        story.finish()
        yield from story.turned


def _read_furniture(archive: Archive, story: Story) -> None:
    seen = set[str]()
    for part in (*archive.related("header"), *archive.related("footer")):
        words = "\n".join(str(each) for each in part.itertext())
        if words not in seen:
            story.read(part)
        seen.add(words)
