"""Does `kijun workforce explain` open the proof behind a verdict, and nothing else?"""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kijun.population.verdicts import open_verdicts, word_columns
from kijun.text import Text
from tests.cli.command import Kijun, both_languages
from tests.cli.workforce.judged import folder, made, out, save
from tests.people import hardware_five
from tests.population.a_workforce import named, workforce

__all__ = ["folder", "made", "out"]


@both_languages
def test_the_proof_of_one_person_is_shown(language: str, out: Path, kijun: Kijun) -> None:
    done = kijun("--lang", language, "workforce", "explain", str(out), "E-2", "hardware/5")
    assert (done.code, done.err) == (0, "")
    assert "鈴木 一" in done.out
    assert ("後進の育成" if language == "ja" else "mentoring") in done.out
    assert ("◐ あと1つ" if language == "ja" else "◐ one part short") in done.out
    assert "bank-core" in done.out


def test_somebody_is_found_by_the_number_of_the_tables(out: Path, kijun: Kijun) -> None:
    assert "E-3" in kijun("workforce", "explain", str(out), "#2", "hardware/5").out


def test_somebody_unknown_and_a_cell_unknown_are_refused_with_the_nearest(out: Path, kijun: Kijun) -> None:
    nobody = kijun("workforce", "explain", str(out), "E-22", "hardware/5")
    assert nobody.code == 2
    assert 'Did you mean "E-2"?' in nobody.err
    for number in ("#7", "#99"):
        assert "from #0 to #6" in kijun("workforce", "explain", str(out), number, "hardware/5").err
    assert "employee number" in kijun("workforce", "explain", str(out), "#" + "9" * 5000, "hardware/5").err
    cell = kijun("workforce", "explain", str(out), "E-2", "hardwere/5")
    assert cell.code == 2
    assert "hardware" in cell.err


def test_a_cell_that_was_not_judged_is_refused(out: Path, kijun: Kijun) -> None:
    asked = ("workforce", "explain", str(out), "E-2")
    undefined = kijun(*asked, "itss/v3-2011/customer-service/hardware/7")
    assert undefined.code == 2
    assert "has no indicator" in undefined.err
    plain = json.loads((out / "judgement.json").read_text(encoding="utf-8"))
    plain["bits"] = [bit for bit in plain["bits"] if not bit["cell"].endswith("/hardware/5")]
    (out / "judgement.json").write_text(json.dumps(plain), encoding="utf-8")
    apart = kijun(*asked, "hardware/5")
    assert apart.code == 2
    assert "was not judged" in apart.err


def test_a_workforce_that_changed_since_is_not_explained(out: Path, folder: Path, kijun: Kijun) -> None:
    shutil.rmtree(folder)
    save(folder, workforce()[1:])
    done = kijun("workforce", "explain", str(out), "E-2", "hardware/5")
    assert done.code == 2
    assert "no longer what was judged" in done.err


def test_a_workforce_that_was_moved_is_named(out: Path, folder: Path, tmp_path: Path, kijun: Kijun) -> None:
    folder.rename(tmp_path / "elsewhere")
    gone = kijun("workforce", "explain", str(out), "E-2", "hardware/5")
    assert gone.code == 2
    assert "--workforce" in gone.err
    asked = ("explain", str(out), "E-2", "hardware/5", "--workforce", str(tmp_path / "elsewhere"))
    assert kijun("workforce", *asked).code == 0


def test_what_a_record_keeps_back_is_left_out(tmp_path: Path, kijun: Kijun) -> None:
    whose = named(hardware_five(), "E-1", "佐藤 花子", None)
    (served,) = whose.engagements
    hidden = replace(
        served, title=Text(ja="極秘の案件", en="secret work"), masked=frozenset({"title", "customers", "conditions"})
    )
    folder = save(tmp_path / "workforce", [replace(whose, engagements=(hidden,))])
    kijun("workforce", "judge", str(folder), "--on", "2026-04-01")
    done = kijun("workforce", "explain", str(tmp_path / "workforce.verdicts"), "E-1", "hardware/5")
    assert done.code == 0, done.err
    assert "● met" in done.out
    assert "Engagement 1" in done.out
    for kept_back in ("secret", "bank-core", "around the clock", "industry"):
        assert kept_back not in done.out


@pytest.mark.parametrize("changed", ["met", "digest"])
def test_a_proof_that_differs_from_the_verdict_is_said(changed: str, out: Path, kijun: Kijun) -> None:
    verdicts = open_verdicts(out)
    if changed == "met":
        at = verdicts.bit_of("itss/v3-2011/customer-service/hardware/5")
        assert at is not None
        name = word_columns(at.word)[0]
        for file in verdicts.files():
            table = pq.read_table(file)
            place = table.schema.get_field_index(name)
            flipped = pa.array([value ^ (1 << at.bit) for value in table[name].to_pylist()], pa.int64())
            pq.write_table(table.set_column(place, table.schema.field(place), flipped), file)
    else:
        plain = json.loads((out / "judgement.json").read_text(encoding="utf-8"))
        plain["editions"][0]["digest"] = "sha256:other"
        (out / "judgement.json").write_text(json.dumps(plain), encoding="utf-8")
    done = kijun("workforce", "explain", str(out), "E-1", "hardware/5")
    assert done.code == 2
    assert ("Internal error" if changed == "met" else "K627") in done.err
