"""Does `kijun judge` follow its options, and end with the exit code that it promises?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.broken.expected import RECORDS as BROKEN
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

CELLS_2011 = 21
HARDWARE_4 = "itss/v3-2011/customer-service/hardware/4"


@both_languages
@pytest.mark.parametrize("record", [HARDWARE, FACILITY, SALES])
def test_the_text_shows_the_map_then_the_levels_then_what_is_next(record: str, language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "judge", record, *ON)
    assert done.code == 0
    marks = done.out.index("●")
    reached = done.out.index("到達レベル" if language == "ja" else "Level reached")
    following = done.out.index("次: " if language == "ja" else "Next: ")
    assert marks < reached < following
    assert "--proof" in done.out
    assert ("2026年4月1日" if language == "ja" else "1 April 2026") in done.out


def test_an_english_judgement_has_japanese_only_where_the_record_has(kijun: Kijun) -> None:
    assert not has_japanese(kijun("judge", FACILITY, *ON, "--proof").out)
    assert not has_japanese(kijun("judge", FACILITY, *ON, "--format", "markdown", "--proof").out)


@both_languages
def test_the_proof_shows_every_part_with_its_line(language: str, kijun: Kijun) -> None:
    short = kijun("--lang", language, "judge", HARDWARE, *ON)
    whole = kijun("--lang", language, "judge", HARDWARE, *ON, "--proof")
    assert whole.code == 0
    assert len(whole.out) > len(short.out)
    for word in ("責任性", "複雑性", "専門性") if language == "ja" else ("responsibility", "complexity", "expertise"):
        assert word in whole.out
    assert "002:88" in whole.out
    assert "kijun show itss/v3-2011" in whole.out


@both_languages
def test_a_cell_restricts_the_proof(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "judge", HARDWARE, *ON, "--cell", "ハードウェア/5")
    assert done.code == 0
    assert ("ハードウェア レベル5" if language == "ja" else "Hardware, level 5") in done.out
    assert ("ハードウェア レベル4" if language == "ja" else "Hardware, level 4") not in done.out
    assert "002:140" in done.out


@both_languages
def test_a_cell_that_is_not_defined_says_so_in_its_proof(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "judge", HARDWARE, *ON, "--cell", "hardware/7")
    assert done.code == 0
    assert ("定義がありません" if language == "ja" else "not defined") in done.out


def test_several_cells_and_editions_may_be_asked_for(kijun: Kijun) -> None:
    cells = ("--cell", "hardware/3", "--cell", "v3-2008/customer-service/hardware/5")
    editions = ("--edition", "itss/v3-2011", "--edition", "itss/v3-2008", "--edition", "itss/v3-2011")
    done = kijun("judge", HARDWARE, *ON, *JSON, *cells, *editions)
    assert set(done.plain["cells"]) == {
        "itss/v3-2011/customer-service/hardware/3",
        "itss/v3-2008/customer-service/hardware/5",
    }


def test_each_category_is_judged_in_the_newest_edition_that_has_it(kijun: Kijun) -> None:
    plain = kijun("judge", HARDWARE, *ON, *JSON).plain
    assert {path.rsplit("/", 2)[0] for path in plain["cells"]} == {
        "itss/v3-2011/customer-service",
        "itss/v3-2011/levels-1-2",
        "itss/v3-2008/sales",
    }
    older = kijun("judge", HARDWARE, *ON, *JSON, "--edition", "itss/v3-2008").plain
    assert {path.rsplit("/", 2)[0] for path in older["cells"]} == {
        "itss/v3-2008/customer-service",
        "itss/v3-2008/sales",
    }


@both_languages
def test_a_standard_of_ones_own_is_judged_by_its_folder(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "judge", ACME, *ON, "--edition", ACME_STANDARD)
    assert done.code == 0
    assert ("ヘルプデスク" if language == "ja" else "Help desk") in done.out
    plain = kijun("judge", ACME, *ON, *JSON, "--edition", ACME_STANDARD).plain
    assert set(plain["cells"]) == {"acme/v1/support/help-desk/1", "acme/v1/support/help-desk/2"}


@both_languages
def test_two_editions_with_one_id_are_refused(language: str, tmp_path: Path, kijun: Kijun) -> None:
    again = tmp_path / "again"
    again.symlink_to(ACME_STANDARD)
    done = kijun("--lang", language, "judge", ACME, *ON, "--edition", ACME_STANDARD, "--edition", str(again))
    assert (done.code, done.out) == (2, "")
    assert "acme/v1" in done.err


@pytest.mark.parametrize(
    "day", ["2026-04-01", "2026/4/1", "2026年4月1日", "令和8年4月1日", "２０２６年４月１日", " 2026-04-01 "]
)
def test_the_day_may_be_written_in_every_form(day: str, kijun: Kijun) -> None:
    assert kijun("judge", HARDWARE, *JSON, "--on", day).plain["on"] == "2026-04-01"


@both_languages
@pytest.mark.parametrize("day", ["2026-04", "2026-02-30", "yesterday", "", "0001-01-01", "9999-12-31", "１", "\x1b"])
def test_a_day_that_is_none_is_refused(day: str, language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "judge", HARDWARE, "--on", day)
    assert (done.code, done.out) == (2, "")
    assert has_japanese(done.err) == (language == "ja")
    assert "\x1b" not in done.err


@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31", "2024-02-29"])
def test_the_first_and_the_last_day_can_be_judged(day: str, kijun: Kijun) -> None:
    for record in (HARDWARE, FACILITY, SALES):
        done = kijun("judge", record, "--on", day, "--proof", "--policy", "evidence.window=99")
        assert done.code == 0


def test_a_policy_changes_the_result_and_is_named(kijun: Kijun) -> None:
    plain = kijun(
        "judge", HARDWARE, *ON, *JSON, "--policy", "evidence.window=1", "--policy", "levels.imply=ladder"
    ).plain
    assert plain["policies"]["itss/v3-2011"]["evidence.window"] == "1"
    assert plain["policies"]["itss/v3-2011"]["levels.imply"] == "ladder"
    assert (
        plain["cells"][HARDWARE_4]["verdict"]
        != kijun("judge", HARDWARE, *ON, *JSON).plain["cells"][HARDWARE_4]["verdict"]
    )


REFUSED_POLICIES = {
    "levels.implyy=ladder": "levels.imply",
    "levels.imply=stairs": "ladder",
    "evidence.window=-1": "<n>",
    "evidence.window=0": "<n>",
    "some.means=many": "<n>",
    "parts.required=sise": "size",
    "proficiency.decides=some-items": "all-items",
    "zzz=1": "parts.required",
    "levels.imply": "levels.imply=ladder",
    "=": "parts.required",
    "levels.imply=": "ladder",
}


@both_languages
@pytest.mark.parametrize(("policy", "told"), REFUSED_POLICIES.items())
def test_a_policy_that_is_not_offered_is_refused(policy: str, told: str, language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "judge", HARDWARE, *ON, "--policy", policy)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert has_japanese(done.err) == (language == "ja")


@both_languages
def test_a_required_cell_that_is_met_ends_with_0(language: str, kijun: Kijun) -> None:
    assert kijun("--lang", language, "judge", HARDWARE, *ON, "--require", "hardware/3").code == 0


@both_languages
@pytest.mark.parametrize(
    ("record", "cell", "ja", "en"),
    [
        (HARDWARE, "hardware/5", "満たさない", "not met"),
        (SALES, "sales-via-media/4", "", ""),
        (ACME, "help-desk/1", "不明", "unknown"),
        (HARDWARE, "hardware/7", "定義がない", "not defined"),
    ],
)
def test_a_required_cell_that_is_not_met_ends_with_1(
    record: str, cell: str, ja: str, en: str, language: str, kijun: Kijun
) -> None:
    edition = ("--edition", ACME_STANDARD) if record == ACME else ()
    for form in ("text", "json", "markdown"):
        done = kijun("--lang", language, "judge", record, *ON, *edition, "--format", form, "--require", cell)
        assert done.code == 1
        assert cell in done.err
        assert (ja if language == "ja" else en) in done.err
        assert done.out != ""


@both_languages
@pytest.mark.parametrize("option", ["--cell", "--require"])
@pytest.mark.parametrize(
    ("cell", "meant"),
    [("hardwear/5", "hardware/5"), ("hardware", "hardware/"), ("hardware/5/size", "hardware/5"), ("5", "hardware/5")],
)
def test_a_cell_that_is_none_is_refused_with_a_suggestion(
    cell: str, meant: str, option: str, language: str, kijun: Kijun
) -> None:
    done = kijun("--lang", language, "judge", HARDWARE, *ON, option, cell)
    assert (done.code, done.out) == (2, "")
    assert f"itss/v3-2011/customer-service/{meant}" in done.err


@both_languages
@pytest.mark.parametrize("option", ["--cell", "--require"])
def test_a_cell_without_a_name_is_refused(option: str, language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "judge", HARDWARE, *ON, option, " ")
    assert (done.code, done.out) == (2, "")
    assert "hardware/5" in done.err


@both_languages
def test_a_broken_record_is_refused_with_all_its_problems(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "judge", str(BROKEN / "many.yaml"), *ON)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("many.yaml:") == 10
    assert ("誤りが9件あります" if language == "ja" else "9 problems.") in done.err


@both_languages
def test_one_problem_is_one_problem(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "judge", str(BROKEN / "empty.yaml"), *ON)
    assert done.err.endswith("誤りが1件あります。\n" if language == "ja" else "The record cannot be used: 1 problem.\n")


@both_languages
def test_what_was_read_otherwise_than_written_is_said_below_the_result(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "judge", str(BROKEN / "full-width.yaml"), *ON)
    assert (done.code, done.err) == (0, "")
    last = " ".join(done.out[-400:].split())
    assert ("読み替えた値が3つ" if language == "ja" else "3 values were read otherwise than written") in last
    assert "kijun check" in last


def test_what_programs_read_is_not_interrupted_by_a_notice(kijun: Kijun) -> None:
    done = kijun("judge", str(BROKEN / "full-width.yaml"), *ON, *JSON)
    assert (done.code, done.err) == (0, "")
    assert done.plain["person"] == "E-1"


def test_a_start_later_than_today_is_a_warning_and_counts_on_its_day(kijun: Kijun) -> None:
    before = kijun("judge", str(BROKEN / "starts-later.yaml"), *ON, *JSON, "--proof")
    after = kijun("judge", str(BROKEN / "starts-later.yaml"), "--on", "2160-04-01", *JSON, "--proof")
    assert (before.code, after.code) == (0, 0)
    assert "K211" in before.err
    assert '"evidence": "later"' not in before.out
    assert '"evidence": "later"' in after.out


def test_today_is_the_day_if_none_is_given(kijun: Kijun, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kijun.cli.judge.command.today", lambda: date(2026, 4, 1))
    assert kijun("judge", HARDWARE, *JSON).plain["on"] == "2026-04-01"


@both_languages
def test_days_known_to_the_month_are_one_quiet_line(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "judge", HARDWARE, *ON)
    assert done.err == ""
    told = "月までしかわからない日が1つ" if language == "ja" else "1 day is known to the month only; `kijun check"
    assert told in done.out


@both_languages
def test_an_answer_of_ones_own_is_said_in_words_and_a_default_one_is_not(language: str, kijun: Kijun) -> None:
    given = ("--lang", language, "judge", HARDWARE, *ON, "--cell", "hardware/5")
    own = kijun(*given, "--policy", "bands.floor=literal", "--policy", "evidence.window=30").out
    assert "(bands.floor=literal)" in own
    assert ("書かれたとおり" if language == "ja" else "literal: what exceeds") in own
    assert "evidence.window=30" in own
    assert "levels.reach-down" not in own


def test_a_category_without_evidence_is_only_named(kijun: Kijun) -> None:
    done = kijun("judge", HARDWARE, *ON)
    assert "Sales: no engagement counts here" in done.out
    assert "Consulting Sales" not in done.out
    assert "Consulting Sales" in kijun("judge", HARDWARE, *ON, "--cell", "consulting-sales/5").out
