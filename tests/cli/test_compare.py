"""Does `kijun compare` show what differs between two editions, and whose verdict changes?"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.command import ACME_STANDARD, HARDWARE, JSON, ON, RECORDS, Kijun, both_languages, differ_by_language

OLD, NEW = "itss/v3-2008", "itss/v3-2011"
BOTH = ("compare", OLD, NEW)
FIVE = "customer-service/hardware/5"

OVERLAY = """\
id: ours/v1
parent: itss/v3-2011
name: {ja: 当社の基準, en: Our standard}
changes:
  - set: customer-service/hardware/4/succession/at_least
    to: 7
    reason: {ja: 伝える仕事を重んじる, en: We value teaching.}
  - drop: customer-service/hardware/6
    reason: {ja: 職制にない, en: We have no such post.}
"""


@pytest.fixture
def ours(tmp_path: Path) -> str:
    """Return the folder of a company's own standard."""
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "overlay.yaml").write_text(OVERLAY, encoding="utf-8")
    return str(folder)


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """Return a folder with a sound record and a broken one."""
    folder = tmp_path / "team"
    folder.mkdir()
    (folder / "a.yaml").write_text(Path(HARDWARE).read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "b.yaml").write_text("employee: [\n", encoding="utf-8")
    return folder


def test_a_summary_comes_before_the_cells(kijun: Kijun) -> None:
    done = kijun(*BOTH)
    assert done.code == 0
    places = ("  Hardware, skills  ", "Not comparable\n", "\nHardware, level 5  ", "\nHardware, skills  ")
    assert [done.out.index(each) for each in places] == sorted(done.out.index(each) for each in places)
    assert "Hardware (level 6, level 4, level 3): missing from the source of itss/v3-2008 (document 003 is a part)" in (
        done.out
    )
    assert "003:62 → 002:140" in done.out


@both_languages
def test_an_edition_does_not_differ_from_itself(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "compare", NEW, NEW)
    assert (done.code, done.out.splitlines()[-1]) == (0, {"ja": "違いはありません。", "en": "No difference."}[language])
    assert kijun("compare", NEW, NEW, *JSON).plain["changes"] == []
    assert "No difference." in kijun("compare", NEW, NEW, "--format", "markdown").out


def test_years_and_times_are_said_to_be_other_measures(kijun: Kijun) -> None:
    done = kijun(*BOTH, "hardware/5/responsibility")
    assert "times or years, other measure: 3 times or more" in done.out
    assert "raised" not in done.out


def test_a_cell_shows_why_words_are_not_the_same_and_what_the_editions_note(kijun: Kijun) -> None:
    close, whole = kijun(*BOTH, "hardware/5"), kijun(*BOTH)
    note = "hardware upkeep: Neither the preventive maintenance"
    assert close.out.count(note) == 1
    assert note not in whole.out
    assert "G1  Differs from document 003" in close.out


@pytest.mark.parametrize(
    ("path", "shown", "hidden"),
    [
        ("customer-service", "Hardware, level 5", "Sales"),
        ("hardware", "Hardware, skills", "Software"),
        ("ハードウェア/5", "Hardware, level 5", "Hardware, skills"),
        ("hardware/5/size", "or equivalent", "Fault repair (easier)"),
        ("hardware/skills", "Hardware, skills", "Hardware, level 5"),
        ("hardware/skills/technology", "Cloud computing", "Leadership"),
        ("skills", "Software, skills", "Hardware, level 5"),
        ("hardware/4", "missing from the source", "Hardware, level 5"),
        (OLD, "Hardware, level 5", "nothing is hidden"),
        ("sales", "not in the documents at hand of itss/v3-2011", "Hardware"),
        ("itss/v3-2008/sales/consulting-sales/7", "not in the documents at hand", "Hardware"),
    ],
)
def test_a_path_narrows_what_is_compared(path: str, shown: str, hidden: str, kijun: Kijun) -> None:
    done = kijun(*BOTH, path)
    assert done.code == 0
    assert shown in done.out
    assert hidden not in done.out


def test_the_mirror_shows_added_for_dropped(kijun: Kijun) -> None:
    there, back = (kijun("compare", *way, "hardware/5", *JSON).plain["changes"] for way in ((OLD, NEW), (NEW, OLD)))
    turned = {"added": "dropped", "dropped": "added", "raised": "lowered", "lowered": "raised"}
    kinds = sorted(turned.get(change["kind"], change["kind"]) for change in there)
    assert kinds == sorted(change["kind"] for change in back)


def test_every_change_for_programs_has_both_citations_and_its_place(kijun: Kijun) -> None:
    plain = kijun(*BOTH, "customer-service", *JSON).plain
    assert (plain["old"]["edition"], plain["new"]["edition"], plain["path"]) == (OLD, NEW, "customer-service")
    assert plain["summary"]["customer-service/facility-management"]["raised"] == 1
    for change in plain["changes"]:
        for side in ("old", "new"):
            assert change[side]["citation"]["line"] > 0, change
        assert change["path"].startswith("customer-service/")
    assert "people" not in plain


