"""Do all broken verdicts of a workforce say what is wrong, in which file, and what to do, in both languages?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kijun.errors import BadInput
from kijun.population.verdicts import open_verdicts
from kijun.problem import Problem
from tests.broken.expected import assert_says, table, verdicts
from tests.broken.verdicts import MAKERS, make_verdicts_of, sound


def test_all_verdicts_that_are_made_are_in_the_table() -> None:
    assert set(table()["verdicts"]) == set(MAKERS)


def test_the_sound_verdicts_are_sound(tmp_path: Path) -> None:
    assert open_verdicts(sound(tmp_path / "verdicts")).judgement.people == 7


@pytest.mark.parametrize("name", MAKERS)
def test_broken_verdicts_say_all_their_problems(name: str, tmp_path: Path) -> None:
    folder = make_verdicts_of(name, tmp_path)
    with pytest.raises(BadInput) as raised:
        open_verdicts(folder)
    found = [problem for problem in raised.value.problems if isinstance(problem, Problem)]
    assert_says(found, verdicts()[name], folder)
