"""Is a change named for what it makes wrong in the parent's values?"""

from __future__ import annotations

from pathlib import Path

from kijun.catalogue.edition_folder import load_edition
from kijun.problem import Problem
from tests.broken.expected import SOUND
from tests.builders import V3_2008
from tests.tailoring import answer, change, write_overlay

HARDWARE = "customer-service/hardware"


def found(folder: Path) -> list[tuple[str, str]]:
    """Return code and line of each problem."""
    lines = (folder / "overlay.yaml").read_text(encoding="utf-8").splitlines()
    problems: tuple[Problem, ...] = load_edition(folder).problems
    assert {Path(each.place.file).name for each in problems} == {"overlay.yaml"}
    return [(each.code, lines[(each.place.line or 1) - 1].strip().rstrip(",")) for each in problems]


def test_a_word_used_at_many_places_names_three_and_counts_the_rest(tmp_path: Path) -> None:
    folder = write_overlay(tmp_path, [change("drop", "vocabulary/activities/customer-service-management")])
    problem = load_edition(folder).problems[0]
    assert f"{HARDWARE}/6/responsibility/activities/any_of" in problem.detail.en
    assert " more places" in problem.detail.en
    assert "か所" in problem.detail.ja


def test_a_measure_that_a_band_counts_is_a_word_too(tmp_path: Path) -> None:
    folder = write_overlay(tmp_path, [change("drop", "vocabulary/measures/computer_rooms")])
    problem = load_edition(folder).problems[0]
    assert (problem.code, "customer-service/facility-management/6/size" in problem.detail.en) == ("K310", True)


def test_a_list_left_too_short_is_the_fault_of_what_was_dropped_from_it(tmp_path: Path) -> None:
    facility = "customer-service/facility-management/6/complexity/of"
    words = ["around-the-clock", "mission-critical-facilities"]
    assert found(write_overlay(tmp_path, [change("drop", f"{facility}/{word}") for word in words])) == [
        ("K121", f'"drop": "{facility}/{words[0]}"')
    ]


def test_a_mandatory_condition_that_left_the_list_is_found_at_the_drop(tmp_path: Path) -> None:
    path = "sales/consulting-sales/7/complexity"
    cell = load_edition(write_overlay(tmp_path / "sound", parent=V3_2008)).edition
    assert cell is not None
    asked = cell.indicators["acme/v1/sales/consulting-sales/7"].complexity
    assert asked is not None
    drop = f"{path}/of/{asked.must_include[0]}"
    assert ("K124", f'"drop": "{drop}"') in found(
        write_overlay(tmp_path / "acme", [change("drop", drop)], parent=V3_2008)
    )


def test_a_level_that_slots_still_ask_for_is_found_at_the_dropped_cell(tmp_path: Path) -> None:
    changes = [change("drop", f"{HARDWARE}/6"), change("set", f"{HARDWARE}/5/responsibility/years_at_level", 6)]
    codes = found(write_overlay(tmp_path, changes))
    assert [code for code, _ in codes] == ["K122"]


def test_a_required_key_that_is_dropped_is_missing_at_the_drop(tmp_path: Path) -> None:
    folder = write_overlay(tmp_path, [change("drop", f"{HARDWARE}/5/complexity/outcome")])
    assert found(folder) == [("K102", f'"drop": "{HARDWARE}/5/complexity/outcome"')]


def test_an_answer_is_to_blame_for_itself(tmp_path: Path) -> None:
    folder = write_overlay(
        tmp_path, [change("drop", f"{HARDWARE}/6")], policy=[answer("some.means", "1"), answer("bands.floor", "lax")]
    )
    assert found(folder) == [("K127", '"answer": "lax"')]


def test_a_market_that_nothing_counts_for_any_more_is_found_by_the_word(tmp_path: Path) -> None:
    path = "vocabulary/scopes/some-shops/counted"
    folder = write_overlay(tmp_path, [change("set", path, [])], parent=str(SOUND), identity="acme/v2")
    assert found(folder) == [("K122", f'"set": "{path}"')]
