"""Do records from anywhere become one workforce, and nothing else than what was written?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kijun.catalogue.installed import shipped_editions
from kijun.catalogue.record_file import open_record
from kijun.catalogue.record_yaml import dump_record
from kijun.errors import BadInput
from kijun.evidence import Person
from tests.exchange.workforce.collected import (
    ITEM,
    aside_in,
    codes_in,
    collected,
    engagement,
    people_in,
    record,
    write_lines,
    write_tables,
)

RATED = {"item": ITEM, "level": 4, "by": "superior", "day": "2024-04"}


def in_memory(path: Path) -> Person:
    """Return the person of a record file as a workforce holds one: without notes and knowledge."""
    person = open_record(path, shipped_editions())
    return replace(person, knowledge=(), ratings=tuple(replace(each, note=None) for each in person.ratings))


def records() -> list[dict[str, object]]:
    return [
        record("E3", ratings=[RATED]),
        record("E1", team=None, expertise=[{"area": "main-it-components"}], qualifications=[]),
        record(
            "E2",
            confirmations=[
                {
                    "cell": "itss/v3-2011/customer-service/hardware/5",
                    "decision": "confirmed",
                    "by": "tanaka",
                    "reason": "seen at work",
                    "day": "2025-04-01",
                }
            ],
            engagements=[
                engagement("bank", market=[], equivalences=[{"decision": "claimed"}], masked=["title", "amounts"])
            ],
        ),
    ]


def test_every_kind_of_source_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    folder.mkdir()
    for each in records():
        (folder / f"{each['employee']}.yaml").write_text(dump_record(each), encoding="utf-8")
    sources = {
        "folder": folder,
        "lines": write_lines(tmp_path / "all.jsonl", records()),
        "tables": write_tables(tmp_path / "tables", records()),
        "windows": write_tables(tmp_path / "windows", records(), encoding="cp932"),
        "english": write_tables(tmp_path / "english", records(), language="en", encoding="utf-8"),
    }
    made = {}
    for name, source in sources.items():
        target = tmp_path / f"out-{name}"
        collected(target, source)
        made[name] = {str(file.relative_to(target)): file.read_bytes() for file in sorted(target.rglob("*.parquet"))}
    assert len(made["folder"]) > 8
    assert all(files == made["folder"] for files in made.values())
    assert people_in(tmp_path / "out-lines") == {
        name: in_memory(folder / f"{name}.yaml") for name in ("E1", "E2", "E3")
    }


def test_the_same_sources_give_the_same_workforce(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "all.jsonl", [*records(), "{broken"])
    for name in ("one", "two"):
        collected(tmp_path / name, source)
    one, two = (
        {file.name: file.read_bytes() for file in (tmp_path / name).iterdir() if file.is_file()}
        for name in ("one", "two")
    )
    assert one == two


def test_several_processes_give_what_one_gives(tmp_path: Path) -> None:
    sources = [write_lines(tmp_path / f"{n}.jsonl", [record(f"E{n}{k}") for k in range(5)]) for n in range(4)]
    collected(tmp_path / "one", *sources)
    collected(tmp_path / "two", *sources, processes=2)
    assert (tmp_path / "one" / "workforce.json").read_bytes() == (tmp_path / "two" / "workforce.json").read_bytes()


def test_a_person_who_stands_there_twice_is_used_once(tmp_path: Path) -> None:
    first = write_lines(tmp_path / "first.jsonl", [record("E1", team="first"), record("E1", team="again")])
    second = write_lines(tmp_path / "second.jsonl", [record("E2"), record("E1", team="second")])
    outcome = collected(tmp_path / "out", first, second)
    assert {each.employee: each.team for each in people_in(tmp_path / "out").values()} == {"E1": "first", "E2": "第1部"}
    assert codes_in(tmp_path / "out") == [("first.jsonl", 2, ["K640"]), ("second.jsonl", 2, ["K640"])]
    assert outcome.set_aside == 2
    assert f"{first}:1" in aside_in(tmp_path / "out")[0]["problems"][0]["detail"]["en"]


def test_a_record_that_cannot_be_used_is_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    source = write_lines(
        tmp_path / "all.jsonl",
        [
            record("E1"),
            "{",
            record("E2", engagements=[engagement("bank", role="team-lead")]),
            '{"employee": "E3", "employee": "E4", "name": "x"}',
            '{"employee": "E5", "name": "x", "engagements": [{"sizes": {"peak_persons": NaN}}]}',
            record("E6", engagements=[engagement("bank", sizes={"peak_persons": -1})]),
            "[" * 5000,
            record("E7"),
        ],
    )
    outcome = collected(tmp_path / "out", source)
    assert [*people_in(tmp_path / "out")] == ["E1", "E7"]
    codes = {line: found for _, line, found in codes_in(tmp_path / "out")}
    assert {line: codes[line] for line in (2, 3, 4, 6, 7)} == {
        2: ["K006"],
        3: ["K104"],
        4: ["K008"],
        6: ["K106"],
        7: ["K011"],
    }
    assert "K103" in codes[5]
    assert outcome.set_aside == 6
    assert aside_in(tmp_path / "out")[1]["employee"] == "E2"
    assert '"team-lead"' in aside_in(tmp_path / "out")[1]["raw"]


def test_bytes_that_are_no_text_are_set_aside_line_by_line(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "all.jsonl", [record("E1")])
    source.write_bytes(source.read_bytes() + "山田\n".encode("cp932") + b"\n\n")
    collected(tmp_path / "out", source)
    assert codes_in(tmp_path / "out") == [("all.jsonl", 2, ["K004"])]


def test_where_nobody_can_be_used_nothing_is_written(tmp_path: Path) -> None:
    outcome = collected(tmp_path / "out", write_lines(tmp_path / "all.jsonl", ["{"]))
    assert outcome.people == 0
    assert [problem.code for problem in outcome.problems] == ["K006"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.jsonl"]


def test_a_folder_in_its_own_source_is_no_source(tmp_path: Path) -> None:
    write_lines(tmp_path / "all.jsonl", [record("E1")])
    (tmp_path / "me.yaml").write_text(dump_record(record("E2")), encoding="utf-8")
    collected(tmp_path / "out", tmp_path)
    outcome = collected(tmp_path / "out", tmp_path, replace=True)
    assert (outcome.people, outcome.set_aside) == (2, 0)


def test_a_workforce_that_is_there_is_kept_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "all.jsonl", [record("E1")])
    collected(tmp_path / "out", source)
    write_lines(source, [record("E2")])
    with pytest.raises(BadInput, match="--update"):
        collected(tmp_path / "out", source)
    assert [*people_in(tmp_path / "out")] == ["E1"]
    collected(tmp_path / "out", source, replace=True)
    assert [*people_in(tmp_path / "out")] == ["E2"]


def test_what_is_set_aside_can_be_read_by_who_corrects_it(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "all.jsonl", [record("E1"), '{"name": "山田\u2028"}'])
    collected(tmp_path / "out", source)
    (entry,) = aside_in(tmp_path / "out")
    assert entry["raw"] == '{"name": "山田\u2028"}'
    assert "山田" in (tmp_path / "out" / "set-aside.jsonl").read_text(encoding="utf-8")
