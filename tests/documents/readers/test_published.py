"""Are the published documents read with the lines that a citation names?"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from kijun.documents.printed import Line
from kijun.documents.readers.open import open_document

_DOCUMENTS: Final = Path(__file__).resolve().parents[3].parent / "shared" / "documents"
_MARKED_UP: Final = "003"

pytestmark = pytest.mark.skipif(not _DOCUMENTS.is_dir(), reason="the published documents are not part of the project")


def _read(number: str) -> tuple[str, list[str], list[Line]]:
    (path,) = _DOCUMENTS.glob(f"{number}-*.txt")
    document = open_document(path)
    return (
        document.format,
        path.read_text(encoding="utf-8").split("\n"),
        [line for page in document.pages() for line in page.lines],
    )


@pytest.mark.parametrize("number", ["000", "001", "002", "004"])
def test_a_text_is_read_line_by_line(number: str) -> None:
    kind, printed, lines = _read(number)
    assert kind == "text"
    assert {line.place.line: line.text for line in lines} == {
        at: words for at, words in enumerate(printed, start=1) if words.strip()
    }


def test_marked_up_blocks_are_read_at_their_line_and_column() -> None:
    kind, printed, lines = _read(_MARKED_UP)
    assert kind == "markdown"
    assert [line for line in lines if "<" in line.text or "&" in line.text or "#" in line.text] == []
    for line in lines:
        rest = printed[line.place.line - 1][line.place.column - 1 :]
        if line.text.startswith("□"):
            assert rest.startswith("<input"), line.place
        else:
            assert re.sub("<[^>]*>|&nbsp;", "", rest).startswith(line.text[:3]), line.place


def test_every_check_box_of_the_marked_up_document_is_a_line() -> None:
    _, printed, lines = _read(_MARKED_UP)
    boxes = sum(line.count('type="checkbox"') for line in printed)
    assert sum(line.text.count("□") for line in lines) == sum(line.text.startswith("□") for line in lines) == boxes > 0
