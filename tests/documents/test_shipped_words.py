"""Which words of the shipped editions does a draft take over?"""

from __future__ import annotations

import pytest

from kijun.documents.shipped_words import ShippedWords

EDITIONS = pytest.mark.parametrize("edition", ["itss/v3-2008", "itss/v3-2011", None])


@EDITIONS
def test_a_phase_has_its_name_whichever_edition_is_read(edition: str | None) -> None:
    found = ShippedWords(edition).phase("management-strategy-formulation")
    assert found is not None
    assert set(found["name"]) == {"ja", "en"}


def test_a_phase_that_no_edition_has_is_none() -> None:
    assert ShippedWords(None).phase("phase-1") is None


@EDITIONS
def test_kinds_of_circumstances_are_those_of_all_editions(edition: str | None) -> None:
    kinds = [each["id"] for each in ShippedWords(edition).whole("circumstances")["kinds"]]
    assert {"manner", "outcome-qualities", "phases"} <= set(kinds)
    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize("edition", ["itss/v3-2008", "itss/v3-2011"])
def test_an_order_is_that_of_the_edition_that_is_read(edition: str) -> None:
    words = ShippedWords(edition)
    assert words.whole("roles")["ranks"] == words.head("vocabulary/roles.yaml")["ranks"]
