"""Can a person find what is cited?"""

from __future__ import annotations

from kijun.citation import Citation


def test_a_citation_is_said_as_document_and_line() -> None:
    assert str(Citation(document="002", line=140, page="CS-6")) == "002:140"