def test_what_programs_read_is_the_same_in_both_languages(kijun: Kijun) -> None:
    assert kijun("--lang", "ja", *BOTH, *JSON).out == kijun("--lang", "en", *BOTH, *JSON).out


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_the_words_are_in_the_language_asked_for(format: str, kijun: Kijun) -> None:
    words = (*BOTH, "facility-management", "--format", format)
    assert differ_by_language(kijun("--lang", "ja", *words).out, kijun("--lang", "en", *words).out)


def test_markdown_has_the_summary_as_a_table_and_the_reasons_below(kijun: Kijun) -> None:
    done = kijun(*BOTH, "facility-management", "--format", "markdown")
    assert "| Facility Management, skills |" in done.out
    assert "\n## Facility Management, level 5\n" in done.out
    assert "  - because: It names the same three qualities" in done.out
    assert "> G3  Document 003" in done.out


def test_a_standard_of_ones_own_differs_from_its_parent_in_exactly_its_changes(ours: str, kijun: Kijun) -> None:
    plain = kijun("compare", NEW, ours, *JSON).plain
    assert [(each["kind"], each["path"]) for each in plain["changes"]] == [
        ("dropped", "customer-service/hardware/6"),
        ("raised", "customer-service/hardware/4/succession"),
    ]
    assert all("We " in each["reason"]["en"] for each in plain["changes"])
    assert plain["changes"][1]["new"]["citation"]["document"] == "ours/v1"
    done = kijun("compare", NEW, ours)
    assert "because: Changed: customer-service/hardware/4/succession/at_least from 1 to 7." in done.out


def test_whose_verdict_changes_is_shown_with_the_change_that_is_why(ours: str, team: Path, kijun: Kijun) -> None:
    done = kijun("compare", NEW, ours, "--people", str(team), *ON)
    assert done.code == 0
    assert "1 record judged in both editions: 1 verdict of 1 person changes" in done.out
    assert "Hardware, level 4: met → not met" in done.out
    assert "number of kinds raised: 1 → 7" in done.out
    assert f"{team / 'b.yaml'}: 1 problem (kijun check" in done.out


def test_the_people_are_there_for_programs(ours: str, team: Path, kijun: Kijun) -> None:
    people = kijun("compare", NEW, ours, "--people", str(team), *ON, *JSON).plain["people"]
    assert (people["on"], people["judged"]) == ("2026-04-01", 1)
    [person] = people["changed"]
    assert (person["person"], person["file"]) == ("T-1", str(team / "a.yaml"))
    [cell] = person["cells"]
    assert (cell["cell"], cell["old"], cell["new"]) == ("customer-service/hardware/4", "met", "not met")
    [part] = cell["parts"]
    assert (part["part"], part["old"], part["new"]) == ("succession", "met", "not met")
    assert [change["aspect"] for change in part["because"]] == ["kinds-asked"]
    [aside] = people["set_aside"]
    assert aside["file"] == str(team / "b.yaml")


def test_the_people_are_there_in_markdown(ours: str, team: Path, kijun: Kijun) -> None:
    done = kijun("compare", NEW, ours, "--people", str(team), *ON, "--format", "markdown")
    assert "    - number of kinds raised: 1 → 7 `002:231 → ours/v1:5`" in done.out
    assert "### Records set aside" in done.out


def test_a_cell_met_in_one_edition_only_is_listed_apart(kijun: Kijun) -> None:
    done = kijun(*BOTH, "--people", str(RECORDS), *ON)
    apart = done.out[done.out.index("Met, but not comparable") :]
    assert "Hardware, level 4: met in itss/v3-2011 only; missing from the source of itss/v3-2008" in " ".join(
        apart.split()
    )
    markdown = kijun(*BOTH, "--people", str(RECORDS), *ON, "--format", "markdown")
    assert "### Met, but not comparable" in markdown.out


def test_no_verdict_changes_where_nothing_differs(team: Path, kijun: Kijun) -> None:
    done = kijun("compare", NEW, NEW, "--people", str(team), *ON)
    assert "1 record judged in both editions: no verdict changes" in done.out


def test_a_policy_is_followed_in_both_editions(ours: str, team: Path, kijun: Kijun) -> None:
    words = ("compare", NEW, ours, "--people", str(team), *ON, *JSON)
    people = kijun(*words, "--policy", "parts.required=complexity,size").plain["people"]
    assert people["changed"] == []
    assert {answers["parts.required"] for answers in people["policies"].values()} == {"complexity,size"}


