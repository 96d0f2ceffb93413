"""What becomes of a source that holds what cannot be? It is said where, set aside, and the rest goes on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from kijun.population.load import open_workforce
from kijun.population.people import all_people
from tests.cli.command import Kijun
from tests.exchange.workforce.collected import engagement, record, write_lines

WRONG: Final = {
    "a number that is none": '"peak_persons": NaN',
    "an infinity": '"peak_persons": Infinity',
    "a negative infinity": '"peak_persons": -Infinity',
    "a number beyond all": '"peak_persons": 1e999',
    "a negative size": '"peak_persons": -1',
    "half a person": '"peak_persons": 0.5',
    "a number that no column holds": f'"peak_persons": {2**63}',
    "text": '"peak_persons": "many"',
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_a_number_that_cannot_be_is_set_aside_by_file_and_line(wrong: str, tmp_path: Path, kijun: Kijun) -> None:
    line = json.dumps(record("E2", engagements=[engagement("bank")])).replace('"peak_persons": 12', wrong)
    assert wrong in line
    source = write_lines(tmp_path / "all.jsonl", [record("E1"), line, record("E3")])
    done = kijun("workforce", "collect", str(source), "-o", str(tmp_path / "out"))
    assert done.code == 0, done.err
    assert f"{source}:2:" in done.err
    people = [*all_people(open_workforce(tmp_path / "out"))]
    assert {each.employee for each in people if each.employee != "E2"} == {"E1", "E3"}
    assert not any("peak_persons" in one.sizes for each in people if each.employee == "E2" for one in each.engagements)


def test_a_person_who_comes_twice_is_said(tmp_path: Path, kijun: Kijun) -> None:
    source = write_lines(tmp_path / "all.jsonl", [record("E1"), record("E2"), record("E1", team="another")])
    done = kijun("workforce", "collect", str(source), "-o", str(tmp_path / "out"))
    assert f"{source}:3  K640" in done.err
    people = [*all_people(open_workforce(tmp_path / "out"))]
    assert len({each.employee for each in people}) == len(people)
