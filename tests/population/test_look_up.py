"""Has every value of a fact the bits that it leaves standing, whatever is asked of it?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.criteria import Conditions, Customers, Either, Every, Reaches, Trait, Unprinted, Unspecified, Way
from kijun.population.alternatives import CONDITIONS, CONTEXT, alternatives
from kijun.population.both import Both
from kijun.population.look_up import Leaf, asked_of, leaves_in, look_up
from kijun.population.places import ALL_ONES, BITS
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, between
from tests.builders import WHOLE_REGION, conditions, rooms
from tests.population.by_hand import rows_of, told, ways_for

ONE, TWO = conditions(1), conditions(2)


def _leaf(table: Any) -> Any:
    """Return how set 1 has one condition and perhaps two, and set 0 none."""

    def leaf(trait: Leaf) -> Both:
        assert isinstance(trait, Conditions)
        has_some = table.condition_set == 1
        return Both(sure=has_some & (trait.at_least == 1), possible=has_some)

    return leaf


def _read(trait: Trait) -> list[Verdict]:
    table = rows_of("condition_sets", {"condition_set": 0}, {"condition_set": 1})
    whole = frozenset({(CONDITIONS, trait)})
    found = look_up(table, "condition_set", asked_of(CONDITIONS, [(0, 0, whole)]), _leaf(table), "fact")
    return [between(bool(row["fact_sure_0"] & 1), bool(row["fact_possible_0"] & 1)) for row in told(found)]


@pytest.mark.parametrize(
    ("trait", "verdicts"),
    [
        (ONE, [NOT_MET, MET]),
        (TWO, [NOT_MET, UNKNOWN]),
        (Every(of=(ONE, TWO)), [NOT_MET, UNKNOWN]),
        (Either(of=(ONE, TWO)), [NOT_MET, MET]),
        (Either(of=(TWO, Unspecified())), [MET, MET]),
        (Either(of=(TWO, Unprinted(cell="house/a/b/3"))), [UNKNOWN, UNKNOWN]),
        (Every(of=(ONE, Unprinted(cell="house/a/b/3"))), [NOT_MET, UNKNOWN]),
        (Reaches(level=3, ways=(Way(level=3, trait=TWO), Way(level=4, trait=ONE))), [NOT_MET, MET]),
    ],
)
def test_what_is_put_together_is_judged_value_by_value(trait: Trait, verdicts: list[Verdict]) -> None:
    assert _read(trait) == verdicts


def test_a_bit_that_asks_nothing_of_a_fact_stands_and_so_do_bits_that_nobody_placed() -> None:
    asked = asked_of(CONDITIONS, ways_for(ONE, rooms(1), TWO))
    assert asked.free == {0: ALL_ONES & ~0b101}
    table = rows_of("condition_sets", {"condition_set": 0}, {"condition_set": 1})
    assert told(look_up(table, "condition_set", asked, _leaf(table), "fact")) == [
        {"condition_set": 0, "fact_sure_0": ALL_ONES & ~0b101, "fact_possible_0": ALL_ONES & ~0b101},
        {"condition_set": 1, "fact_sure_0": ALL_ONES & ~0b100, "fact_possible_0": ALL_ONES},
    ]


def test_bits_that_ask_the_same_are_judged_once_whatever_words_they_stand_in() -> None:
    (only,) = alternatives(ONE)
    ways = [(0, 0, only), (0, 1, only), (2, 5, only)]
    assert asked_of(CONDITIONS, ways).masks == {(ONE,): {0: 0b11, 2: 1 << 5}}


def test_only_words_in_which_something_is_asked_of_the_fact_are_looked_up() -> None:
    ways = ways_for(*(rooms(least) for least in range(BITS)), ONE)
    assert asked_of(CONDITIONS, ways).words == (1,)
    assert asked_of(CONTEXT, ways).words == ()


def test_of_two_ways_to_have_a_trait_each_is_looked_up_in_its_own_word() -> None:
    asked = asked_of(CONDITIONS, ways_for(Either(of=(rooms(5), ONE)), TWO))
    assert (asked.words, asked.masks) == ((0, 1), {(ONE,): {1: 0b01}, (TWO,): {0: 0b10}})
    table = rows_of("condition_sets", {"condition_set": 0})
    assert told(look_up(table, "condition_set", asked, _leaf(table), "fact")) == [
        {
            "condition_set": 0,
            "fact_sure_0": ALL_ONES & ~0b10,
            "fact_possible_0": ALL_ONES & ~0b10,
            "fact_sure_1": ALL_ONES & ~0b01,
            "fact_possible_1": ALL_ONES & ~0b01,
        }
    ]


def test_each_trait_inside_the_demands_is_found_once() -> None:
    wide: Customers = WHOLE_REGION
    nested = Either(of=(Every(of=(ONE, wide)), Reaches(level=3, ways=(Way(level=3, trait=ONE),)), Unspecified()))
    assert leaves_in([(nested,), (TWO, ONE)]) == [ONE, wide, TWO]
