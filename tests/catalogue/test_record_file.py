"""Is the person of a record file found, or every problem of the file?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kijun.catalogue.record_file import load_record, open_record, read_record_text
from kijun.catalogue.record_words import words_of
from kijun.errors import BadInput
from kijun.evidence import Name
from tests.framework.small import edition

TODAY = date(2026, 4, 1)
WORDS = words_of([edition()])
GOOD = "employee: E-1\nname: 佐藤\n"
SERVED = (
    "engagements:\n- id: a\n  fields: [{field}]\n  activities: [{activity}]\n  role: leader\n  from: {start}\n"
    "  outcome: succeeded\n"
)


def test_a_good_file_gives_its_person(tmp_path: Path) -> None:
    path = tmp_path / "record.yaml"
    path.write_text(GOOD, encoding="utf-8")
    loaded = load_record(path, WORDS, today=TODAY)
    assert loaded.person is not None
    assert (loaded.person.name, loaded.problems) == (Name(written="佐藤"), ())


def test_a_file_that_cannot_be_read_gives_its_problem(tmp_path: Path) -> None:
    loaded = load_record(tmp_path / "none.yaml", WORDS, today=TODAY)
    assert (loaded.person, [problem.code for problem in loaded.problems]) == (None, ["K001"])


def test_all_problems_of_a_text_are_found_at_once_in_the_order_of_their_places() -> None:
    text = "name: A\nluck: 1\nname: B\ncomplete: [all]\n"
    loaded = read_record_text(text, "a.yaml", WORDS, today=TODAY)
    assert loaded.person is None
    assert [(problem.code, problem.place.line) for problem in loaded.problems] == [
        ("K102", 1),
        ("K101", 2),
        ("K008", 3),
        ("K104", 4),
    ]


def test_a_text_that_ends_the_reading_gives_no_person() -> None:
    loaded = read_record_text("a: [1\n", "a.yaml", WORDS, today=TODAY)
    assert (loaded.person, [problem.code for problem in loaded.problems]) == (None, ["K006"])


def test_a_warning_stops_nothing() -> None:
    text = GOOD + SERVED.format(field="alpha", activity="install", start="2026-04-02")
    loaded = read_record_text(text, "a.yaml", WORDS, today=TODAY)
    assert loaded.person is not None
    assert [problem.code for problem in loaded.problems] == ["K211"]


def test_a_record_is_opened_with_the_words_of_the_shipped_editions_and_of_those_given(tmp_path: Path) -> None:
    path = tmp_path / "record.yaml"
    path.write_text(GOOD + SERVED.format(field="hardware", activity="install", start="2021-04-01"), encoding="utf-8")
    assert open_record(path, [edition()], today=TODAY).engagements[0].fields == ("hardware",)
    with pytest.raises(BadInput) as refused:
        open_record(str(path))
    assert refused.value.text.en == "The record cannot be used: 1 problem."
    assert refused.value.text.ja == "経歴を読めません。誤りが1件あります。"
    assert len(refused.value.problems) == 1


def test_several_problems_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(BadInput, match="cannot be used: 2 problems"):
        open_record(path)