@both_languages
def test_unrelated_standards_are_refused_with_what_can_be_compared(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "compare", NEW, ACME_STANDARD)
    assert (done.code, done.out) == (2, "")
    assert {"ja": "別の標準", "en": "are different standards"}[language] in done.err
    assert f"{NEW}" in done.err
    assert OLD in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((OLD,), "Name the NEW."),
        ((OLD, "itss/v3-2012"), 'Did you mean "itss/v3-2011"?'),
        ((OLD, NEW, "hardwear/5"), 'Did you mean "itss/v3-2011/customer-service/hardware/5"?'),
        ((OLD, NEW, "hardware/7"), "customer-service/hardware/7 is defined in neither edition."),
        ((OLD, NEW, "hardware/skills/tecnology"), "skills/technology"),
        ((OLD, NEW, "--on", "2026-04-01"), "name their folder with --people"),
        ((OLD, NEW, "--policy", "levels.imply=ladder"), "name their folder with --people"),
        ((OLD, NEW, "--people", "nowhere"), '"nowhere" is not a folder.'),
        ((OLD, NEW, "--people", str(RECORDS), "--on", "April"), "is not a day"),
        ((OLD, NEW, "--people", str(RECORDS), "--policy", "levels.imply"), "NAME=VALUE"),
        ((OLD, NEW, "--people", str(RECORDS), "--policy", "nothing=1"), "is not a policy point"),
        ((OLD, NEW, "--format", "html"), "--format cannot be"),
    ],
)
def test_what_cannot_be_compared_is_said(arguments: tuple[str, ...], said: str, kijun: Kijun) -> None:
    done = kijun("compare", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_folder_of_records_that_cannot_be_used_is_refused(team: Path, kijun: Kijun) -> None:
    (team / "a.yaml").unlink()
    done = kijun(*BOTH, "--people", str(team))
    assert (done.code, done.out) == (2, "")
    assert f"`kijun check {team}` shows what is wrong" in done.err


def test_a_folder_without_records_is_said_to_be_one(tmp_path: Path, kijun: Kijun) -> None:
    done = kijun(*BOTH, "--people", str(tmp_path))
    assert (done.code, done.out) == (2, "")
    assert "There is no record" in done.err


def test_what_the_editions_note_on_their_differences_stands_in_the_comparison(kijun: Kijun) -> None:
    words = " ".join(kijun(*BOTH).out.split())
    assert all(f"{note}  " in kijun(*BOTH).out for note in ("G1", "G2", "G3", "G4"))
    assert "“one main area of components” dropped" in words
    assert "size dropped: users served: “a specific user”" in words
    assert "size band added: data centres: 1 centre or more" in words
    assert "knowledge item dropped: Social Engineering" in words
    assert words.count("skill item added") == 4 + 4 + 6


def test_a_standard_made_from_ones_own_differs_from_the_first_in_the_changes_of_both(
    ours: str, tmp_path: Path, kijun: Kijun
) -> None:
    folder = tmp_path / "branch"
    folder.mkdir()
    (folder / "overlay.yaml").write_text(
        "id: branch/v1\nparent: ../ours\nname: {ja: 支社の基準, en: The branch}\nchanges:\n"
        "  - drop: customer-service/hardware/5/complexity/of/multi-vendor\n"
        "    reason: {ja: 一社だけ, en: We have one vendor.}\n",
        encoding="utf-8",
    )
    from_ours = kijun("compare", ours, str(folder), *JSON).plain["changes"]
    assert [(each["aspect"], each["effect"]) for each in from_ours] == [("conditions", "harder")]
    assert "one vendor" in from_ours[0]["reason"]["en"]
    from_first = kijun("compare", NEW, str(folder), *JSON).plain["changes"]
    assert sorted(each["aspect"] for each in from_first) == ["cell", "conditions", "kinds-asked"]
    assert all("We " in each["reason"]["en"] for each in from_first)


def test_a_folder_of_people_may_hold_anything(kijun: Kijun, tmp_path: Path) -> None:
    people = tmp_path / "people"
    (people / "nested").mkdir(parents=True)
    shutil.copy(HARDWARE, people / "nested" / "whole.yaml")
    (people / "link.yaml").symlink_to(people / "nested" / "whole.yaml")
    (people / "round").symlink_to(people)
    (people / "nowhere.yaml").symlink_to(tmp_path / "none")
    (people / "self.yaml").symlink_to(people / "self.yaml")
    (people / "folder.yaml").mkdir()
    (people / "empty.yaml").touch()
    (people / "brackets.json").write_text("[" * 1_000_000, encoding="utf-8")
    (people / "sjis.yaml").write_bytes("employee: E-1\nname: 花子\n".encode("shift_jis"))
    with (people / "huge.yaml").open("wb") as file:
        file.truncate(50_000_000)
    found = kijun(*BOTH, "--people", str(people), *ON, *JSON).plain["people"]
    assert found["judged"] == 1
    aside = {Path(each["file"]).name for each in found["set_aside"]}
    assert aside == {"brackets.json", "empty.yaml", "huge.yaml", "nowhere.yaml", "self.yaml", "sjis.yaml"}
