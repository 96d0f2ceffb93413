"""Is what `kijun show` writes for other programs in the fixed shape?"""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.command import JSON, Kijun, both_languages
from tests.cli.shapes import CELL, JOB_DESCRIPTION, SIZES

EDITIONS = {"itss/v3-2011": 14, "itss/v3-2008": 17}
SIZE_KEYS = {*SIZES, "customers", "some_rooms_or_networks"}


def wrong(shape: dict[str, Any], plain: object) -> list[str]:
    """Return where something is not in a shape."""
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(shape).iter_errors(plain)]


@both_languages
@pytest.mark.parametrize(("edition", "count"), EDITIONS.items())
def test_all_cells_of_an_edition_are_in_the_fixed_shape(edition: str, count: int, language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "show", "--all", "--edition", edition, *JSON)
    assert done.code == 0
    cells = done.plain
    assert len(cells) == len({cell["cell"] for cell in cells}) == count
    assert [wrong(CELL, cell) for cell in cells] == [[]] * count
    assert all(cell["cell"].startswith(f"{edition}/") for cell in cells)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_parts_of_a_cell_agree_with_one_another(edition: str, kijun: Kijun) -> None:
    for cell in kijun("show", "--all", "--edition", edition, *JSON).plain:
        asked = cell["responsibility"]
        is_times = asked["measure"] == "times"
        assert (asked["slots"] is not None, asked["years_at_level"] is None) == (is_times, is_times)
        assert (cell["size"] is None) == (cell["size_clause"] is None)
        for band in cell["size"] or []:
            assert all(set(each) <= SIZE_KEYS for each in band["any_of"])


def test_every_size_is_asked_for_by_some_cell(kijun: Kijun) -> None:
    cells = [cell for edition in EDITIONS for cell in kijun("show", "--all", "--edition", edition, *JSON).plain]
    bands = [band for cell in cells for band in cell["size"] or []]
    assert {key for band in bands for each in band["any_of"] for key in each} == SIZE_KEYS


def test_a_cell_alone_is_the_same_as_among_all(kijun: Kijun) -> None:
    cells = {cell["cell"]: cell for cell in kijun("show", "--all", "--edition", "itss/v3-2011", *JSON).plain}
    for path, cell in cells.items():
        assert kijun("show", path, *JSON).plain == cell


def test_the_example_of_the_issue_is_what_is_shown(kijun: Kijun) -> None:
    cell = kijun("show", "itss/v3-2011/customer-service/facility-management/6", *JSON).plain
    asked = cell["responsibility"]
    assert (asked["measure"], asked["at_least"], asked["slots"], asked["years_at_level"]) == (
        "times",
        3,
        [6, 5, 5],
        None,
    )
    assert (asked["role"], asked["roles"]) == ("responsible", ["facility-management-service-responsible"])
    assert cell["size"] == [
        {
            "any_of": [
                {"computer_rooms": {"at_least": 5}},
                {"computer_room_area_m2": {"at_least": 5000}},
                {"network_sites": {"at_least": 300}},
            ],
            "complexity_at_least": None,
        },
        {
            "any_of": [{"data_centres": {"at_least": 1}, "data_centre_area_m2": {"at_least": 5000}}],
            "complexity_at_least": None,
        },
        {
            "any_of": [
                {"computer_rooms": {"at_least": 3, "at_most": 4}},
                {"computer_room_area_m2": {"at_least": 2000, "below": 5000}},
                {"network_sites": {"at_least": 100, "below": 300}},
            ],
            "complexity_at_least": 3,
        },
    ]
    assert (cell["expertise"]["degree"], cell["expertise"]["reach"]) == ("guides-others", "industry")
    assert (cell["succession"]["at_least"], cell["mentoring"], cell["exam"]) == (4, True, None)
    assert cell["citation"]["document"] == "002"
    assert (cell["citation"]["line"], cell["citation"]["page"]) == (512, "CS-13")
    assert cell["citations"]["responsibility"] == {"line": 519}


@pytest.mark.parametrize(
    "path", ["itss/v3-2011/customer-service", "itss/v3-2008/customer-service", "itss/v3-2008/sales"]
)
def test_a_job_description_is_in_the_fixed_shape(path: str, kijun: Kijun) -> None:
    plain = kijun("show", path, *JSON).plain
    assert wrong(JOB_DESCRIPTION, plain) == []
    assert plain["category"] == path
    assert {each["phase"] for each in plain["activities"]} <= {phase["id"] for phase in plain["phases"]}
    assert any(phase["main"] for phase in plain["phases"])


def test_the_level_tables_that_are_lost_or_only_headed_are_flagged(kijun: Kijun) -> None:
    lost = kijun("show", "itss/v3-2011/customer-service", *JSON).plain
    headed = kijun("show", "itss/v3-2008/customer-service", *JSON).plain
    assert lost["levels_printed"] is None
    assert headed["levels_printed"]["headed"] == [7, 6, 5, 4, 3, 2, 1]
    assert lost["flags"] != []
    assert headed["flags"] != []
