"""Does an edition show what a company changed, where that is written, and why?"""

from __future__ import annotations

from pathlib import Path

from kijun.framework.policy import choose
from kijun.framework.resolve import resolve_edition
from kijun.judgement.explain import explain
from tests.people import hardware_five
from tests.tailoring import WHY, answer, change, judged, tailored, write_overlay

HARDWARE = "customer-service/hardware"


def test_a_proof_shows_where_the_companys_number_stands_and_why(tmp_path: Path) -> None:
    own = tailored(tmp_path, change("set", f"{HARDWARE}/5/succession/at_least", 2))
    cell = judged(own, hardware_five())[f"{HARDWARE}/5"]
    said = {line.name: line for line in explain(cell, hardware_five(), own.vocabulary.name)}
    lines = (tmp_path / "overlay.yaml").read_text(encoding="utf-8").splitlines()
    cited = said["succession"].citation
    assert cited.document == "acme/v1"
    assert "succession/at_least" in lines[cited.line - 1]
    assert said["size"].citation.document == "002"
    assert cell.cell.indicator.cited("succession/of").document == "002"
    flag = own.flags[str(cited)]
    assert flag.id in cell.cell.indicator.flags
    assert (flag.is_change, flag.about.en) == (
        True,
        f"Changed: {HARDWARE}/5/succession/at_least from 3 to 2. {WHY['en']}",
    )


def test_a_correction_gives_way_to_the_companys_own_number(tmp_path: Path) -> None:
    path = "customer-service/software/6/succession/at_least"
    own = tailored(tmp_path, change("set", path, 2), policy=[answer("contradictions", "corrected")])
    cell = resolve_edition(own, choose(own.points, {})).cells["acme/v1/customer-service/software/6"]
    assert cell.indicator.succession is not None
    assert cell.indicator.succession.at_least == 2
    assert own.flags["A1"].correction is None
    untouched = tailored(tmp_path / "other", policy=[answer("contradictions", "corrected")])
    correction = untouched.flags["A1"].correction
    assert correction is not None
    assert correction.path == f"acme/v1/{path}"


def test_notes_name_the_parent_and_every_change(tmp_path: Path) -> None:
    write_overlay(tmp_path / "acme", [change("drop", f"{HARDWARE}/6")])
    own = tailored(tmp_path / "tokyo", change("drop", f"{HARDWARE}/5"), parent="../acme", identity="acme/tokyo")
    said = [note.en for note in own.notes]
    assert said[0].startswith("acme/v1 is tailored from itss/v3-2011")
    assert said[2].startswith("acme/tokyo is tailored from ../acme")
    assert [f"Dropped: {HARDWARE}/{level}. A try" in said[at] for level, at in ((6, 1), (5, 3))] == [True, True]


def test_the_company_may_bring_documents_and_notes_of_its_own(tmp_path: Path) -> None:
    document = {"title": "Rules", "language": "en", "revision": "1", "publisher": "Acme"}
    cell = {"mentoring": True, "citation": {"line": {"document": "R1", "line": 7}}}
    own = tailored(
        tmp_path,
        change("add", f"{HARDWARE}/7", cell),
        documents={"R1": document},
        notes=["Rules of 2026."],
        published="2026-11-21",
        order=2026,
        publisher="Acme",
        standard="acme-service",
    )
    assert str(own.indicators[f"acme/v1/{HARDWARE}/7"].citation) == "R1:7"
    assert "Rules of 2026." in [note.en for note in own.notes]
    assert (own.standard, own.order, own.published) == ("acme-service", 2026, "2026-11-21")
    assert own.documents["acme/v1"].publisher == "Acme"
