"""Does every command that is printed to follow work as it stands, about the same record, edition, answers and assumptions?"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.command import HARDWARE, JSON, ON, Kijun
from tests.cli.test_named_levels import RECORD, STANDARD
from tests.tailoring import answer, change, write_overlay

CLAUSE = {"outcome": "succeeded", "activities": {"any_of": ["fault-repair"]}}
CLOUD = {
    "name": {"ja": "クラウド", "en": "Cloud"},
    "cells": [
        {
            "level": level,
            "responsibility": {"measure": "years", "at_least": 1, "years_at_level": level, "role": "member", **CLAUSE},
            "complexity": {"at_least": level - 2, "of": ["multi-vendor", "around-the-clock"], **CLAUSE},
        }
        for level in (3, 4)
    ],
}
ME = """\
employee: E-1
name: A
engagements:
  - {id: desk, title: Desk, fields: [cloud], activities: [fault-repair], role: member, from: 2025-10-01, outcome: succeeded}
"""


@pytest.fixture
def own(tmp_path: Path) -> str:
    """Return a company's own standard with a field that no other has."""
    added = change("add", "customer-service/cloud", CLOUD)
    return str(write_overlay(tmp_path / "own", [added], policy=[answer("levels.imply", "ladder")]))


@pytest.fixture
def me(tmp_path: Path) -> str:
    """Return a record in that field, in a folder whose name has a space."""
    path = tmp_path / "my records" / "me.yaml"
    path.parent.mkdir()
    path.write_text(ME, encoding="utf-8")
    return str(path)


def named(words: str, command: str) -> list[str]:
    """Return the words of a command that an output names, in one line."""
    found = re.search(rf"kijun {command} [^`;\n)]*", words)
    assert found is not None, words
    return shlex.split(found.group())[1:]


@pytest.mark.parametrize("command", ["judge", "map", "plan"])
def test_what_a_command_names_repeats_what_was_given(command: str, own: str, me: str, kijun: Kijun) -> None:
    asked = ("--edition", own, "--policy", "evidence.window=10", *ON)
    following = named(kijun(command, me, *asked).out, "judge" if command == "judge" else "plan")
    assert following[1] == me
    assert [word for word in asked if word not in following] == []


def test_a_plan_beside_an_assumed_plan_takes_other_names_and_both_together_meet_the_cell(
    own: str, me: str, tmp_path: Path, kijun: Kijun
) -> None:
    first, second = str(tmp_path / "first.yaml"), str(tmp_path / "second.yaml")
    asked = ("--edition", own)
    assert kijun("plan", me, *asked, *ON, "--cell", "hardware/3", "-o", first).code == 0
    done = kijun("plan", me, *asked, *ON, "--cell", "cloud/4", "--with", first, "-o", second)
    ids = [re.findall(r"id: (\S+)", Path(each).read_text(encoding="utf-8")) for each in (first, second)]
    assert ids == [["planned-1"], ["planned-2"]]
    following = named(done.out, "judge")
    assert [following[place + 1] for place, word in enumerate(following) if word == "--with"] == [first, second]
    assert kijun(*following, "--require", "cloud/4").code == 0


def test_a_plan_whose_engagement_went_on_record_leaves_its_name_alone(own: str, me: str, kijun: Kijun) -> None:
    text = ME + ME.splitlines()[-1].replace("id: desk", "id: planned-1").replace("2025-10-01", "2026-01-01") + "\n"
    Path(me).write_text(text, encoding="utf-8")
    plain = kijun("plan", me, "--edition", own, *ON, "--cell", "hardware/4", *JSON).plain
    ids = {
        each["id"]
        for plan in plain["cells"][0]["plans"]
        for each in plan["evidence"].get("engagements", [])
        if "outcome" in each
    }
    assert ids
    assert "planned-1" not in ids


def test_what_the_standard_says_is_opened_from_the_folder_that_was_given(own: str, me: str, kijun: Kijun) -> None:
    out = kijun("judge", me, "--edition", own, *ON, "--proof").out
    following = named(out, "show")
    assert following[-2:] == ["--edition", own]
    assert kijun(*following).code == 0
    assert "--edition" not in named(kijun("judge", HARDWARE, *ON, "--proof").out, "show")


def test_a_list_of_a_standard_opens_a_cell_that_it_has(own: str, kijun: Kijun) -> None:
    assert named(kijun("list").out, "show") == ["show", "hardware/5"]
    assert named(kijun("list", "--edition", own).out, "show") == ["show", "hardware/5", "--edition", own]
    following = named(kijun("list", *STANDARD).out, "show")
    assert following == ["show", "reading-data/1", *STANDARD]
    assert kijun(*following).code == 0


def test_where_nothing_can_be_planned_a_cell_of_that_standard_is_named(tmp_path: Path, kijun: Kijun) -> None:
    path = tmp_path / "empty.yaml"
    path.write_text("employee: L-1\nname: A\n", encoding="utf-8")
    said = " ".join(kijun("plan", str(path), *STANDARD, *ON).out.split())
    assert "Add ratings of skill items to the record" in said
    assert "such as --cell reading-data/1." in said
    assert "Add an engagement to the record" in " ".join(kijun("plan", str(path), *ON).out.split())


def test_a_command_in_a_narrow_terminal_is_one_line(kijun: Kijun, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = re.sub(r"\x1b\[[0-9;]*m", "", kijun("plan", RECORD, *STANDARD, *ON).out)
    assert named(out, "plan")[-2:] == [*ON]
    assert named(out, "check") == ["check", RECORD, *STANDARD]
