"""Which PDFs can be read, and what is held while they are?"""

from __future__ import annotations

import gc
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from kijun.documents.readers.pdf.document import open_pdf
from kijun.documents.readers.refusal import Unreadable
from kijun.problem import Problem
from tests.documents.readers.pdf.making import drawn, first_page, typeset, words

_TEXT = "BT /F1 10 Tf 1 0 0 1 50 700 Tm (level 3) Tj ET"


def _code(path: Path) -> str:
    with pytest.raises(Unreadable) as raised:
        [*open_pdf(path).pages()]
    [problem] = raised.value.problems
    assert isinstance(problem, Problem)
    return problem.code


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(drawn(tmp_path, _TEXT)) as document:
        document.save(locked, encryption=pikepdf.Encryption(user="secret", owner="owner"))
    assert _code(locked) == "K500"


def test_a_pdf_that_only_forbids_changes_is_read(tmp_path: Path) -> None:
    kept = tmp_path / "kept.pdf"
    with pikepdf.open(drawn(tmp_path, _TEXT)) as document:
        document.save(kept, encryption=pikepdf.Encryption(user="", owner="owner"))
    assert words(first_page(kept)) == ["level 3"]


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.4\nnothing else\n%%EOF", b"\0" * 100])
def test_what_is_no_pdf_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "damaged.pdf"
    path.write_bytes(content)
    assert _code(path) == "K501"


def test_pictures_of_pages_are_refused(tmp_path: Path) -> None:
    assert _code(drawn(tmp_path, "0.5 g 50 50 500 700 re f", "0.5 g 50 50 500 700 re f")) == "K502"


def test_empty_pages_are_refused(tmp_path: Path) -> None:
    assert _code(drawn(tmp_path, "", "")) == "K503"


def test_one_page_with_letters_is_enough(tmp_path: Path) -> None:
    pages = [*open_pdf(drawn(tmp_path, "0.5 g 50 50 500 700 re f", _TEXT)).pages()]
    assert [words(page) for page in pages] == [[], ["level 3"]]


def test_the_pages_may_be_read_again(tmp_path: Path) -> None:
    printed = open_pdf(typeset(tmp_path, "一の頁#pagebreak()二の頁"))
    assert (printed.name, printed.format, printed.count) == ("typeset.pdf", "pdf", 2)
    assert [*printed.pages()] == [*printed.pages()]


def test_only_one_page_is_held_at_a_time(tmp_path: Path) -> None:
    numbers, held = [], []
    for page in open_pdf(drawn(tmp_path, *[_TEXT] * 90)).pages():
        numbers.append(page.number)
        if page.number % 20 == 0:
            held.append(_open_pages())
    assert numbers == [*range(1, 91)]
    assert held == [0] * 4


def _open_pages() -> int:
    """Return how many pages, and texts of pages, are open."""
    kinds = (pypdfium2.PdfPage, pypdfium2.PdfTextPage)
    return sum(isinstance(thing, kinds) and bool(thing.raw) for thing in gc.get_objects())
