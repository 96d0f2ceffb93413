"""Does a path in the words of `kijun show` lead to one place in the files?"""

from __future__ import annotations

import pytest

from kijun.catalogue.overlay.load import _read
from kijun.catalogue.overlay.place import Lost, Spot, find
from kijun.catalogue.overlay.traced import Traced, plain
from kijun.catalogue.shipped import shipped_folders
from tests.builders import V3_2011

CELL = "customer-service/facility-management/5"
ITEM = "customer-service/hardware/skills/leadership"


@pytest.fixture(scope="module")
def files() -> dict[str, Traced]:
    return _read(shipped_folders()[V3_2011], is_kept=False)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (f"{CELL}/succession/at_least", 3),
        (f"{CELL}/size/1/computer_rooms/at_least", 3),
        (f"{CELL}/size/1/any_of/1/computer_rooms/at_least", 3),
        (f"{CELL}/size/2/data_centre_area_m2/below", 5000),
        (f"{CELL}/responsibility/activities/facility-design", "facility-design"),
        ("customer-service/hardware/6/responsibility/circumstances/leads/of/whole-team", "whole-team"),
        ("customer-service/hardware/6/complexity/of/multi-vendor", "multi-vendor"),
        ("customer-service/hardware/name/en", "Hardware"),
        ("customer-service/name/en", "Customer Service"),
        (f"{ITEM}/name/en", "Leadership"),
        (f"{ITEM}/proficiencies/5/level", 5),
        ("vocabulary/conditions/multi-vendor/name/en", "Several vendors"),
        ("vocabulary/customers/served/social-infrastructure/reach", "nationwide-overseas-or-infrastructure"),
        ("levels", [1, 2, 3, 4, 5, 6, 7]),
    ],
)
def test_a_path_leads_to_its_value(path: str, value: object, files: dict[str, Traced]) -> None:
    found = find(path.split("/"), files)
    assert isinstance(found, Spot)
    assert plain(found.value) == value


@pytest.mark.parametrize(
    ("path", "kind"),
    [("customer-service", "category"), ("customer-service/hardware", "field"), ("vocabulary", "vocabulary")],
)
def test_larger_things_are_known_as_what_they_are(path: str, kind: str, files: dict[str, Traced]) -> None:
    found = find(path.split("/"), files)
    assert isinstance(found, Spot)
    assert found.kind == kind


@pytest.mark.parametrize(
    ("path", "position"),
    [
        ("customer-care/hardware", 0),
        ("customer-service/hardware/7", 2),
        (f"{CELL}/size/9/computer_rooms", 4),
        ("vocabulary/colours", 1),
        ("customer-service/fields/hardware", 1),
    ],
)
def test_a_path_is_lost_at_the_first_step_that_is_not_there(path: str, position: int, files: dict[str, Traced]) -> None:
    found = find(path.split("/"), files)
    assert isinstance(found, Lost)
    assert found.position == position


def test_a_measure_that_two_alternatives_have_needs_the_alternative_to_be_named(files: dict[str, Traced]) -> None:
    twice = find(f"{CELL}/size/1".split("/"), files)
    assert isinstance(twice, Spot)
    alternatives = twice.value.mapping["any_of"]
    alternatives.items.append(alternatives.items[0])
    try:
        assert isinstance(find(f"{CELL}/size/1/computer_rooms".split("/"), files), Lost)
        assert isinstance(find(f"{CELL}/size/1/any_of/4/computer_rooms".split("/"), files), Spot)
    finally:
        alternatives.items.pop()
