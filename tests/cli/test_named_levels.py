"""Is a standard with named levels and ratings only shown in its own words, by every command that shows a level?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import ON, Kijun

EXAMPLES = Path(__file__).parents[2] / "examples"
STANDARD = ("--edition", str(EXAMPLES / "standards" / "data-literacy"))
RECORD = str(EXAMPLES / "records" / "data-literacy.yaml")
FIELD = "data-literacy/example/data-literacy/reading-data"


@pytest.fixture
def beginner(tmp_path: Path) -> str:
    """Return the record of somebody whom nobody rated."""
    path = tmp_path / "beginner.yaml"
    path.write_text("employee: L-1\nname: A\n", encoding="utf-8")
    return str(path)


def test_a_career_map_is_headed_by_the_names_of_the_levels(kijun: Kijun) -> None:
    out = kijun("judge", RECORD, *STANDARD, *ON).out
    assert "Data at work  (Data in three steps, invented)  Learner  Practitioner  Guide\n" in out
    assert "  Reading data                                    ●          ●          ◐\n" in out
    assert "     Reading data  Practitioner\n     Keeping data  Learner\n" in out
    assert "Next: Reading data, guide  ◐ one part short\n" in out
    assert "rated guide or above" in out
    assert "level" not in out.replace("Level reached", "")


def test_a_japanese_heading_stands_in_the_middle_of_its_column(kijun: Kijun) -> None:
    out = kijun("--lang", "ja", "judge", RECORD, *STANDARD, *ON).out
    assert "仕事のデータ  (データ三段(架空の例))           見習い  担い手  導き手\n" in out
    assert "  データを読む                                   ●       ●       ◐\n" in out
    assert "次: データを残す 担い手  ◐ あと1つ\n" in out
    assert "ほかの項目: 整理する(見習い)" in out


def test_markdown_names_the_levels_too(kijun: Kijun) -> None:
    out = kijun("judge", RECORD, *STANDARD, *ON, "--format", "markdown").out
    assert "| Data at work (Data in three steps, invented) | Learner | Practitioner | Guide |\n" in out
    assert "## Keeping data, practitioner: one part short\n" in out
    assert "- **proficiency**: not met" in out


def test_json_has_the_part_and_only_the_points_that_the_standard_answers(kijun: Kijun) -> None:
    plain = kijun("judge", RECORD, *STANDARD, *ON, "--format", "json", "--proof").plain
    assert plain["policies"] == {"data-literacy/example": {"ratings.by": "superior"}}
    cell = plain["cells"][f"{FIELD}/2"]
    assert cell["parts"]["proficiency"] == "met"
    tree = cell["proof"]["proficiency"]["tree"]
    assert (tree["have"], tree["need"], tree["unit"]) == (2, 2, "items")
    assert tree["which"] == [f"data-literacy/reading-data/{item}" for item in ("reading-charts", "protecting-privacy")]
    assert [(each["evidence"].rpartition("/")[2], each["have"]) for each in tree["children"]] == [
        ("reading-charts", 2),
        ("asking-questions", None),
        ("protecting-privacy", 2),
    ]


def test_whose_rating_decides_can_be_answered_otherwise(kijun: Kijun) -> None:
    out = kijun("judge", RECORD, *STANDARD, *ON, "--policy", "ratings.by=assessor", "--cell", "reading-data/2").out
    assert "would settle it: the rating of “reading charts and tables”" in out
    assert "policy: Whose rating decides? an assessor's (ratings.by=assessor)" in " ".join(out.split())


def test_somebody_whom_nobody_rated_is_told_to_add_ratings(beginner: str, kijun: Kijun) -> None:
    assert "No rating counts in any field yet. Add ratings" in " ".join(
        kijun("judge", beginner, *STANDARD, *ON).out.split()
    )
    assert "数えられる評価がありません" in kijun("--lang", "ja", "judge", beginner, *STANDARD, *ON).out


def test_a_field_is_shown_with_its_level_names_and_a_cell_with_its_skill_items(kijun: Kijun) -> None:
    assert "1 Learner, 2 Practitioner, 3 Guide" in kijun("show", "data-literacy/example", *STANDARD).out
    assert "1 見習い、2 担い手、3 導き手" in kijun("--lang", "ja", "show", "data-literacy/example", *STANDARD).out
    out = kijun("show", "reading-data/2", *STANDARD).out
    assert out.startswith(f"Reading data, practitioner  {FIELD}/2  D1:17\n")
    assert "at least 2 of 3 skill items rated practitioner or above: reading charts and tables" in out
    assert "not specified" not in out


def test_the_part_is_written_as_the_file_writes_it(kijun: Kijun) -> None:
    plain = kijun("show", "keeping-data/2/proficiency", *STANDARD, "--format", "json").plain
    assert plain["proficiency"] == {"at_least": 3, "of": "all", "level": 2}
    assert plain["citation"]["line"] == 20


def test_a_part_that_no_cell_of_itss_asks_for_has_no_path_there(kijun: Kijun) -> None:
    assert kijun("show", "hardware/5/proficiency").code == 2


def test_proficiencies_decide_where_an_organisation_says_so(kijun: Kijun, beginner: str) -> None:
    done = kijun("judge", beginner, *ON, "--policy", "proficiency.decides=all-items", "--format", "json")
    cells = done.plain["cells"]
    assert cells["itss/v3-2011/customer-service/hardware/5"]["parts"]["proficiency"] == "unknown"
    assert "proficiency" not in cells["itss/v3-2008/sales/consulting-sales/5"]["parts"]


def test_the_map_is_headed_by_whole_names_with_room_between_them(kijun: Kijun) -> None:
    out = kijun("map", RECORD, *STANDARD, *ON).out
    assert "Data at work  (Data in three steps, invented)  Learner       Practitioner  Guide\n" in out
    assert "  Reading data                                 ●             ●             ◐2\n" in out
    japanese = kijun("--lang", "ja", "map", RECORD, *STANDARD, *ON).out
    assert "仕事のデータ  (データ三段(架空の例))         見習い  担い手  導き手\n" in japanese
    assert "  データを読む                               ●       ●       ◐2\n" in japanese


def test_a_planned_rating_is_assumed_by_the_name_of_its_level_and_meets_the_cell(tmp_path: Path, kijun: Kijun) -> None:
    plan = str(tmp_path / "plan.yaml")
    assert kijun("plan", RECORD, *STANDARD, *ON, "--cell", "reading-data/3", "-o", plan).code == 0
    for language, words in (
        ("en", "Asking questions of data: guide by an assessor"),
        ("ja", "問いを立てる: 導き手(評価者)"),
    ):
        judged = kijun(
            "--lang", language, "judge", RECORD, *STANDARD, *ON, "--with", plan, "--require", "reading-data/3"
        )
        assert judged.code == 0
        assert words in judged.out
        assert "level 3" not in judged.out
        assert "レベル3" not in judged.out


def test_a_heading_of_skills_names_the_level_as_other_headings_do(kijun: Kijun) -> None:
    out = kijun("skills", RECORD, *STANDARD, *ON, "--field", "reading-data", "--level", "Guide").out
    assert "\nReading data, guide  (Data in three steps, invented)\n" in out
