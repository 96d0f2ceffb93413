"""Is each change of a size band found, and said to be what it is for the person?"""

from __future__ import annotations

from typing import Any

from kijun.framework.compare.editions import compare
from tests.framework.compare.compared import found, with_cell
from tests.framework.small import edition

ROOMS = {"rooms": {"at_least": 3, "at_most": 4}}
AREA = {"area_m2": {"below": 100}}
PART = {"any_of": [{"customers": {"reach": "part"}}], "complexity_at_least": 3}
WHOLE = {"any_of": [{"customers": {"reach": "whole", "or_equivalent": True}}]}


def bands(field: str, *sizes: Any) -> list[str]:
    """Return what differs where the cell 3 of a field has these size bands."""
    return found(edition(), with_cell(field, size=list(sizes)))


def test_the_order_of_bands_and_of_alternatives_says_nothing() -> None:
    assert bands("alpha", PART, WHOLE) == []
    assert bands("beta", {"any_of": [AREA, ROOMS]}) == []


def test_a_higher_floor_is_raised_and_a_lower_one_lowered() -> None:
    assert bands("beta", {"any_of": [{"rooms": {"at_least": 4, "at_most": 4}}, AREA]}) == [
        "raised band-floor: rooms: 3 rooms or more, at most 4 rooms -> rooms: 4 rooms or more, at most 4 rooms (harder)"
    ]
    assert bands("beta", {"any_of": [{"rooms": {"printed": 2}}, AREA]}) == [
        "lowered band-floor: rooms: 3 rooms or more, at most 4 rooms -> rooms: 2 rooms (no comparator printed) (easier)"
    ]


def test_another_upper_bound_is_named_and_keeps_nobody_out_by_default() -> None:
    new = with_cell("beta", size=[{"any_of": [ROOMS, {"area_m2": {"below": 50}}]}])
    [change] = compare(edition(), new).changes
    assert (change.kind.value, change.aspect, change.effect, change.is_examined) == (
        "changed",
        "band-bound",
        None,
        False,
    )
    assert change.old.words is not None
    assert change.old.words.en == "area: less than 100 m²"


def test_one_more_alternative_or_band_is_easier_and_one_less_is_harder() -> None:
    assert bands("beta", {"any_of": [ROOMS, AREA, {"network_sites": {"at_least": 9}}]}) == [
        "added alternative: - -> sites: 9 sites or more (easier)"
    ]
    assert bands("beta", {"any_of": [ROOMS]}) == ["dropped alternative: area: less than 100 m² -> - (harder)"]
    assert bands("alpha", WHOLE, PART, {"any_of": [ROOMS]}) == [
        "added band: - -> rooms: 3 rooms or more, at most 4 rooms (easier)"
    ]
    assert bands("alpha", WHOLE) == [
        "dropped band: with 3 or more of the conditions under complexity: users served: “the part” -> - (harder)"
    ]


def test_a_wider_reach_of_the_customers_is_raised() -> None:
    wider = {"any_of": [{"customers": {"reach": "whole"}}], "complexity_at_least": 3}
    assert bands("alpha", WHOLE, wider) == ["raised customers: the part -> the whole (harder)"]


def test_or_equivalent_makes_a_band_easier() -> None:
    equivalent = {"any_of": [{"customers": {"reach": "part", "or_equivalent": True}}], "complexity_at_least": 3}
    assert bands("alpha", WHOLE, equivalent) == [
        "added or-equivalent: users served: “the part” -> users served: “the part”, or equivalent (easier)"
    ]
    literal = {"any_of": [{"customers": {"reach": "whole"}}]}
    [line] = bands("alpha", literal, PART)
    assert line.startswith("dropped or-equivalent: ")
    assert line.endswith("(harder)")


def test_the_conditions_asked_with_a_band_are_raised_from_none_and_lowered_to_none() -> None:
    assert bands("alpha", {**WHOLE, "complexity_at_least": 2}, PART) == [
        "raised band-conditions: no number of conditions -> 2 (harder)"
    ]
    assert bands("alpha", WHOLE, {**PART, "complexity_at_least": None}) == [
        "lowered band-conditions: 3 -> no number of conditions (easier)"
    ]


def test_a_size_that_is_no_more_specified_is_easier() -> None:
    specified, unspecified = edition(), with_cell("alpha", size=None, size_clause=None)
    [dropped, circumstance] = found(specified, unspecified)
    assert dropped.startswith("dropped size: users served: “the whole”, or equivalent; ")
    assert dropped.endswith(" -> not specified (easier)")
    assert circumstance == "dropped circumstances: the team -> -"
    assert found(unspecified, specified)[0].startswith("added size: not specified -> ")


def test_a_band_is_cited_where_each_edition_prints_it() -> None:
    wider = {"any_of": [{"customers": {"reach": "whole"}}], "complexity_at_least": 3}
    [change] = compare(edition(), with_cell("alpha", size=[wider, WHOLE])).changes
    assert (str(change.old.citation), str(change.new.citation)) == ("d1:14", "d1:13")
    assert change.path == "service/alpha/3/size"
