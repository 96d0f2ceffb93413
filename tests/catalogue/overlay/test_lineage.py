"""Does what was said of an ancestor's cell or band count while the company leaves it alone?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kijun.catalogue.installed import open_edition
from kijun.catalogue.record_words import words_of
from kijun.evidence import Equivalence
from kijun.verdict import MET, NOT_MET, Verdict
from tests.builders import V3_2008, V3_2011, engagement
from tests.people import hardware_five
from tests.tailoring import change, tailored, verdict, write_overlay

HARDWARE = "customer-service/hardware"


@pytest.mark.parametrize(
    ("path", "counts"),
    [(f"{HARDWARE}/5/size/2/complexity_at_least", MET), (f"{HARDWARE}/5/size/1/customers/reach", NOT_MET)],
)
def test_what_was_recognised_of_a_band_counts_while_the_company_leaves_it_alone(
    path: str, counts: Verdict, tmp_path: Path
) -> None:
    value = 3 if path.endswith("complexity_at_least") else "nationwide-overseas-or-infrastructure"
    own = tailored(tmp_path, change("set", path, value))
    claim = Equivalence(to=f"{V3_2011}/{HARDWARE}/5/size/1", decision="recognised", by="Assessor", reason="as large")
    served = replace(engagement("core", customers="specific-user"), equivalences=(claim,))
    assert verdict(open_edition(V3_2011), f"{HARDWARE}/5", hardware_five(served), "size") is MET
    assert verdict(own, f"{HARDWARE}/5", hardware_five(served), "size") is counts


def test_an_equivalent_market_counts_while_the_company_leaves_it_alone(tmp_path: Path) -> None:
    cell = next(
        path.removeprefix(f"{V3_2008}/")
        for path, printed in open_edition(V3_2008).indicators.items()
        if printed.responsibility and any(each.scope == "equivalent" for each in printed.responsibility.market)
    )
    same_market = tailored(tmp_path / "same", parent=V3_2008)
    other = tailored(tmp_path / "other", change("drop", f"{cell}/responsibility/market/1"), parent=V3_2008)
    assert same_market.known_as(f"acme/v1/{cell}") == {f"acme/v1/{cell}", f"{V3_2008}/{cell}"}
    assert other.known_as(f"acme/v1/{cell}") == {f"acme/v1/{cell}"}
    assert other.inherited[f"{V3_2008}/{cell}"] is None


def test_a_band_that_moves_up_is_still_the_band_that_was_recognised(tmp_path: Path) -> None:
    own = tailored(tmp_path, change("drop", f"{HARDWARE}/5/size/1"))
    bands = f"{HARDWARE}/5/size"
    assert own.inherited[f"{V3_2011}/{bands}/2"] == f"acme/v1/{bands}/1"
    assert own.inherited[f"{V3_2011}/{bands}/1"] is None


def test_an_overlay_of_an_overlay_has_the_changes_of_both(tmp_path: Path) -> None:
    write_overlay(tmp_path / "acme", [change("set", f"{HARDWARE}/5/succession/at_least", 2)])
    own = tailored(
        tmp_path / "tokyo",
        change("drop", "customer-service/software"),
        change("set", f"{HARDWARE}/5/size/1/customers/reach", "nationwide-overseas-or-infrastructure"),
        parent="../acme",
        identity="acme/tokyo",
    )
    assert (own.parent, [field.id for _, field in own.fields()]) == (
        "acme/v1",
        ["hardware", "facility-management", "common"],
    )
    cell = own.indicators[f"acme/tokyo/{HARDWARE}/5"]
    assert cell.cited("succession").document == "acme/v1"
    assert cell.cited("size/1").document == "acme/tokyo"
    assert own.documents.keys() >= {"001", "002", "acme/v1", "acme/tokyo"}
    assert [flag.id.rpartition(":")[0] for flag in own.flags.values() if flag.is_change] == [
        "acme/v1",
        "acme/tokyo",
        "acme/tokyo",
    ]
    bands = f"{HARDWARE}/5/size"
    assert own.known_as(f"acme/tokyo/{bands}/2") == {f"{each}/{bands}/2" for each in ("acme/tokyo", "acme/v1", V3_2011)}
    assert own.inherited[f"{V3_2011}/{bands}/1"] is None
    known = words_of([own])
    assert f"acme/v1/{bands}/1" in known.bands
    assert f"acme/v1/{HARDWARE}/5" in known.cells
