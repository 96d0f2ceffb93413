"""Is every saying given in both languages, and joined as each language joins?"""

from __future__ import annotations

import pytest

from kijun.text import LANGUAGES, Text, inside, join, same


def test_a_saying_is_said_in_the_language_that_is_asked_for() -> None:
    saying = Text(ja="複雑性", en="complexity")
    assert [saying.said_in(language) for language in LANGUAGES] == ["複雑性", "complexity"]


def test_a_proper_name_reads_the_same_in_both_languages() -> None:
    assert same("bank-core") == Text(ja="bank-core", en="bank-core")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Several vendors", "several vendors"),
        ("IT facilities", "IT facilities"),
        ("A specific user", "a specific user"),
        ("B", "b"),
        ("", ""),
        ("24 hours", "24 hours"),
        ("Project Management", "Project Management"),
        ("Knowledge of Quality Control", "Knowledge of Quality Control"),
        ("Proposals of IT solutions", "proposals of IT solutions"),
    ],
)
def test_a_name_inside_a_sentence_loses_its_capital_where_it_is_the_only_one(name: str, said: str) -> None:
    assert inside(Text(ja="名", en=name)) == Text(ja="名", en=said)


def test_sayings_are_joined_by_the_comma_of_each_language() -> None:
    assert join([same("a"), same("b"), same("c")]) == Text(ja="a、b、c", en="a, b, c")


def test_sayings_are_joined_by_another_word_where_one_is_given() -> None:
    assert join([same("a"), same("b")], ja="または", en=" or ") == Text(ja="aまたはb", en="a or b")


def test_nothing_joined_is_an_empty_saying() -> None:
    assert join([]) == same("")
