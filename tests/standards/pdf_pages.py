"""Which lines does a page of a published PDF have, from the top, empty ones left out?

The page is named by the number that is printed on it. Read with Debian's pdftotext where it and the documents are at hand. What
stands at one height is one line over all columns; the title of the overview, set from top to bottom in its margin, is cut off:
its large letters would part lines.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import pytest

_FOLDER: Final = Path(__file__).resolve().parents[2].parent / "shared" / "documents" / "pdf"
_PDFTOTEXT: Final = shutil.which("pdftotext")
PDFS: Final = {"005": "v3-2011-levels-1-2-indicators-ja.pdf", "006": "v3-2011-levels-1-2-skills-ja.pdf"}
"""Document -> the file that it is."""
_LABEL: Final = re.compile(r"L1,2-\d+")
_MARGINS: Final = {("006", 3): 200}
"""Document and page with a title from top to bottom -> how wide its margin is, in points."""
_FAR: Final = 2000
"""More points than a page has."""

with_the_pdfs = pytest.mark.skipif(
    _PDFTOTEXT is None or not _FOLDER.is_dir(), reason="the published PDFs, or pdftotext, are not at hand"
)


@cache
def pages(document: str) -> Mapping[str, tuple[str, ...]]:
    """Return the lines of each page of a PDF by its printed number; the first is line 1, before it stands nothing."""
    text = _said(document)
    found = [[line for line in page.split("\n") if line.strip()] for page in text.split("\f")]
    for (which, page), margin in _MARGINS.items():
        if which == document:
            found[page - 1] = [line for line in _said(document, page, margin).rstrip("\f").split("\n") if line.strip()]
    return {_LABEL.findall(lines[-1])[0]: ("", *lines) for lines in found if lines}


def _said(document: str, page: int | None = None, margin: int = 0) -> str:
    """Return the text of a PDF, or of one page without its left margin."""
    assert _PDFTOTEXT is not None
    part = ["-r", "72", "-f", page, "-l", page, "-x", margin, "-y", 0, "-W", _FAR, "-H", _FAR] if page else []
    command = [_PDFTOTEXT, "-layout", *map(str, part), str(_FOLDER / PDFS[document]), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
