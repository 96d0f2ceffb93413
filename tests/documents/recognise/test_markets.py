"""For which markets does a responsibility want the role to be responsible?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.markets import recognise_market
from kijun.documents.recognise.roles import recognise_role
from kijun.documents.recognise.sentence import Sentence
from tests.documents.recognise.written import asked, notebook, passage, value


def _read(words: str) -> Notebook:
    cell, sentence = notebook(), Sentence(passage(words))
    recognise_market(sentence, recognise_role(sentence, "responsibility", cell, is_required=True), cell)
    return cell


_AS = "As a person responsible for sales in "


@pytest.mark.parametrize(
    ("words", "market"),
    [
        ("the whole specific industry.", [{"scope": "whole-specific-industry"}]),
        (
            "two companies or more with 700 employees or more, or equal market segments.",
            [{"scope": "companies", "count": 2, "employees": {"at_least": 700}}, {"scope": "equivalent"}],
        ),
        (
            "four or more companies, departments, and establishments with 70 or more but less than 200 employees.",
            [
                {
                    "scope": "companies-departments-establishments",
                    "count": 4,
                    "employees": {"at_least": 70, "below": 200},
                }
            ],
        ),
        (
            "whole specific industry, 2 or more specific sub-industries or equivalent market segment.",
            [
                {"scope": "whole-specific-industry"},
                {"scope": "specific-sub-industries", "count": 2},
                {"scope": "equivalent"},
            ],
        ),
    ],
)
def test_every_alternative_of_a_market_is_read(words: str, market: list[Any]) -> None:
    cell = _read(_AS + words)
    assert (value(cell, "responsibility/market"), asked(cell)) == (market, [])


@pytest.mark.parametrize(
    "words",
    [
        "two companies with about 700 employees.",
        "two companies with 700 employees.",
        "up to two companies, or equivalent market segments.",
        "the whole fishing industry.",
        "the whole specific industry, or three companies or more with 700 employees or more each year.",
    ],
)
def test_a_market_that_is_not_known_or_not_clear_is_asked_about(words: str) -> None:
    cell = _read(_AS + words)
    assert (value(cell, "responsibility/market"), asked(cell)) == ("nothing noted", ["responsibility/market"])


def test_most_roles_have_no_market() -> None:
    assert value(_read("窓口責任者として、活動を実施した。"), "responsibility/market") == []
