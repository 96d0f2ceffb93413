"""Does a document give the same draft however its lines are wrapped and its pages ordered, or else a question?"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.unseen.checks import HAND_WRITTEN, drafted, pieces
from tests.documents.unseen.laws import language_of, real_documents, real_pdfs, variants_differ
from tests.documents.unseen.layout import Layout, set_as_text
from tests.documents.unseen.same_draft import differences
from tests.documents.unseen.variants import every_wrap, shuffled_pdf

_STEP = 8
"""One place in so many in the suite; all of them in the longer run."""
few = settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
seeds = st.integers(0, 10_000)


@few
@given(seed=seeds, language=st.sampled_from(["ja", "en"]))
def test_an_invented_document_is_read_alike_in_any_order_and_wrapping(tmp_path: Path, seed: int, language: str) -> None:
    text = set_as_text(pieces(seed, "en" if language == "en" else "ja")[1], Layout(language=language))
    assert variants_differ(text, Random(seed), tmp_path / f"{language}-{seed}") == []


@pytest.mark.skipif(not real_documents(), reason="the published documents are not part of the project")
@pytest.mark.parametrize("path", real_documents(), ids=lambda path: path.stem[:3])
def test_a_published_document_is_read_alike_in_any_order_and_wrapping(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    is_ordered = path.stem.startswith("001")  # its tables do not name their field
    assert variants_differ(text, Random(1), tmp_path, is_ordered=is_ordered) == []


@pytest.mark.skipif(not real_pdfs(), reason="the published documents are not part of the project")
@pytest.mark.parametrize("path", real_pdfs(), ids=lambda path: path.stem)
def test_a_published_pdf_is_read_alike_in_any_order_of_its_pages(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    printed, other = tmp_path / "printed.pdf", tmp_path / "shuffled.pdf"
    printed.write_bytes(data)
    other.write_bytes(shuffled_pdf(data, Random(1)))
    assert differences(drafted(printed), drafted(other)) == []


@pytest.mark.parametrize(("name", "decisive"), [("plant", "三回以上"), ("consultant", "6 and others")])
def test_a_wrap_at_any_place_of_a_decisive_line_gives_no_other_number(name: str, decisive: str, tmp_path: Path) -> None:
    text, _ = HAND_WRITTEN[name]
    (tmp_path / "printed.txt").write_text(text, encoding="utf-8")
    first = drafted(tmp_path / "printed.txt")
    line = next(number for number, line in enumerate(text.split("\n")) if decisive in line)
    for wrapped in every_wrap(text, line, language_of(text), step=_STEP):
        (tmp_path / "wrapped.txt").write_text(wrapped, encoding="utf-8")
        assert differences(first, drafted(tmp_path / "wrapped.txt")) == [], wrapped.split("\n")[line : line + 2]
