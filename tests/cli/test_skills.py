"""Does `kijun skills` show where a person's skills stand, and say what to do where they do not stand anywhere yet?"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator
from rich.cells import cell_len

from tests.broken.expected import RECORDS as BROKEN
from tests.cli.command import ACME, ACME_STANDARD, JSON, ON, RECORDS, SALES, Done, Kijun, both_languages, has_japanese
from tests.cli.shapes import NAMES, TEXT, WHOLE, Shape, a, closed, maybe, some

SKILLS: Final = str(RECORDS / "skills.yaml")
SOFTWARE: Final = ("--field", "software", "--level", "4")
MARKDOWN: Final = ("--format", "markdown")

BY_RATER: Final = ("self", "superior", "assessor")
RATING: Final = closed(
    {"level": WHOLE, "day": TEXT, "note": maybe(TEXT), "item": TEXT}, ("level", "day", "note", "item")
)
TALLY: Final = a(dict.fromkeys(("at_target", "below", "not_rated"), WHOLE))
IDS: Final[Shape] = maybe(some(TEXT))
ROW: Final = a(
    {
        "item": TEXT,
        "key": TEXT,
        "name": NAMES,
        "common": {"type": "boolean"},
        "target": maybe(WHOLE),
        "not_asked": {"enum": [None, "blank", "not headed"]},
        "verdict": {"enum": [None, "met", "not met", "unknown"]},
        "ratings": closed(dict.fromkeys(BY_RATER, maybe(RATING)), BY_RATER),
        "gap": closed(dict.fromkeys(BY_RATER, maybe(WHOLE)), BY_RATER),
        "difference": maybe(WHOLE),
        "seen_differently": {"type": "boolean"},
        "knowledge": a({"recorded": {"type": "boolean"}, "known": IDS, "open": IDS}),
    }
)
SHAPE: Final = a(
    {
        "person": TEXT,
        "on": TEXT,
        "matrices": some(
            a(
                {
                    "field": TEXT,
                    "name": NAMES,
                    "edition": TEXT,
                    "level": WHOLE,
                    "decided_by": some({"enum": [*BY_RATER]}),
                    "summary": a(dict.fromkeys(("deciding", *BY_RATER), TALLY)),
                    "items": some(ROW),
                }
            )
        ),
    }
)


def lines(done: Done) -> list[str]:
    assert done.code == 0, done.err
    return done.out.splitlines()


def row_of(name: str, done: Done) -> str:
    """Return the row of an item in the matrix: the first line with its name."""
    return next(line for line in lines(done) if name in line)


def items(done: Done) -> dict[str, Any]:
    (matrix,) = done.plain["matrices"]
    return {item["key"].rpartition("/")[2]: item for item in matrix["items"]}


def test_a_row_has_each_rater_the_target_and_a_mark_that_is_a_shape(kijun: Kijun) -> None:
    done = kijun("skills", SKILLS, *SOFTWARE, *ON)
    assert row_of("System maintenance management", done).split() == [
        *("●", "System", "maintenance", "management", "4", "–", "4", "4", "2026-02")
    ]
    assert row_of("Technology", done).split() == ["○", "Technology", "5", "–", "3", "4", "2026-02", "◆", "2", "apart"]
    assert row_of("Project management", done).split() == ["?", "Project", "management", "–", "3", "–", "4", "2026-02"]
    assert row_of("Negotiation", done).split() == ["?", "Negotiation", "–", "–", "–", "4"]


@both_languages
def test_the_columns_stand_below_each_other_where_characters_are_wide(language: str, kijun: Kijun) -> None:
    written = lines(kijun("--lang", language, "skills", SKILLS, *SOFTWARE, *ON))
    head = next(number for number, line in enumerate(written) if "self" in line or "本人" in line)
    rows = written[head + 1 :][:11]
    headings = {"ja": ("本人", "上司", "評価者", "目標"), "en": ("self", "superior", "assessor", "target")}
    for heading in headings[language]:
        start = cell_len(written[head].partition(heading)[0])
        for row in rows:
            levels = [place for place in cells_of_levels(row) if start <= place < start + cell_len(heading)]
            assert len(levels) == 1, (heading, row)


def cells_of_levels(row: str) -> list[int]:
    """Return the cells in which the levels of a row stand."""
    return [
        cell_len(row[:place]) for place, letter in enumerate(row) if letter in "–01234567" and row[place - 1] == " "
    ]


@both_languages
def test_what_differs_what_is_open_and_what_is_not_rated_is_said_in_words(language: str, kijun: Kijun) -> None:
    written = kijun("--lang", language, "skills", SKILLS, *SOFTWARE, *ON).out
    said = {
        "ja": (
            "本人はレベル5(2026年1月15日)、評価者はレベル3(2026年2月10日「クラウドはこれから」)で、2レベル",
            "3項目のうち2項目: 情報伝達、情報の整理・分析・検索",
            "まだ評価されていない項目(0ではなく不明)",
            "レベル3。レベル4で求められるもの: ",
            "- {item: customer-service/software/project-management, level: 4, by: assessor, day: 2026-04-01}",
            "- {item: customer-service/software/system-maintenance-management, known: [remote-maintenance]}",
        ),
        "en": (
            'level 5 (15 January 2026) by self, level 3 (10 February 2026, "クラウドはこれから") by the',
            "2 of 3: Transmission of information; Organization, analysis, and retrieval of information",
            "Not rated yet: unknown, not zero",
            "level 3; asked at level 4: ",
            "- {item: customer-service/software/project-management, level: 4, by: assessor, day: 2026-04-01}",
            "- {item: customer-service/software/system-maintenance-management, known: [remote-maintenance]}",
        ),
    }
    assert [words for words in said[language] if words not in written] == []


def test_without_a_level_every_defined_level_has_a_line_and_the_next_command_is_named(kijun: Kijun) -> None:
    written = lines(kijun("skills", SKILLS, *ON))
    shown = [line.split()[:2] for line in written if line.lstrip().startswith("level")]
    assert shown == [["level", str(level)] for level in (3, 4, 5, 6)]
    (command,) = (line.partition("kijun ")[2] for line in written if "in full" in line)
    assert kijun(*command.split()).code == 0


def test_without_a_field_those_are_shown_that_have_something_on_record(kijun: Kijun) -> None:
    fields = {each["field"] for each in kijun("skills", SKILLS, *ON, *JSON).plain["matrices"]}
    assert fields == {"itss/v3-2011/customer-service/software"}
    older = kijun("skills", SKILLS, *ON, *JSON, "--edition", "itss/v3-2008").plain["matrices"]
    assert {(each["edition"], each["level"]) for each in older} == {("itss/v3-2008", level) for level in (3, 4, 5)}


def test_several_fields_may_be_asked_for(kijun: Kijun) -> None:
    asked = kijun("skills", SKILLS, *ON, *JSON, "--field", "hardware", "--field", "facility-management", "--level", "6")
    assert [each["name"]["en"] for each in asked.plain["matrices"]] == ["Hardware", "Facility Management"]


def test_a_field_that_lacks_the_level_is_left_out_where_another_has_it(kijun: Kijun) -> None:
    asked = ("--field", "hardware", "--field", "facility-management", "--level", "6", "--edition", "itss/v3-2008")
    (matrix,) = kijun("skills", SKILLS, *ON, *JSON, *asked).plain["matrices"]
    assert matrix["field"] == "itss/v3-2008/customer-service/facility-management"


@pytest.mark.parametrize("level", ["4", "４", "level 4", "Level 4", "レベル4", "レベル４"])
def test_a_level_may_be_written_as_it_is_called(level: str, kijun: Kijun) -> None:
    (matrix,) = kijun("skills", SKILLS, *ON, *JSON, "--field", "software", "--level", level).plain["matrices"]
    assert matrix["level"] == 4


@both_languages
@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("--field", "softwear"), ["itss/v3-2011/customer-service/software"]),
        (("--field", "consulting-sales"), ["itss/v3-2008", "itss/v3-2011/customer-service/hardware"]),
        (("--field", "consulting-sales", "--edition", "itss/v3-2008"), ["itss/v3-2008/customer-service/hardware"]),
        (("--field", "software", "--level", "7"), ["itss/v3-2011", "7", "3, 4, 5, 6"]),
        (("--field", "software", "--level", "-1"), ["-1", "3, 4, 5, 6"]),
        (("--field", "software", "--level", "high"), ["high", "3, 4, 5, 6"]),
        (("--on", "2026-04"), ["2026-04-01"]),
        (("--policy", "ratings.by=nobody"), ["assessor, superior, anyone"]),
        (("--edition", "itss/v3-2012"), ["itss/v3-2011"]),
    ],
)
def test_what_cannot_be_shown_is_refused_with_what_can(
    asked: tuple[str, ...], words: list[str], language: str, kijun: Kijun
) -> None:
    done = kijun("--lang", language, "skills", SKILLS, *asked)
    assert (done.code, done.out) == (2, "")
    assert [word for word in words if word not in done.err] == []
    assert has_japanese(done.err) == (language == "ja")


@both_languages
def test_a_record_without_ratings_is_told_how_to_write_one(language: str, tmp_path: Path, kijun: Kijun) -> None:
    path = tmp_path / "me.yaml"
    assert kijun("record", "new", "-o", str(path)).code == 0
    for asked, count in (((), 3), (("--field", "hardware", "--level", "5"), 11)):
        done = kijun("--lang", language, "skills", str(path), *ON, *asked)
        offered = [line.strip() for line in lines(done) if line.strip().startswith("- {item:")]
        assert len(offered) == count
        assert has_japanese(done.out.split("\n", 1)[1]) == (language == "ja")
        rated = path.read_text(encoding="utf-8").replace("ratings: []", "\n".join(["ratings:", *offered]))
        written = tmp_path / "rated.yaml"
        written.write_text(rated, encoding="utf-8")
        assert kijun("check", str(written)).code == 0
        assert "–" in kijun("skills", str(written), "--field", "hardware", "--level", "5", *ON).out


@both_languages
def test_a_record_with_nothing_in_any_field_with_skill_items_is_told_which_there_are(
    language: str, kijun: Kijun
) -> None:
    done = kijun("--lang", language, "skills", SALES, *ON)
    assert done.code == 0
    assert all(field in done.out for field in ("hardware", "software", "facility-management"))
    command = next(line for line in done.out.splitlines() if "kijun skills" in line).partition("kijun ")[2]
    assert kijun(*command.split(), *ON).code == 0
    assert kijun("skills", SALES, *ON, *JSON).plain["matrices"] == []
    assert kijun("skills", SALES, *ON, *MARKDOWN).code == 0


@both_languages
def test_a_standard_without_skill_items_says_so(language: str, tmp_path: Path, kijun: Kijun) -> None:
    folder = shutil.copytree(ACME_STANDARD, tmp_path / "acme", ignore=shutil.ignore_patterns("skills"))
    flags = folder / "flags.yaml"
    flags.write_text(flags.read_text(encoding="utf-8").replace(", acme/v1/support/help-desk/skills/listening", ""))
    standard = str(folder)
    done = kijun("--lang", language, "skills", ACME, "--edition", standard, *ON)
    assert done.code == 0
    assert ("No edition at hand has skill items" in done.out) == (language == "en")
    asked = kijun("--lang", language, "skills", ACME, "--edition", standard, "--field", "help-desk")
    assert asked.code == 2
    assert "acme/v1" in asked.err


def test_the_command_that_is_named_asks_for_the_same_edition(kijun: Kijun) -> None:
    for asked in ((ACME, "--edition", ACME_STANDARD), (SKILLS, "--edition", "itss/v3-2008")):
        done = kijun("skills", *asked, *ON)
        command = next(line for line in done.out.splitlines() if "kijun skills" in line).partition("kijun ")[2]
        assert command.split()[-4:] == [*asked[1:], *ON]
        assert kijun(*command.split()).code == 0


def test_the_json_has_its_shape_and_agrees_with_itself(kijun: Kijun) -> None:
    for asked in ((), SOFTWARE, ("--edition", "itss/v3-2008"), ("--field", "hardware")):
        plain = kijun("skills", SKILLS, *ON, *JSON, *asked).plain
        assert [*Draft202012Validator(SHAPE).iter_errors(plain)] == []
        for matrix in plain["matrices"]:
            verdicts = [item["verdict"] for item in matrix["items"]]
            assert matrix["summary"]["deciding"] == {
                "at_target": verdicts.count("met"),
                "below": verdicts.count("not met"),
                "not_rated": verdicts.count("unknown"),
            }
            assert all((item["target"] is None) == (item["not_asked"] is not None) for item in matrix["items"])


def test_the_json_gives_levels_days_notes_gaps_and_knowledge(kijun: Kijun) -> None:
    found = items(kijun("skills", SKILLS, *SOFTWARE, *ON, *JSON))
    technology = found["technology"]
    assert technology["ratings"]["assessor"] == {
        "level": 3,
        "day": "2026-02-10",
        "note": "クラウドはこれから",
        "item": "customer-service/software/technology",
    }
    assert technology["gap"] == {"self": 0, "superior": None, "assessor": 1}
    assert (technology["difference"], technology["seen_differently"]) == (2, True)
    assert found["project-management"]["ratings"]["superior"]["day"] == "2026-02"
    assert (
        found["system-maintenance-management"]["ratings"]["self"]["item"]
        == "customer-service/system-maintenance-management"
    )
    assert found["communication"]["knowledge"]["known"] == ["two-way-communication"]
    assert len(found["communication"]["knowledge"]["open"]) == 2
    assert found["technology"]["knowledge"] == {"recorded": False, "known": None, "open": None}
    six = items(kijun("skills", SKILLS, "--field", "software", "--level", "6", *ON, *JSON))
    assert (six["software-technology"]["target"], six["software-technology"]["not_asked"]) == (None, "blank")


def test_who_decides_is_a_policy(kijun: Kijun) -> None:
    asked = ("skills", SKILLS, *SOFTWARE, *ON)
    for answer, verdict in (("assessor", "unknown"), ("superior", "not met"), ("anyone", "not met")):
        done = kijun(*asked, *JSON, "--policy", f"ratings.by={answer}")
        assert items(done)["project-management"]["verdict"] == verdict
    assert "by an assessor, or else a superior: 1 of 11" in kijun(*asked, "--policy", "ratings.by=superior").out


@both_languages
def test_markdown_has_the_matrix_and_what_is_open(language: str, kijun: Kijun) -> None:
    written = kijun("--lang", language, "skills", SKILLS, *SOFTWARE, *ON, *MARKDOWN).out
    rows = [line for line in written.splitlines() if line.startswith("|")]
    assert len({row.count("|") for row in rows}) == 1
    assert len(rows) == 2 + 11
    assert written.count("\n### ") == 4
    overview = kijun("--lang", language, "skills", SKILLS, *ON, *MARKDOWN).out
    assert overview.count("\n- ") == 4


def test_a_rating_after_the_day_is_not_shown(kijun: Kijun) -> None:
    later = items(kijun("skills", SKILLS, *SOFTWARE, "--on", "2026-04-02", *JSON))
    assert later["technology"]["ratings"]["assessor"]["level"] == 6
    assert later["technology"]["difference"] == -1
    earlier = items(kijun("skills", SKILLS, *SOFTWARE, "--on", "2026-01-01", *JSON))
    assert all(each["verdict"] == "unknown" for each in earlier.values())


@both_languages
@pytest.mark.parametrize("command", ["skills", "judge"])
def test_what_the_edition_asked_for_lacks_is_said_on_standard_error(command: str, language: str, kijun: Kijun) -> None:
    record = str(BROKEN / "lacking.yaml")
    done = kijun("--lang", language, command, record, *ON, "--edition", "itss/v3-2008")
    assert done.code == 0
    assert done.err.count("K222") == 2
    assert ("障害修理" if language == "ja" else "Fault repair") in done.err
    assert "K222" not in kijun(command, record, *ON).err
    assert "K222" not in kijun(command, record, *ON, "--edition", "itss/v3-2011", "--edition", "itss/v3-2008").err


@both_languages
def test_a_broken_record_is_refused_with_all_its_problems(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "skills", str(BROKEN / "ratings.yaml"), *ON)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("K104") == 9
    assert all(code in done.err for code in ("K106", "K111", "K220", "K221", "K223", "K224"))


@both_languages
def test_ratings_beside_a_proficiency_and_months_are_counted_below(language: str, kijun: Kijun) -> None:
    last = kijun("--lang", language, "skills", SKILLS, *SOFTWARE, *ON).out.splitlines()[-2:]
    words = (
        "熟達度の定義がないレベルの評価が2つ" if language == "ja" else "2 ratings are at a level without a proficiency"
    )
    assert words in " ".join(last)


def test_json_is_written_as_it_is_read(kijun: Kijun) -> None:
    done = kijun("--lang", "ja", "skills", SKILLS, *SOFTWARE, *ON, *JSON)
    assert json.loads(done.out) == kijun("skills", SKILLS, *SOFTWARE, *ON, *JSON).plain
    assert "クラウドはこれから" in done.out


ASSUMED = """\
ratings:
  - {item: customer-service/software/project-management, level: 4, by: assessor, day: 2026-03-01}
