"""Does every document that cannot be read say why, where, and what to do, in both languages?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kijun.documents.readers.open import open_document
from kijun.documents.readers.refusal import Unreadable
from tests.broken.documents import MAKERS, make_document
from tests.broken.expected import assert_says, documents


def test_every_document_that_is_made_is_in_the_table() -> None:
    assert set(MAKERS) == set(documents())


@pytest.mark.parametrize("name", documents())
def test_a_document_that_cannot_be_read_says_why(name: str, tmp_path: Path) -> None:
    path = make_document(name, tmp_path)
    with pytest.raises(Unreadable) as refused:
        open_document(path)
    assert name in refused.value.text.ja
    assert_says(refused.value.problems, documents()[name], tmp_path)  # type: ignore[arg-type]  # they are problems


def test_a_document_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "text.txt"
    path.write_text("受付", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Unreadable) as refused:
        open_document(path)
    assert [problem.code for problem in refused.value.problems] == ["K009"]  # type: ignore[attr-defined]
