"""A number that the tables cannot hold is said, and never cut."""

from __future__ import annotations

from dataclasses import replace

from kijun.evidence import Rating
from kijun.population.fit import misfits
from kijun.problem import Place
from tests.population.rows import MEASURES, NOBODY, day
from tests.strategies import aims, fitting

_PLACE = Place(file="people.jsonl", line=3)


def test_a_record_of_ordinary_numbers_fits() -> None:
    assert misfits(replace(NOBODY, engagements=(fitting(aims()[0], "e1"),)), _PLACE) == ()


def test_every_number_that_does_not_fit_is_said_with_its_place() -> None:
    engagement = replace(fitting(aims()[0], "e1"), sizes={MEASURES[0]: 2**63, MEASURES[1]: -1})
    rating = Rating(item="a/b/c", level=128, by="self", day=day("2024-04-01"))
    found = misfits(replace(NOBODY, engagements=(engagement,), ratings=(rating,)), _PLACE)
    assert [(problem.code, problem.place) for problem in found] == [("K614", _PLACE)] * 3
    assert "e1" in found[1].detail.en
    assert f"{2**63:,}" in found[1].detail.ja


def test_a_list_that_is_too_long_is_said() -> None:
    rating = Rating(item="a/b/c", level=3, by="self", day=day("2024-04-01"))
    (problem,) = misfits(replace(NOBODY, ratings=(rating,) * 2**15), _PLACE)
    assert "32,768" in problem.detail.en
