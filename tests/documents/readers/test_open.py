from __future__ import annotations

from pathlib import Path

import pytest

from kijun.documents.readers.open import open_document
from kijun.documents.readers.refusal import Unreadable
from tests.broken.documents import pdf, word


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a", "受付を担当した。\n", "text"),
        ("a.txt", "# 受付\n\n## 窓口\n", "markdown"),
        ("a.txt", "受付\n<p>窓口</p> <p>案内</p>\n", "markdown"),
        ("a.txt", "| a | b |\n|---|---|\n", "markdown"),
        ("a.md", "受付を担当した。\n", "markdown"),
        ("a.txt", "<!-- x -->\n<!DOCTYPE html>\n<p>受付", "html"),
        ("a.md", "<html><p>受付", "html"),
        ("a.html", "<p>受付</p>", "html"),
        ("a.html", "受付を担当した。", "text"),
        ("a.txt", "# 受付の標準\n- 窓口 < 3 > 2\n", "text"),
        ("a.txt", word("受付"), "docx"),
        ("a.txt", pdf(b"BT /F 12 Tf 20 100 Td (counter) Tj ET"), "pdf"),
        ("a.txt", "How to find %PDF- in a file\n", "text"),
    ],
)
def test_what_stands_in_a_file_decides_before_its_name(
    name: str, content: str | bytes, kind: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    assert open_document(path).format == kind


def test_a_stray_control_character_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("受付の担当者を務めた\x07\n", encoding="utf-8")
    assert open_document(path).format == "text"


@pytest.mark.parametrize(("name", "code"), [("a.docx", "K504"), ("a.doc", "K504"), ("a.pdf", "K501")])
def test_a_text_that_is_named_like_another_kind_of_document_is_refused(name: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("受付を担当した。\n", encoding="utf-8")
    with pytest.raises(Unreadable) as refused:
        open_document(path)
    assert [problem.code for problem in refused.value.problems] == [code]  # type: ignore[attr-defined]  # they are problems
