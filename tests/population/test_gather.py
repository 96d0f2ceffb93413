"""Does everything that was gathered of a person stand in one row?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from kijun.evidence import Person
from kijun.framework.policy import choose
from kijun.framework.resolve import resolve_edition
from kijun.population.asked import AskedOfAll, asked_of_all
from kijun.population.engines.duckdb import DuckDbEngine
from kijun.population.gather import gatherer
from kijun.population.load import Workforce
from tests.builders import ON, V3_2011, edition, engagement, person, years
from tests.people import HARDWARE, hardware_five
from tests.population.a_workforce import named, workforce
from tests.population.by_hand import asked_for
from tests.population.rows import save


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Workforce:
    """Write the handful of people."""
    return save(tmp_path_factory.mktemp("gather") / "workforce", workforce())


def _asked(policy: dict[str, str] | None = None) -> AskedOfAll:
    """Return what the cells of one field ask."""
    printed = edition(V3_2011)
    whole = resolve_edition(printed, choose(printed.points, policy or {}))
    cells = {path: each for path, each in whole.cells.items() if path.startswith(f"{V3_2011}/{HARDWARE}/")}
    return asked_of_all([replace(whole, cells=cells)])


def _rows(saved: Workforce, asked: AskedOfAll) -> list[dict[str, Any]]:
    engine = DuckDbEngine(saved)
    try:
        found: list[dict[str, Any]] = gatherer(engine, saved.manifest, asked, on=ON).row().to_pyarrow().to_pylist()
    finally:
        engine.close()
    return sorted(found, key=lambda row: int(row["person"]))


def _columns(saved: Workforce, asked: AskedOfAll) -> list[str]:
    """Return the columns that a likeness takes."""
    engine = DuckDbEngine(saved)
    try:
        look_ups = gatherer(engine, saved.manifest, asked, on=ON).look_ups
    finally:
        engine.close()
    assert look_ups is not None
    return look_ups.likeness.names


OF_PEOPLE: Final = {"person", "employee", "name", "reading", "team"}
EVERYTHING: Final = {"proficiency.decides": "all-items", "circumstances.examined": "confirmed"}


@pytest.mark.parametrize("policy", [{}, EVERYTHING])
def test_everybody_has_one_row_in_which_nothing_gathered_is_empty(saved: Workforce, policy: dict[str, str]) -> None:
    rows = _rows(saved, _asked(policy))
    assert [row["employee"] for row in rows] == [f"E-{number}" for number in range(1, 8)]
    may_be_empty = {"reading", "team"}
    assert [name for row in rows for name, value in row.items() if value is None and name not in may_be_empty] == []


def test_whoever_has_nothing_on_record_has_no_bit_and_no_count(saved: Workforce) -> None:
    *_, nobody = _rows(saved, _asked(EVERYTHING))
    gathered = {name: value for name, value in nobody.items() if name not in OF_PEOPLE and not name.startswith("all_")}
    assert set(gathered.values()) == {0}
    assert {"sure_0", "possible_years_0", "sure_areas_0", "kind_0", "mentors", "confirmed_0"} <= gathered.keys()
    assert all(nobody[f"all_{name}"] for name in ("engagements", "ratings"))


def test_where_nothing_is_asked_nothing_is_gathered(saved: Workforce) -> None:
    row, *_ = _rows(saved, asked_for())
    assert {name for name in row if not name.startswith("all_")} == OF_PEOPLE


def test_of_one_list_that_is_asked_nothing_else_is_gathered(saved: Workforce) -> None:
    rows = _rows(saved, asked_for(asks_mentoring=True))
    assert {name for name in rows[0] if not name.startswith("all_")} == OF_PEOPLE | {"mentors"}
    assert [row["mentors"] for row in rows] == [1, 0, 1, 0, 1, 1, 0]


_YEARS: Final = (years(3), years(4), years(1, within_years=5))


def _served_until(*ends: str) -> list[Person]:
    """Return people who are told apart by the last day that they served."""
    return [
        named(hardware_five(engagement(end=end, customers="whole-industry")), f"E-{n}", "佐藤 花子", None)
        for n, end in enumerate(ends)
    ]


def test_years_served_stand_in_the_row_alone_or_together(tmp_path: Path) -> None:
    told_by_the_end = {
        "2021-04-01": ([False, False, False], 0b000),
        "2022-04-01": ([False, False, False], 0b100),
        "2023-03-30": ([False, False, True], 0b000),
        "2023-03-31": ([False, False, True], 0b001),
        "2023-04-02": ([False, False, True], 0b001),
        "2023-04-03": ([True, False, True], 0b000),
        "2024-03-31": ([True, False, True], 0b010),
        "2024-04-03": ([True, True, True], 0b000),
    }
    people, asked = _served_until(*told_by_the_end), asked_for(years=_YEARS)
    alone = [asked.demands.mask(each)[0] for each in asked.years]
    rows = _rows(save(tmp_path / "served", people), asked)
    found = [([bool(row["sure_0"] & bit) for bit in alone], row["sure_years_0"]) for row in rows]
    assert found == list(told_by_the_end.values())


def test_a_likeness_that_takes_more_than_one_column_gathers_the_same(tmp_path: Path) -> None:
    asked = asked_for(years=_YEARS)
    saved = save(tmp_path / "served", _served_until("2021-04-01", "2022-04-02", "2023-03-31", "2024-04-03"))
    most = dict.fromkeys(saved.manifest.rows_shared, 2**31)
    wide = replace(saved, manifest=replace(saved.manifest, rows_shared=most))
    assert [_columns(each, asked) for each in (saved, wide)] == [["likeness_0"], ["likeness_0", "likeness_1"]]
    rows = _rows(saved, asked)
    assert len({(row["sure_0"], row["sure_years_0"]) for row in rows}) == len(rows)
    assert _rows(wide, asked) == rows


def test_what_one_person_has_stands_in_no_other_one_s_row(tmp_path: Path) -> None:
    alone = save(tmp_path / "alone", [named(hardware_five(), "E-1", "佐藤 花子", None)])
    among = save(tmp_path / "among", [person(), *(named(hardware_five(), f"E-{n}", "佐藤 花子", None) for n in (2, 3))])
    (one,), (nobody, *others) = _rows(alone, _asked()), _rows(among, _asked())
    for other in others:
        assert {**other, "person": 0, "employee": "E-1"} == one
    assert nobody["sure_0"] == 0 < one["sure_0"]
