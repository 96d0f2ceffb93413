"""Is a printed size read as a floor, or as it stands where policy says so?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.criteria import Amount, Conditions, Customers, Either, Every, OrAbove, Recognised, Trait
from kijun.framework.resolve_size import resolve_size
from tests.framework.small import alpha, indicator, vocabulary

PATH = "acme/1/service/alpha/3"


def size(*bands: Any, is_floor: bool = True, some: int = 1, **changes: Any) -> Trait | None:
    cell = indicator(alpha(3, size=list(bands), **changes))
    return resolve_size(cell, vocabulary(), is_floor=is_floor, some=some)


def band(*alternatives: Any, **more: Any) -> Any:
    return {"any_of": list(alternatives), **more}


def rooms(least: int, **bounds: int) -> Amount:
    return Amount(measure="rooms", at_least=least, **bounds)


def area(least: int, **bounds: int) -> Amount:
    return Amount(measure="area_m2", at_least=least, **bounds)


def test_a_size_that_is_not_specified_asks_nothing() -> None:
    assert resolve_size(indicator(alpha(3, size=None)), vocabulary(), is_floor=True, some=1) is None


@pytest.mark.parametrize(
    ("bound", "floor", "literal"),
    [
        ({"at_least": 5}, rooms(5), rooms(5)),
        ({"at_least": 3, "at_most": 4}, rooms(3), rooms(3, at_most=4)),
        ({"at_least": 3, "below": 5}, rooms(3), rooms(3, below=5)),
        ({"at_most": 2}, rooms(1), rooms(1, at_most=2)),
        ({"below": 9}, rooms(1), rooms(1, below=9)),
        ({"printed": 7}, rooms(7), rooms(7)),
        ({"at_least": 0}, rooms(0), rooms(0)),
    ],
)
def test_an_upper_bound_excludes_nobody_unless_it_is_read_literally(
    bound: dict[str, int], floor: Amount, literal: Amount
) -> None:
    assert size(band({"rooms": bound})) == floor
    assert size(band({"rooms": bound}), is_floor=False) == literal


def test_alternatives_and_bands_are_each_enough() -> None:
    assert size(band({"rooms": {"at_least": 5}}, {"area_m2": {"at_least": 50}}), band({"rooms": {"at_least": 3}})) == (
        Either(of=(Either(of=(rooms(5), area(50))), rooms(3)))
    )


def test_numbers_of_one_alternative_hold_together() -> None:
    both = {"rooms": {"at_least": 1}, "area_m2": {"at_least": 50}}
    assert size(band(both)) == Every(of=(rooms(1), area(50)))


def test_beside_a_floor_an_upper_bound_of_the_same_alternative_asks_nothing() -> None:
    both = {"rooms": {"at_least": 1}, "area_m2": {"below": 50}}
    assert size(band(both)) == rooms(1)
    assert size(band(both), is_floor=False) == Every(of=(rooms(1), area(1, below=50)))
    printed = {"rooms": {"printed": 4}, "area_m2": {"below": 50}}
    assert size(band(printed)) == rooms(4)


def test_upper_bounds_alone_ask_that_something_is_there() -> None:
    assert size(band({"rooms": {"at_most": 2}, "area_m2": {"below": 50}})) == Every(of=(rooms(1), area(1)))


def test_a_band_with_conditions_binds_the_same_engagement() -> None:
    assert size(band({"rooms": {"at_least": 5}}, complexity_at_least=3)) == Every(
        of=(rooms(5), Conditions(at_least=3, of=("old", "new", "far"), must_include=()))
    )
    assert size(band({"rooms": {"at_least": 5}}, complexity_at_least=3), complexity=None) == rooms(5)


def test_customers_are_satisfied_by_a_wider_reach_and_by_an_equivalence_of_the_band_where_it_is_printed() -> None:
    part = Customers(reach=OrAbove(least="part", accepted=frozenset({"a-part", "a-whole"})))
    whole = Customers(reach=OrAbove(least="whole", accepted=frozenset({"a-whole"})))
    equal = Recognised(as_one_of=frozenset({f"{PATH}/size/2"}))
    asked = {"customers": {"reach": "whole", "or_equivalent": True}}
    assert size(band({"customers": {"reach": "part"}}), band(asked)) == Either(of=(part, Either(of=(whole, equal))))


@pytest.mark.parametrize("some", [1, 2])
def test_some_rooms_or_networks_are_as_many_as_policy_says_of_either(some: int) -> None:
    assert size(band({"some_rooms_or_networks": True}), some=some) == Either(
        of=(Amount(measure="computer_rooms", at_least=some), Amount(measure="network_sites", at_least=some))
    )
