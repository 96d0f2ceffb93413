"""Does `kijun workforce compare` say how many are at another level, and why?"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cli.command import Kijun, both_languages
from tests.cli.workforce.judged import folder, made, out
from tests.tailoring import change, write_overlay

__all__ = ["folder", "made", "out"]

_ON = ("--on", "2026-04-01")
_HARDWARE = "customer-service/hardware"


@pytest.fixture
def harder(tmp_path: Path) -> str:
    """Return a standard that asks for one kind of contribution more at hardware 5."""
    return str(write_overlay(tmp_path / "own", [change("set", f"{_HARDWARE}/5/succession/at_least", 4)]))


@both_languages
def test_who_falls_is_counted_under_the_change_that_causes_it(
    language: str, folder: Path, harder: str, kijun: Kijun
) -> None:
    asked = ("compare", str(folder), "--from", "itss/v3-2011", "--to", harder, *_ON)
    done = kijun("--lang", language, "workforce", *asked)
    assert (done.code, done.err) == (0, "")
    assert ("レベル5 技術の継承: 1人" if language == "ja" else "level 5, succession: 1 person") in done.out
    assert ("引き上げ: 3 → 4" if language == "ja" else "number of kinds raised: 3 → 4") in done.out
    assert "E-1" not in done.out


def test_the_people_are_listed_on_request(folder: Path, harder: str, kijun: Kijun) -> None:
    asked = ("workforce", "compare", str(folder), "--from", "itss/v3-2011", "--to", harder, *_ON, "--people")
    text = kijun(*asked)
    assert "佐藤 花子 (E-1)" in text.out
    assert "level 5 → level 4" in text.out
    rows = list(csv.DictReader(io.StringIO(kijun(*asked, "--format", "csv").out.removeprefix("\ufeff"))))
    (person,) = [row for row in rows if row["what"] == "person"]
    assert (person["employee"], person["from_met"], person["to_met"], person["parts"]) == (
        "E-1",
        "5",
        "4",
        "succession",
    )


def test_other_programs_read_the_same(folder: Path, harder: str, kijun: Kijun) -> None:
    asked = ("compare", str(folder), "--from", "itss/v3-2011", "--to", harder, *_ON, "--people", "--format", "json")
    plain = kijun("workforce", *asked).plain
    assert [each["employee"] for each in plain["who"]] == ["E-1"]
    (field,) = plain["changed"]
    assert field["moves"] == {"down": 1}
    assert [each["kind"] for each in field["causes"][0]["because"]] == ["raised"]


def test_two_editions_of_the_standard_are_compared_in_the_fields_of_both(folder: Path, kijun: Kijun) -> None:
    done = kijun("workforce", "compare", str(folder), "--from", "itss/v3-2008", "--to", "itss/v3-2011", *_ON)
    assert done.code == 0
    assert "Hardware" in done.out
    assert "not compared, only in itss/v3-2008 or itss/v3-2011" in done.out


def test_what_cannot_be_compared_is_neither_up_nor_down(folder: Path, kijun: Kijun) -> None:
    asked = ("--from", "itss/v3-2008", "--to", "itss/v3-2011", *_ON, "--format", "csv")
    written = kijun("workforce", "compare", str(folder), *asked).out.removeprefix("\ufeff")
    causes = [row for row in csv.DictReader(io.StringIO(written)) if row["what"] == "cause"]
    missing = {row["move"] for row in causes if "missing from the source" in row["because"]}
    assert missing == {"not comparable"}


def test_nothing_is_left_behind(folder: Path, harder: str, kijun: Kijun) -> None:
    before = sorted(path.name for path in folder.parent.iterdir())
    kijun("workforce", "compare", str(folder), "--from", "itss/v3-2011", "--to", harder, *_ON)
    assert sorted(path.name for path in folder.parent.iterdir()) == before


def test_one_edition_or_two_standards_are_refused(folder: Path, kijun: Kijun) -> None:
    asked = ("workforce", "compare", str(folder), "--from", "itss/v3-2011")
    same = kijun(*asked, "--to", "itss/v3-2011")
    assert same.code == 2
    assert "the same edition" in same.err
    assert kijun(*asked, "--to", "nothing/v1").code == 2
