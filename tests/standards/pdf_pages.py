"""Which lines does a page of a published PDF have, from the top, empty ones left out?

The page is named by the number that is printed on it. Read with Debian's pdftotext where it and the documents are at hand.
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

with_the_pdfs = pytest.mark.skipif(
    _PDFTOTEXT is None or not _FOLDER.is_dir(), reason="the published PDFs, or pdftotext, are not at hand"
)


@cache
def pages(document: str) -> Mapping[str, tuple[str, ...]]:
    """Return the lines of each page of a PDF by its printed number; the first is line 1, before it stands nothing."""
    assert _PDFTOTEXT is not None
    command = [_PDFTOTEXT, "-layout", str(_FOLDER / PDFS[document]), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = [[line for line in page.split("\n") if line.strip()] for page in text.split("\f")]
    return {_LABEL.findall(lines[-1])[0]: ("", *lines) for lines in found if lines}
