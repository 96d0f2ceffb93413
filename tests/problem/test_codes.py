"""Does every code say what is wrong and what to do, with the same facts in both languages?"""

from __future__ import annotations

import re
from string import Formatter

import pytest

from kijun.problem.codes import CODES
from kijun.problem.problem import Severity
from kijun.text import Text


def facts(text: Text) -> tuple[set[str | None], set[str | None]]:
    ja, en = ({name for _, name, _, _ in Formatter().parse(said)} - {None} for said in (text.ja, text.en))
    return ja, en


@pytest.mark.parametrize("code", CODES)
def test_a_code_names_the_same_facts_in_both_languages(code: str) -> None:
    for text in (CODES[code].title, CODES[code].detail):
        ja, en = facts(text)
        assert ja == en


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_stable_and_says_something(code: str) -> None:
    entry = CODES[code]
    assert re.fullmatch(r"K\d{3}", code)
    assert all((entry.title.ja, entry.title.en, entry.detail.ja, entry.detail.en))
    assert not entry.title.en[0].isupper()


def test_what_does_not_stop_the_work_is_a_warning_or_a_notice() -> None:
    mild = {code: entry.severity for code, entry in CODES.items() if entry.severity is not Severity.ERROR}
    assert mild == {
        "K201": Severity.NOTICE,
        "K202": Severity.NOTICE,
        "K211": Severity.WARNING,
        "K221": Severity.NOTICE,
        "K222": Severity.NOTICE,
        "K224": Severity.WARNING,
        "K225": Severity.NOTICE,
        "K341": Severity.WARNING,
        "K342": Severity.WARNING,
        "K405": Severity.NOTICE,
        "K406": Severity.WARNING,
        "K520": Severity.WARNING,
        "K521": Severity.WARNING,
        "K522": Severity.WARNING,
        "K523": Severity.WARNING,
        "K524": Severity.WARNING,
        "K525": Severity.WARNING,
        "K526": Severity.WARNING,
        "K645": Severity.WARNING,
    }


def test_titles_are_told_apart() -> None:
    titles = [entry.title.en for entry in CODES.values()]
    assert sorted(titles) == sorted(set(titles))
