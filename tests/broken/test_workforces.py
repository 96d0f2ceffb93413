"""Does every broken workforce say what is wrong, in which file, and what to do, in both languages?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kijun.errors import BadInput
from kijun.population.fit import misfits
from kijun.population.load import open_workforce
from kijun.problem import Place, Problem
from tests.broken.expected import assert_says, table, workforces
from tests.broken.workforces import MAKERS, make_workforce, sound
from tests.population.rows import MEASURES, NOBODY
from tests.strategies import aims, fitting

_TOO_LARGE = "a-number-too-large.jsonl"


def test_every_workforce_that_is_made_is_in_the_table() -> None:
    assert set(table()["workforces"]) == {*MAKERS, _TOO_LARGE}


def test_the_sound_workforce_is_sound(tmp_path: Path) -> None:
    assert open_workforce(sound(tmp_path)).manifest.people == 3


@pytest.mark.parametrize("name", MAKERS)
def test_a_broken_workforce_says_all_its_problems(name: str, tmp_path: Path) -> None:
    folder = make_workforce(name, tmp_path)
    with pytest.raises(BadInput) as raised:
        open_workforce(folder)
    found = [problem for problem in raised.value.problems if isinstance(problem, Problem)]
    assert_says(found, workforces()[name], folder)


def test_a_number_that_the_tables_cannot_hold_is_said() -> None:
    engagement = replace(fitting(aims()[0], "e1"), sizes={MEASURES[0]: 2**63})
    found = misfits(replace(NOBODY, engagements=(engagement,)), Place(file=_TOO_LARGE))
    assert_says(found, workforces()[_TOO_LARGE], Path())
