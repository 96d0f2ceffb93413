"""Does any mutated document make a traceback? A sample; `python -m tests.documents.fuzz` tries many thousands."""

from __future__ import annotations

from pathlib import Path

import pytest

from kijun.documents.readers.open import open_document
from tests.documents.fuzz import HTML, KINDS, MARKDOWN, TEXT, try_one


@pytest.mark.parametrize(("kind", "count"), [("text", 500), ("html", 300), ("docx", 100), ("pdf", 50)])
def test_a_mutated_document_is_read_or_refused(kind: str, count: int, tmp_path: Path) -> None:
    for number in range(count):
        assert try_one(kind, f"suite/{kind}/{number}", tmp_path)


@pytest.mark.parametrize(
    ("name", "text", "kind"), [("a.txt", TEXT, "text"), ("a.md", MARKDOWN, "markdown"), ("a.html", HTML, "html")]
)
def test_what_is_mutated_is_in_order_before(name: str, text: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    assert open_document(path).format == kind


def test_every_kind_can_be_asked_for() -> None:
    assert set(KINDS) == {"text", "html", "docx", "pdf"}
