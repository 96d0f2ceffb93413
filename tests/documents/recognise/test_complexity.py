"""What does the complexity of a cell ask for, and by which work is its size reached?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.complexity import recognise_complexity
from kijun.documents.recognise.size_clause import recognise_size_clause
from tests.documents.recognise.written import asked, clause, notebook, value

_OPTIONS = ("夜間の窓口", "多言語の窓口、", "遠隔地（離島等）の窓口")
_IDS = ["?condition:夜間の窓口", "?condition:多言語の窓口", "?condition:遠隔地離島等の窓口"]
_DONE = "受付の活動を実施した経験を有する。"
_HAS = "Has experience of carrying out the activities of visiting with "


def _read(lead: str | None, *options: str) -> Notebook:
    cell = notebook()
    recognise_complexity(clause("complexity", lead, *(options or _OPTIONS)), cell)
    return cell


@pytest.mark.parametrize(
    ("lead", "at_least"),
    [
        (f"以下の２項目以上の条件に該当する窓口にて、{_DONE}", 2),
        (f"次のうち二つ以上の条件に該当する窓口にて、{_DONE}", 2),
        (f"以下2項目以上の条件に該当する窓口にて、{_DONE}", 2),
        (f"以下の条件のうち少なくとも2項目に該当する窓口にて、{_DONE}", 2),
        (f"以下のいずれかの条件に該当する窓口にて、{_DONE}", 1),
        (f"以下のすべての条件に該当する窓口にて、{_DONE}", 3),
        (f"以下の幾つかの条件に該当する窓口にて、{_DONE}", "some"),
        (f"以下のいくつかの条件に該当する窓口にて、{_DONE}", "some"),
        (f"{_HAS}two or more of the following criteria of complexity.", 2),
        (f"{_HAS}two or more items of following conditions.", 2),
        (f"{_HAS}at least two of the following criteria.", 2),
        (f"{_HAS}some of the following conditions.", "some"),
        (f"{_HAS}all of the following conditions.", 3),
    ],
)
def test_how_many_conditions_are_asked_is_read(lead: str, at_least: Any) -> None:
    cell = _read(lead)
    assert (value(cell, "complexity/at_least"), asked(cell)) == (at_least, [])
    assert value(cell, "complexity/of") == _IDS


@pytest.mark.parametrize(
    "lead",
    [
        f"以下の条件に該当する窓口にて、{_DONE}",
        f"以下の4項目以上の条件に該当する窓口にて、{_DONE}",
        f"以下の2項目未満の条件に該当する窓口にて、{_DONE}",
        f"以下の複数の条件に該当する窓口にて、{_DONE}",
        f"{_HAS}the following conditions.",
        f"{_HAS}most of the following conditions.",
    ],
)
def test_a_number_that_is_not_told_is_asked_about(lead: str) -> None:
    cell = _read(lead)
    assert value(cell, "complexity/at_least") == "nothing noted"
    assert "complexity/at_least" in asked(cell)


@pytest.mark.parametrize(
    ("lead", "must"),
    [
        (f"以下の2項目以上の条件（「夜間の窓口」を必須とする）に該当する窓口にて、{_DONE}", _IDS[:1]),
        (
            f"以下の2項目以上の条件（ただし、「夜間の窓口」及び「多言語の窓口」は必須）に該当する窓口にて、{_DONE}",
            _IDS[:2],
        ),
        (f"「多言語の窓口」を含む2項目以上の条件に該当する窓口にて、{_DONE}", _IDS[1:2]),
        (f"以下の2項目以上の条件に該当する窓口にて、{_DONE}", []),
    ],
)
def test_mandatory_conditions_are_read_from_the_quoted_words(lead: str, must: list[str]) -> None:
    cell = _read(lead)
    assert (value(cell, "complexity/must_include"), asked(cell)) == (must, [])


@pytest.mark.parametrize(
    ("lead", "must"),
    [
        (f'{_HAS}two or more of the following conditions ("Night shift" is required.).', ["?condition:nightshift"]),
        (f'{_HAS}two or more of the following conditions, including "Many languages".', ["?condition:manylanguages"]),
    ],
)
def test_mandatory_conditions_are_read_in_english(lead: str, must: list[str]) -> None:
    cell = _read(lead, "Night shift", "Many languages")
    assert (value(cell, "complexity/must_include"), asked(cell)) == (must, [])


@pytest.mark.parametrize(
    "lead",
    [
        f"以下の2項目以上の条件（「月面の窓口」を必須とする）に該当する窓口にて、{_DONE}",
        f"以下の2項目以上の条件（「夜間の窓口」又は「多言語の窓口」を必須とする）に該当する窓口にて、{_DONE}",
        f"以下の2項目以上の条件（「夜間の窓口」を除く）に該当する窓口にて、{_DONE}",
        "以下の2項目以上の条件に該当する窓口にて、受付の活動を7回以上実施した経験を有する。",
        f'{_HAS}two or more of the following conditions, but not "Night shift".',
    ],
)
def test_what_else_the_sentence_asks_for_is_asked_about(lead: str) -> None:
    assert "complexity" in _read(lead).unread


def test_a_role_is_read_where_one_is_printed() -> None:
    cell = _read(f"以下の2項目以上の条件に該当する窓口にて、窓口責任者の立場で、{_DONE}")
    assert value(cell, "complexity/role") == "responsible"
    assert value(_read(f"以下の2項目以上の条件に該当する窓口にて、{_DONE}"), "complexity/role") is None


@pytest.mark.parametrize(
    ("lead", "options"),
    [
        ("複雑性を問わず、求められた作業に参画した経験を有する。", ()),
        ("Regardless of complexity, has experience of the requested work.", ()),
        (None, ("特定せず",)),
    ],
)
def test_a_complexity_that_is_not_asked_is_nothing(lead: str | None, options: tuple[str, ...]) -> None:
    cell = notebook()
    recognise_complexity(clause("complexity", lead, *options), cell)
    assert (value(cell, "complexity"), asked(cell)) == (None, [])


def test_a_sentence_among_the_conditions_tells_that_a_heading_is_missing() -> None:
    lead = f"以下の2項目以上の条件に該当する窓口にて、{_DONE}"
    cell = _read(lead, "夜間の窓口", "多言語の窓口以下のいずれかの規模の窓口にて、受付の活動を実施した経験を有する。")
    assert {"complexity", "size", "size_clause"} <= {*cell.unread}


def test_conditions_without_a_sentence_are_asked_about() -> None:
    assert asked(_read(None)) == ["complexity"]


def test_the_work_of_a_size_is_read_without_its_bands() -> None:
    cell = notebook()
    lead = "以下のいずれかの規模に相当する窓口にて、受付の活動に参画した経験を有する。"
    recognise_size_clause(clause("size", lead, "９台以上の端末"), cell)
    assert value(cell, "size_clause/outcome") == "participated"
    assert value(cell, "size_clause/activities") == {"any_of": ["?activity:受付"]}
    assert asked(cell) == []


@pytest.mark.parametrize("lead", ["サイズを問わず、作業に参画した経験を有する。", "特定せず。", "Not specified.", None])
def test_a_size_that_is_not_asked_has_no_work(lead: str | None) -> None:
    cell = notebook()
    recognise_size_clause(clause("size", lead), cell)
    assert (cell.noted, asked(cell)) == ({}, [])
