"""Does `kijun workforce judge` write the verdicts of everybody, whole or not at all?"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kijun.population.verdicts import open_verdicts
from kijun.population.verdicts_relation import verdict_of
from kijun.verdict import Verdict
from tests.cli.command import Kijun, both_languages
from tests.cli.workforce.judged import folder, made, out
from tests.tailoring import change, write_overlay

__all__ = ["folder", "made", "out"]

_ON = ("--on", "2026-04-01")
_FIVE = "itss/v3-2011/customer-service/hardware/5"


@both_languages
def test_it_says_how_many_people_it_judged_and_what_is_next(language: str, folder: Path, kijun: Kijun) -> None:
    done = kijun("--lang", language, "workforce", "judge", str(folder), *_ON)
    written = folder.with_name("workforce.verdicts")
    assert (done.code, done.err) == (0, "")
    assert ("7人" if language == "ja" else "7 people") in done.out
    assert f"kijun workforce summary {written}" in done.out
    verdicts = open_verdicts(written)
    assert verdict_of(verdicts, "E-1", _FIVE)[None] is Verdict.MET
    assert verdicts.workforce_folder == folder


def test_the_answers_of_an_organisation_are_followed_and_written_down(
    folder: Path, tmp_path: Path, kijun: Kijun
) -> None:
    written = tmp_path / "strict"
    done = kijun("workforce", "judge", str(folder), *_ON, "--policy", "evidence.window=1", "-o", str(written))
    assert done.code == 0
    verdicts = open_verdicts(written)
    assert {each.policy["evidence.window"] for each in verdicts.judgement.editions} == {"1"}
    assert verdict_of(verdicts, "E-1", _FIVE)[None] is not Verdict.MET


def test_a_companys_own_standard_is_found_again_from_its_folder(folder: Path, tmp_path: Path, kijun: Kijun) -> None:
    own = write_overlay(tmp_path / "own", [change("set", "customer-service/hardware/5/succession/at_least", 4)])
    done = kijun("workforce", "judge", str(folder), *_ON, "--edition", str(own))
    assert done.code == 0, done.err
    (judged,) = open_verdicts(folder.with_name("workforce.verdicts")).judgement.editions
    assert (judged.id, judged.source) == ("acme/v1", "../own")
    shown = kijun("workforce", "explain", str(folder.with_name("workforce.verdicts")), "E-1", "hardware/5")
    assert shown.code == 0
    assert "3 kinds" in shown.out


def test_teams_get_folders_of_their_own_and_the_same_summary(folder: Path, tmp_path: Path, kijun: Kijun) -> None:
    asked = ("--by", "team", "--format", "csv")
    for name, more in (("whole", ()), ("apart", ("--partition-by", "team"))):
        assert kijun("workforce", "judge", str(folder), *_ON, *more, "-o", str(tmp_path / name)).code == 0
    assert (tmp_path / "apart" / "verdicts" / "team=A").is_dir()
    whole, apart = (kijun("workforce", "summary", str(tmp_path / name), *asked).out for name in ("whole", "apart"))
    assert whole == apart


def test_verdicts_that_are_there_are_replaced_only_where_that_is_asked(out: Path, folder: Path, kijun: Kijun) -> None:
    before = (out / "judgement.json").read_bytes()
    refused = kijun("workforce", "judge", str(folder), *_ON)
    assert refused.code == 2
    assert "--update" in refused.err
    assert (out / "judgement.json").read_bytes() == before
    assert kijun("workforce", "judge", str(folder), "--on", "2026-05-01", "--update").code == 0
    assert json.loads((out / "judgement.json").read_text(encoding="utf-8"))["on"] == "2026-05-01"


@pytest.mark.parametrize(
    "wrong",
    [
        ("--engine", "sparks"),
        ("--master", "local[2]"),
        ("--edition", "itss/v9"),
        ("--policy", "levels.imply=never"),
        ("--on", "2026-04"),
    ],
)
def test_what_cannot_be_judged_so_is_refused_and_nothing_is_written(
    wrong: tuple[str, str], folder: Path, kijun: Kijun
) -> None:
    done = kijun("workforce", "judge", str(folder), *wrong)
    assert done.code == 2
    assert done.err
    assert [path.name for path in folder.parent.iterdir()] == ["workforce"]


def test_a_folder_that_is_no_workforce_is_refused(tmp_path: Path, kijun: Kijun) -> None:
    done = kijun("workforce", "judge", str(tmp_path))
    assert done.code == 2
    assert "K600" in done.err


def test_whoever_judges_does_not_wait_for_pandas(folder: Path, tmp_path: Path) -> None:
    """Arrow loads it on the way wherever it is installed, unless one takes care: a third of the time of a small workforce."""
    program = f"""
import sys
from kijun.cli.main import main
code = main(["workforce", "judge", {str(folder)!r}, "--on", "2026-04-01", "-o", {str(tmp_path / "out")!r}])
print(code, "pandas" in sys.modules, file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stderr == "0 False\n"