knowledge:
  - {item: customer-service/software/system-maintenance-management, known: [remote-maintenance]}
"""


@both_languages
def test_what_is_assumed_is_shown_above_and_in_the_rows_that_rest_on_it(
    language: str, tmp_path: Path, kijun: Kijun
) -> None:
    more = tmp_path / "more.yaml"
    more.write_text(ASSUMED, encoding="utf-8")
    asked = ("--lang", language, "skills", SKILLS, *SOFTWARE, *ON)
    out = kijun(*asked, "--with", str(more)).out
    title, mark = {"ja": ("仮定(経歴にはない)", "仮定を含む"), "en": ("Assumed, not on record", "assumed")}[language]
    assert title in out
    marked = [line for line in out.splitlines() if line.endswith(mark)]
    assert len(marked) == 2
    assert any(line.lstrip().startswith("●") for line in marked)
    assert title in kijun(*asked, "--with", str(more), "--format", "markdown").out
    assert title not in kijun(*asked).out
    assert not any(line.endswith(mark) for line in kijun(*asked).out.splitlines())


def test_what_is_assumed_is_listed_in_the_json(tmp_path: Path, kijun: Kijun) -> None:
    more = tmp_path / "more.yaml"
    more.write_text(ASSUMED, encoding="utf-8")
    plain = kijun("skills", SKILLS, *SOFTWARE, *ON, *JSON, "--with", str(more)).plain
    assert [each["kind"] for each in plain["assumed"]] == ["ratings", "knowledge"]
    (rated,) = (item for item in plain["matrices"][0]["items"] if item["key"].endswith("project-management"))
    assert rated["verdict"] == "met"
    assert kijun("skills", SKILLS, *SOFTWARE, *ON, *JSON).plain["assumed"] == []
