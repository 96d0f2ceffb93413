"""Does `kijun map` show how far every cell is, and which are the nearest?"""

from __future__ import annotations

from typing import Any

from tests.cli.command import FACILITY, HARDWARE, JSON, ON, SALES, Kijun, both_languages


def cells(kijun: Kijun, record: str, *arguments: str) -> dict[str, Any]:
    done = kijun("map", record, *ON, *arguments, *JSON)
    assert done.code == 0, done.err
    return {each["cell"].split("/", 2)[2]: each for each in done.plain["cells"]}


def test_every_cell_has_its_verdict_and_the_number_of_steps_that_a_plan_has(kijun: Kijun) -> None:
    found = cells(kijun, HARDWARE)
    assert found["customer-service/hardware/4"]["steps"] == 0
    assert found["customer-service/hardware/5"]["steps"] == 2
    for cell in ("customer-service/hardware/6", "sales/consulting-sales/7"):
        planned = kijun("plan", HARDWARE, "--cell", cell, *ON, *JSON).plain["cells"][0]
        assert found[cell]["steps"] == planned["plans"][0]["steps"]
        assert found[cell]["day"] == planned["plans"][0]["day"]


def test_the_nearest_cells_are_those_of_all_fields_by_steps_and_then_by_day(kijun: Kijun) -> None:
    plain = kijun("map", HARDWARE, *ON, *JSON).plain
    found = {each["cell"]: each for each in plain["cells"]}
    order = [(found[path]["steps"], found[path]["day"]) for path in plain["nearest"]]
    assert order == sorted(order)
    assert not any(found[path]["verdict"] == "met" for path in plain["nearest"])
    assert {path.split("/")[-2] for path in plain["nearest"][:3]} != {"hardware"}


@both_languages
def test_the_map_shows_a_number_beside_the_mark_of_an_open_cell(kijun: Kijun, language: str) -> None:
    done = kijun("map", HARDWARE, *ON, "--lang", language)
    line = next(line for line in done.out.splitlines() if line.strip().startswith(("Hardware ", "ハードウェア ")))
    assert line.split()[1:] == ["·", "·", "●", "●", "○2", "○4", "·"]
    assert ("手数" if language == "ja" else "steps missing") in done.out


def test_as_many_near_cells_are_listed_as_are_asked_for(kijun: Kijun) -> None:
    none, two = (kijun("map", FACILITY, *ON, "--nearest", count).out for count in ("0", "2"))
    assert "The nearest cells" not in none
    assert two.count("Facility Management, level") == 2


def test_a_cell_that_is_missing_from_the_source_has_no_number(kijun: Kijun) -> None:
    done = kijun("map", HARDWARE, *ON, "--edition", "itss/v3-2008")
    line = next(line for line in done.out.splitlines() if line.strip().startswith("Hardware "))
    assert "–" in line.split()


def test_markdown_is_a_table_of_the_same_numbers(kijun: Kijun) -> None:
    written = kijun("map", SALES, *ON, "--format", "markdown").out
    row = next(line for line in written.splitlines() if line.startswith("| Consulting Sales"))
    steps = cells(kijun, SALES)["sales/consulting-sales/7"]["steps"]
    assert row.rstrip(" |").endswith(f"○ {steps}")


def test_assumptions_shorten_the_way(kijun: Kijun, tmp_path: Any) -> None:
    assumed = tmp_path / "book.yaml"
    assumed.write_text("contributions:\n  - {kind: book, day: 2026-03-01}\n", encoding="utf-8")
    path = "customer-service/hardware/5"
    assert cells(kijun, HARDWARE, "--with", str(assumed))[path]["steps"] == cells(kijun, HARDWARE)[path]["steps"] - 1
