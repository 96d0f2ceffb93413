"""What does the whole responsibility of a cell ask for, and what of it is asked about?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.responsibility import recognise_responsibility
from tests.documents.recognise.written import asked, clause, notebook, value

_WHOLE = (
    "運用の局面における窓口責任者として、社外の部門と連携を取り、受付、巡回の活動を７回以上"
    "（内２回以上はレベル５、他はレベル４以上の複雑性、サイズ相当）成功裡に遂行した経験を有する。"
)


def _read(lead: str | None, *options: str) -> Notebook:
    cell = notebook()
    recognise_responsibility(clause("responsibility", lead, *options), cell)
    return cell


def _all(cell: Notebook) -> dict[str, Any]:
    return {below: noted.value for below, noted in cell.noted.items()}


def test_every_value_of_a_responsibility_is_read() -> None:
    cell = _read(_WHOLE)
    assert asked(cell) == []
    assert _all(cell) == {
        "responsibility/measure": "times",
        "responsibility/at_least": 7,
        "responsibility/slots": [5, 5, 4, 4, 4, 4, 4],
        "responsibility/role": "responsible",
        "responsibility/roles": ["?title:窓口責任者"],
        "responsibility/market": [],
        "responsibility/outcome": "succeeded",
        "responsibility/circumstances": [
            {"kind": "phases", "of": ["?circumstance:運用"]},
            {"kind": "works-with", "of": ["?circumstance:社外の部門"]},
        ],
        "responsibility/activities": {"any_of": ["?activity:受付", "?activity:巡回"]},
    }


def test_the_same_is_read_in_english() -> None:
    cell = _read(
        "Works as a leader of the help desk team. Has experience and performance of successfully carrying out the activities of "
        "answering calls and visiting at least 3 times (one at level 5, the rest at level 4 or above)."
    )
    assert asked(cell) == []
    assert value(cell, "responsibility/slots") == [5, 4, 4]
    assert value(cell, "responsibility/role") == "leader"
    assert value(cell, "responsibility/activities") == {"any_of": ["?activity:answeringcalls", "?activity:visiting"]}


@given(st.sets(st.integers(1, len(_WHOLE) - 1), max_size=6), st.sampled_from(["\n", "\n\n", " \n"]))
def test_a_wrap_anywhere_reads_the_same_or_asks(breaks: set[int], wrap: str) -> None:
    words = "".join(wrap + letter if at in breaks else letter for at, letter in enumerate(_WHOLE))
    cell = _read(words)
    assert _all(cell) == _all(_read(_WHOLE))


@pytest.mark.parametrize(
    "words",
    [
        "窓口責任者として、12名以上の窓口で受付の活動を3回以上（レベル4の複雑性、サイズ相当）実施した経験を有する。",
        "窓口責任者として、受付の活動を3回以上（レベル4の複雑性、サイズ相当、ただし1回は海外）実施した経験を有する。",
        "窓口責任者として、従業員900人以上の会社で受付の活動を3回以上（レベル4相当）実施した経験を有する。",
        "Works as a leader of a team of 9 or more members. Has experience of carrying out the activities of visiting twice or more (Level 3).",
        "窓口責任者として、受付の活動を2\n8\n回以上（レベル4の複雑性、サイズ相当）実施した経験を有する。",
    ],
)
def test_a_threshold_or_an_exception_that_nothing_took_is_asked_about(words: str) -> None:
    cell = _read(words)
    assert "responsibility" in asked(cell)
    assert "responsibility" in cell.unread


def test_a_responsibility_that_is_not_asked_is_nothing() -> None:
    assert value(_read("責任性を問わず。"), "responsibility") is None


def test_options_below_a_responsibility_tell_that_a_heading_is_missing() -> None:
    cell = _read(_WHOLE, "夜間の窓口", "多言語の窓口")
    assert {*cell.unread} == {"responsibility", "complexity"}


def test_a_clause_without_a_sentence_is_asked_about() -> None:
    assert asked(_read(None, "夜間の窓口")) == ["responsibility"]
