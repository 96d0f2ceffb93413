"""Does `kijun plan` say what would be enough, and is it enough?"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest

from tests.cli.command import (
    ACME,
    ACME_STANDARD,
    FACILITY,
    HARDWARE,
    JSON,
    ON,
    SALES,
    Kijun,
    both_languages,
    has_japanese,
)
from tests.cli.shapes import CITATION, TEXT, WHOLE, a, closed, some

HARDWARE_5: Final = ("--cell", "hardware/5")
ADDITION: Final = {"type": "object", "required": ["kind", "text"]}
SHAPE: Final = a(
    {
        "person": TEXT,
        "on": TEXT,
        "assumed": some({"type": "object"}),
        "cells": some(
            a(
                {
                    "cell": TEXT,
                    "verdict": {"enum": ["met", "not met", "unknown"]},
                    "plans": some(
                        closed(
                            {
                                "steps": WHOLE,
                                "day": TEXT,
                                "additions": some(ADDITION),
                                "evidence": {"type": "object"},
                            },
                            ("steps", "day", "additions", "evidence"),
                        )
                    ),
                }
            )
        ),
    }
)


def cells(kijun: Kijun, *arguments: str) -> list[dict[str, Any]]:
    done = kijun("plan", *arguments, *JSON)
    assert done.code == 0, done.err
    found: list[dict[str, Any]] = done.plain["cells"]
    return found


def every_cell(kijun: Kijun, *edition: str) -> list[str]:
    """Return the cells that a record is judged in."""
    return [each["cell"] for each in kijun("map", HARDWARE, *ON, *edition, *JSON).plain["cells"]]


@pytest.mark.parametrize("record", [HARDWARE, FACILITY, SALES])
@pytest.mark.parametrize("edition", [(), ("--edition", "itss/v3-2008")], ids=["newest", "v3-2008"])
def test_the_plan_of_every_cell_written_to_a_file_and_assumed_makes_the_cell_met(
    kijun: Kijun, tmp_path: Path, record: str, edition: tuple[str, ...]
) -> None:
    for path in every_cell(kijun, *edition):
        file = tmp_path / "plan.yaml"
        file.unlink(missing_ok=True)
        (planned,) = cells(kijun, record, "--cell", path, *ON, *edition)
        if planned["verdict"] == "met":
            continue
        written = kijun("plan", record, "--cell", path, *ON, *edition, "-o", str(file))
        assert written.code == 0, written.err
        day = planned["plans"][0]["day"]
        judged = kijun("judge", record, "--with", str(file), "--on", day, "--require", path, *edition)
        assert judged.code == 0, f"{path}: {judged.err}\n{file.read_text(encoding='utf-8')}"


def test_plans_stand_with_the_fewest_steps_first_and_then_the_earliest(kijun: Kijun) -> None:
    for path in every_cell(kijun):
        (planned,) = cells(kijun, SALES, "--cell", path, *ON)
        order = [(plan["steps"], plan["day"]) for plan in planned["plans"]]
        assert order == sorted(order)
        assert all(plan["steps"] == len(plan["additions"]) for plan in planned["plans"])


@both_languages
def test_a_plan_says_what_to_do_where_it_is_printed_and_what_would_do_instead(kijun: Kijun, language: str) -> None:
    done = kijun("plan", HARDWARE, *HARDWARE_5, *ON, "--lang", language)
    assert done.code == 0
    assert "002:178" in done.out
    words = ("著書", "または", "技術の継承", "2手") if language == "ja" else ("book", "or:", "succession", "2 steps")
    assert all(word in done.out for word in words)
    assert has_japanese(done.out.replace("試験 一郎", "")) is (language == "ja")


def test_markdown_holds_the_same_steps_as_the_text(kijun: Kijun) -> None:
    written = kijun("plan", HARDWARE, *HARDWARE_5, *ON, "--format", "markdown").out
    assert written.startswith("# ")
    assert "## Hardware" in written
    assert "- **succession**: hand on a technique" in written
    assert "(002:178)" in written


def test_the_plan_of_a_cell_that_is_met_is_empty(kijun: Kijun) -> None:
    (planned,) = cells(kijun, HARDWARE, "--cell", "hardware/4", *ON)
    assert planned["verdict"] == "met"
    assert planned["plans"] == [{"steps": 0, "day": "2026-04-01", "additions": [], "evidence": {}}]
    assert "nothing to do: it is met" in kijun("plan", HARDWARE, "--cell", "hardware/4", *ON).out


def test_without_a_cell_the_next_one_of_every_field_with_evidence_is_planned(kijun: Kijun) -> None:
    assert [each["cell"] for each in cells(kijun, HARDWARE, *ON)] == ["itss/v3-2011/customer-service/hardware/5"]


def test_a_record_without_evidence_is_told_what_to_do(kijun: Kijun, tmp_path: Path) -> None:
    record = tmp_path / "new.yaml"
    record.write_text("employee: E-1\nname: A\n", encoding="utf-8")
    done = kijun("plan", str(record), *ON)
    assert done.code == 0
    assert "--cell" in done.out
    (planned,) = cells(kijun, str(record), "--cell", "hardware/3", *ON)
    assert planned["plans"][0]["steps"] == 2


def test_the_shape_is_the_one_that_the_reference_names(kijun: Kijun) -> None:
    from jsonschema import Draft202012Validator  # noqa: PLC0415  # heavy

    plain = kijun("plan", SALES, *ON, *JSON).plain
    Draft202012Validator(SHAPE).validate(plain)
    step = plain["cells"][0]["plans"][0]["additions"][0]
    Draft202012Validator(CITATION).validate(step["citation"])


def test_the_assumptions_of_a_file_are_planned_on_and_shown(kijun: Kijun, tmp_path: Path) -> None:
    assumed = tmp_path / "book.yaml"
    assumed.write_text("contributions:\n  - {kind: book, day: 2026-03-01}\n", encoding="utf-8")
    done = kijun("plan", HARDWARE, *HARDWARE_5, *ON, "--with", str(assumed))
    assert "Assumed, not on record" in done.out
    assert "1 step" in done.out
    (planned,) = cells(kijun, HARDWARE, *HARDWARE_5, *ON, "--with", str(assumed))
    assert [step["part"] for step in planned["plans"][0]["additions"]] == ["expertise"]


def test_a_cell_that_is_missing_from_the_source_cannot_be_planned_and_it_is_said_why(kijun: Kijun) -> None:
    done = kijun("plan", HARDWARE, "--edition", "itss/v3-2008", "--cell", "hardware/4", *ON)
    assert done.code == 2
    assert "missing from the source" in done.err
    undefined = kijun("plan", HARDWARE, "--cell", "hardware/7", *ON)
    assert undefined.code == 2
    assert "not defined in the standard" in undefined.err


def test_a_misspelt_cell_is_answered_with_a_suggestion(kijun: Kijun) -> None:
    done = kijun("plan", HARDWARE, "--cell", "hardwear/5", *ON)
    assert done.code == 2
    assert "hardware" in done.err


def test_only_the_plan_of_one_cell_can_be_written_to_a_file(kijun: Kijun, tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    done = kijun("plan", HARDWARE, "--cell", "hardware/5", "--cell", "hardware/6", *ON, "-o", str(file))
    assert done.code == 2
    assert "--cell" in done.err
    assert not file.exists()


def test_a_file_that_cannot_be_written_leaves_nothing_behind(kijun: Kijun, tmp_path: Path) -> None:
    done = kijun("plan", HARDWARE, *HARDWARE_5, *ON, "-o", str(tmp_path / "no" / "plan.yaml"))
    assert done.code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_company_s_own_standard_is_planned_by_the_same_command(kijun: Kijun) -> None:
    done = kijun("plan", ACME, "--edition", ACME_STANDARD, *ON, *JSON)
    assert done.code == 0, done.err


@both_languages
@pytest.mark.parametrize("command", ["plan", "judge"])
def test_a_cell_of_an_edition_that_is_not_judged_in_names_the_option(command: str, language: str, kijun: Kijun) -> None:
    path = "itss/v3-2008/customer-service/hardware/5"
    done = kijun("--lang", language, command, HARDWARE, "--cell", path, *ON)
    assert done.code == 2
    assert path in done.err
    assert "--edition itss/v3-2008" in done.err
    assert has_japanese(done.err) is (language == "ja")
    assert kijun(command, HARDWARE, "--cell", path, *ON, "--edition", "itss/v3-2008").code == 0


@both_languages
def test_a_plan_that_ends_after_all_days_that_are_read_is_shown_but_not_written(
    language: str, kijun: Kijun, tmp_path: Path
) -> None:
    record, file = tmp_path / "record.yaml", tmp_path / "plan.yaml"
    record.write_text("employee: E-1\nname: A\n", encoding="utf-8")
    asked = ("--lang", language, "plan", str(record), "--cell", "hardware/5", "--on", "2199-12-31")
    assert kijun(*asked).code == 0
    done = kijun(*asked, "-o", str(file))
    assert done.code == 2
    assert "2202-12-30" in done.err
    assert has_japanese(done.err) is (language == "ja")
    assert not file.exists()


def test_every_open_cell_is_planned_at_once_where_all_are_asked_for(kijun: Kijun) -> None:
    found = {each["cell"] for each in cells(kijun, HARDWARE, "--all", *ON)}
    judged = kijun("map", HARDWARE, *ON, *JSON).plain["cells"]
    assert found == {each["cell"] for each in judged if each["verdict"] != "met"}


def test_no_file_is_written_for_a_cell_that_is_met(kijun: Kijun, tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    done = kijun("plan", HARDWARE, "--cell", "hardware/4", *ON, "-o", str(file))
    assert done.code == 2
    assert "is met already" in done.err
    assert not file.exists()


def test_a_condition_to_be_recorded_names_those_that_would_do_in_its_place(kijun: Kijun, tmp_path: Path) -> None:
    record = tmp_path / "silent.yaml"
    record.write_text(
        "employee: E-1\nname: A\nengagements:\n"
        "  - {id: shop, fields: [hardware], activities: [fault-repair], role: member, from: 2024-04-01,\n"
        "     until: 2026-03-31, outcome: succeeded, conditions: [multi-vendor]}\n"
        "expertise:\n  - {area: main-it-components, degree: guides-others, reach: company}\n",
        encoding="utf-8",
    )
    other = tmp_path / "two.yaml"
    other.write_text(record.read_text(encoding="utf-8").replace(", conditions: [multi-vendor]", ""), encoding="utf-8")
    (one,) = cells(kijun, str(record), "--cell", "hardware/3", *ON)
    (two,) = cells(kijun, str(other), "--cell", "hardware/3", *ON)
    (single,) = one["plans"][0]["additions"]
    assert {single["value"], *(each.get("value") for each in single["instead"])} >= {"new-technology", "cross-platform"}
    recorded = next(plan for plan in two["plans"] if plan["steps"] == 2)
    values = {step["value"] for step in recorded["additions"]}
    for step in recorded["additions"]:
        others = {each["value"] for each in step["instead"]}
        assert len(others) == 4
        assert not others & values
