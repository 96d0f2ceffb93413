"""How many times or years does a responsibility ask for?"""

from __future__ import annotations

import pytest

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.counts import recognise_count
from kijun.documents.recognise.sentence import Sentence
from tests.documents.recognise.written import asked, notebook, passage, value


def _read(words: str) -> Notebook:
    cell = notebook()
    recognise_count(Sentence(passage(words)), cell)
    return cell


@pytest.mark.parametrize(
    ("words", "measure", "at_least"),
    [
        ("窓口の活動を７回以上実施した", "times", 7),
        ("窓口の活動を七回以上実施した", "times", 7),
        ("窓口の活動を少なくとも7回（レベル4）実施した", "times", 7),
        ("窓口の活動を6回を超えて実施した", "times", 7),
        ("7件以上の案件を実施した", "times", 7),
        ("7年間以上、窓口の活動を実施した", "years", 7),
        ("窓口の活動を７か年以上実施した", "years", 7),
        ("窓口の活動を7回以上（内2回以上はレベル4、他はレベル3以上）実施した", "times", 7),
        ("running help desks seven times or more", "times", 7),
        ("running help desks seven or more times", "times", 7),
        ("running help desks at least 7 times", "times", 7),
        ("running help desks twice or more", "times", 2),
        ("seven or more projects", "times", 7),
        ("running help desks for more than 6 years", "years", 7),
    ],
)
def test_a_count_is_read_with_its_measure(words: str, measure: str, at_least: int) -> None:
    cell = _read(words)
    assert (value(cell, "responsibility/measure"), value(cell, "responsibility/at_least")) == (measure, at_least)
    assert asked(cell) == []


@pytest.mark.parametrize(
    "words",
    [
        "窓口の活動を7回実施した",
        "窓口の活動を7回以下実施した",
        "窓口の活動を7～9回実施した",
        "窓口の活動を約7回以上実施した",
        "窓口の活動を数回以上実施した",
        "窓口の活動を７か月以上実施した",
        "窓口の活動を一年半以上実施した",
        "窓口の活動を7回以上又は3年以上実施した",
        "窓口の活動を実施した",
        "running help desks several times",
        "running help desks for 18 months or more",
        "running help desks seven to nine times",
    ],
)
def test_a_count_that_is_not_clear_is_asked_about(words: str) -> None:
    cell = _read(words)
    assert value(cell, "responsibility/at_least") == "nothing noted"
    assert "responsibility/at_least" in asked(cell)
    assert "responsibility" in cell.unread


def test_the_count_is_cited_by_the_line_of_its_number() -> None:
    cell = _read("窓口の活動を\n３\n回以上実施した")
    assert cell.noted["responsibility/at_least"].place.line == 2
