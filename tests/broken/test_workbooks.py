"""Does every broken workbook say what is wrong, in which cell, and what to do, in both languages?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kijun.exchange.workbook.incoming import read, read_person
from tests.broken.expected import assert_says, table, workbooks
from tests.broken.workbooks import MAKERS, make_workbook, sound
from tests.exchange.workbook.records import EDITIONS

TODAY = date(2026, 4, 1)
NAME = "career.xlsx"


def test_every_workbook_that_is_made_is_in_the_table() -> None:
    assert {name for name, case in table()["workbooks"].items() if "sheets" not in case} == set(MAKERS)


def test_the_sound_workbook_is_sound() -> None:
    loaded = read_person(read(sound(), EDITIONS), EDITIONS, today=TODAY)
    assert loaded.problems == ()
    assert loaded.person is not None


@pytest.mark.parametrize("name", workbooks())
def test_a_broken_workbook_says_all_its_problems(name: str) -> None:
    loaded = read_person(read(make_workbook(name), EDITIONS, name=NAME), EDITIONS, today=TODAY, name=NAME)
    assert_says(loaded.problems, workbooks()[name], Path())
