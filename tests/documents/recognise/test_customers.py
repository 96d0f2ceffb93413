"""Which customers does a size name?"""

from __future__ import annotations

import pytest

from kijun.documents.fold import fold
from kijun.documents.glossary import Entry, Glossary, shipped_glossary
from kijun.documents.recognise.customers import Customers, customers_in, names_customers

_SHIPPED = shipped_glossary()
_OWN = Glossary(
    {
        "customers": [
            Entry(id="town", printed=("一つの町",), within=""),
            Entry(id="country", printed=("国の全体", "島の全体"), within=""),
        ]
    }
)


@pytest.mark.parametrize(
    ("words", "reaches", "or_equivalent"),
    [
        ("国の全体を担当", ("country",), False),
        ("国の全体、島の全体又はそれらに相当するユーザを担当、", ("country",), True),
        ("国の全体または一つの町を担当", ("country", "town"), False),
        ("班の一員として一つの町に対するサービス活動に加わる", ("town",), False),
        ("国の全体に準ずるユーザ", (), False),
    ],
)
def test_the_reaches_are_read_in_printed_order(words: str, reaches: tuple[str, ...], or_equivalent: bool) -> None:
    expected = Customers(reaches=reaches, or_equivalent=or_equivalent) if reaches else None
    assert customers_in(fold(words).text, _OWN) == expected


@pytest.mark.parametrize("words", ["国の全体及び海を担当", "銀河の全体を担当", "国の全体ではない町を担当", ""])
def test_customers_that_are_not_known_are_not_guessed(words: str) -> None:
    assert customers_in(fold(words).text, _OWN) is None


@pytest.mark.parametrize(
    ("words", "reach"),
    [
        ("全国を担当", "nationwide-overseas-or-infrastructure"),
        ("特定業界全体を担当", "whole-region-or-industry"),
        ("広域地域を担当", "part-of-region-or-industry"),
        ("Serves a specific user", "specific-user"),
    ],
)
def test_the_shipped_words_tell_the_whole_of_a_region_from_a_part(words: str, reach: str) -> None:
    assert customers_in(fold(words).text, _SHIPPED) == Customers(reaches=(reach,), or_equivalent=False)


def test_a_unit_of_measure_names_no_customers() -> None:
    assert names_customers("広域地域を担当")
    assert not names_customers("利用者が500人以上のシステム")
