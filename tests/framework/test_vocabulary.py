"""Is every word called by its name, and do the steps of a scale stand in order?"""

from __future__ import annotations

import pytest

from kijun.text import Text, same
from tests.framework.small import vocabulary


@pytest.mark.parametrize(
    ("kind", "word", "ja", "en"),
    [
        ("role", "leader", "leaderの名", "The leader"),
        ("measure", "rooms", "Rooms", "Rooms"),
        ("unit", "rooms", "室", "rooms"),
        ("scope", "companies", "Companies", "Companies"),
        ("scope", "elsewhere", "elsewhere", "elsewhere"),
        ("measure", "weight", "weight", "weight"),
        ("unit", "weight", "weight", "weight"),
        ("role", "chief", "chief", "chief"),
        ("colour", "red", "red", "red"),
    ],
)
def test_a_word_is_called_by_its_name_and_an_unknown_one_by_its_id(kind: str, word: str, ja: str, en: str) -> None:
    assert vocabulary().name(kind, word) == Text(ja=ja, en=en)


@pytest.mark.parametrize(
    ("least", "accepted"),
    [
        ("member", {"member", "leader", "responsible"}),
        ("leader", {"leader", "responsible"}),
        ("responsible", {"responsible"}),
    ],
)
def test_a_step_is_satisfied_by_itself_and_by_what_stands_above_it(least: str, accepted: set[str]) -> None:
    assert vocabulary().at_or_above("role", least) == accepted


def test_a_measure_is_called_otherwise_than_its_unit() -> None:
    assert vocabulary().name("measure", "area_m2") == same("Area")
    assert vocabulary().name("unit", "area_m2") == Text(ja="㎡", en="m²")
