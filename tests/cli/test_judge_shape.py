"""Is what `kijun judge` writes for other programs in the fixed shape, and does it agree with itself?"""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.command import ACME, ACME_STANDARD, FACILITY, HARDWARE, JSON, ON, SALES, Kijun
from tests.cli.shapes import JUDGEMENT, PARTS, PROOF
from tests.cli.test_show_shape import wrong

BOTH = ("--edition", "itss/v3-2011", "--edition", "itss/v3-2008")
RUNS = {
    "hardware": (HARDWARE, *BOTH),
    "facility": (FACILITY, *BOTH),
    "sales": (SALES, *BOTH),
    "acme": (ACME, "--edition", ACME_STANDARD),
}
runs = pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)


@runs
def test_a_judgement_is_in_the_fixed_shape(run: tuple[str, ...], kijun: Kijun) -> None:
    done = kijun("judge", *run, *ON, *JSON)
    assert done.code == 0
    assert wrong(JUDGEMENT, done.plain) == []
    assert done.plain["on"] == "2026-04-01"


@runs
def test_a_judgement_is_the_same_in_both_languages(run: tuple[str, ...], kijun: Kijun) -> None:
    for more in ((), ("--proof",)):
        japanese = kijun("--lang", "ja", "judge", *run, *ON, *JSON, *more)
        assert japanese.out == kijun("--lang", "en", "judge", *run, *ON, *JSON, *more).out


def test_every_cell_of_every_field_is_there_defined_or_not(kijun: Kijun) -> None:
    cells = kijun("judge", HARDWARE, *BOTH, *ON, *JSON).plain["cells"]
    assert len(cells) == 10 * 7
    reasons = {path: cell["reason"] for path, cell in cells.items() if cell["verdict"] == "not defined"}
    assert len(cells) - len(reasons) == 31
    assert reasons["itss/v3-2011/customer-service/hardware/7"] == "not in the standard"
    assert reasons["itss/v3-2008/customer-service/hardware/4"] == "not in the source"
    assert sum(reason == "not in the source" for reason in reasons.values()) == 7
    for path in reasons:
        assert set(cells[path]["parts"].values()) == {None}
        assert cells[path]["minimum_by_examination"] is None


@runs
def test_a_defined_cell_has_no_reason_and_its_parts_decide_it(run: tuple[str, ...], kijun: Kijun) -> None:
    for path, cell in kijun("judge", *run, *ON, *JSON).plain["cells"].items():
        if cell["verdict"] == "not defined":
            continue
        found = [verdict for verdict in cell["parts"].values() if verdict is not None]
        decided = "not met" if "not met" in found else "unknown" if "unknown" in found else "met"
        assert (cell["reason"], cell["verdict"]) == (None, decided), path


@runs
def test_the_levels_agree_with_the_cells(run: tuple[str, ...], kijun: Kijun) -> None:
    plain = kijun("judge", *run, *ON, *JSON).plain
    for field, levels in plain["levels"].items():
        verdicts = {
            int(path.rsplit("/", 1)[1]): cell["verdict"]
            for path, cell in plain["cells"].items()
            if path.rsplit("/", 1)[0] == field
        }
        met = [level for level, verdict in verdicts.items() if verdict == "met"]
        possible = [level for level, verdict in verdicts.items() if verdict in {"met", "unknown"}]
        assert levels["highest_met"] == max(met, default=None)
        assert levels["highest_possible"] == max(possible, default=None)
        below = {level for level in verdicts if level < max(met, default=0)}
        assert levels["holes"] == sorted(level for level in below if verdicts[level] == "not met")


def proofs(plain: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a proof tree and everything below it."""
    return [plain, *(below for child in plain["children"] for below in proofs(child))]


@runs
def test_the_proof_trees_are_there_only_when_asked_for(run: tuple[str, ...], kijun: Kijun) -> None:
    without = kijun("judge", *run, *ON, *JSON).plain
    assert all("proof" not in cell for cell in without["cells"].values())
    proven = kijun("judge", *run, *ON, *JSON, "--proof").plain
    for path, cell in proven["cells"].items():
        if cell["verdict"] == "not defined":
            assert "proof" not in cell
            continue
        for part in PARTS:
            verdict = cell["parts"][part]
            assert (verdict is None) == (part not in cell["proof"]), path
            if verdict is not None:
                tree = cell["proof"][part]["tree"]
                assert tree["verdict"] == verdict
                assert [wrong(PROOF, each) for each in proofs(tree) if wrong(PROOF, each)] == []
    assert {path: {**cell, "proof": None} for path, cell in proven["cells"].items()} == {
        path: {**cell, "proof": None} for path, cell in without["cells"].items()
    }


def test_a_cell_restricts_what_is_written(kijun: Kijun) -> None:
    plain = kijun("judge", HARDWARE, *ON, *JSON, "--cell", "hardware/5", "--proof").plain
    assert set(plain["cells"]) == {"itss/v3-2011/customer-service/hardware/5"}
    assert set(plain["levels"]) == {"itss/v3-2011/customer-service/hardware"}
