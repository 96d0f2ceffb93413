"""Does the report say what the judgement says, and nothing else?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kijun.catalogue.installed import newest_of_each_category, shipped_editions
from kijun.catalogue.record_file import open_record
from kijun.errors import NotFound
from kijun.judgement.explain import say_outcome
from kijun.judgement.record_judgement import RecordJudgement, judge_editions
from kijun.judgement.summary import summaries
from kijun.report.passport import Passport
from tests.report.passports import EXAMPLES, HARDWARE, ON, passport_of


def judged(path: Path) -> RecordJudgement:
    return judge_editions(newest_of_each_category(shipped_editions()), open_record(path), on=ON)


def marks(passport: Passport) -> list[tuple[str, str]]:
    return [(mark.kind, mark.words.en) for drawn in passport.maps for row in drawn.rows for mark in row.marks]


@pytest.mark.parametrize("masks", [(), ("all",)], ids=["open", "masked"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_verdicts_of_the_report_are_those_of_the_judgement(path: Path, masks: tuple[str, ...]) -> None:
    passport, found = passport_of(path, masks=masks), judged(path)
    said = [words for kind, words in marks(passport) if not kind.startswith("not in")]
    fields = {each.field.path for edition in found.editions for each in summaries(edition, found.person)}
    categories = {
        category.path
        for edition in found.editions
        for category in edition.edition.edition.categories.values()
        if any(field.path in fields for field in category.fields)
    }
    shown = [
        say_outcome(cell).en
        for edition in found.editions
        for _, field in edition.edition.edition.fields()
        if field.path.rpartition("/")[0] in categories
        for cell in edition.cells.values()
        if cell.cell.indicator.field_path == field.path
    ]
    assert said == shown


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_masking_changes_no_level_no_mark_and_no_outcome(path: Path) -> None:
    plain, masked = passport_of(path), passport_of(path, masks=["all"])
    assert marks(masked) == marks(plain)
    assert [(each.field, each.level, each.holes) for each in masked.reached] == [
        (each.field, each.level, each.holes) for each in plain.reached
    ]
    assert [(gap.cell, gap.outcome) for gap in masked.gaps] == [(gap.cell, gap.outcome) for gap in plain.gaps]
    assert [[line.mark for line in each.lines] for each in masked.reached] == [
        [line.mark for line in each.lines] for each in plain.reached
    ]


def test_the_proof_of_a_level_names_engagements_by_their_titles() -> None:
    (hardware,) = (each for each in passport_of(HARDWARE).reached if each.cell is not None)
    said = "\n".join(line.headline.en + "\n".join(detail.en for detail in line.details) for line in hardware.lines)
    assert "Asakaze Bank: a new core system" in said
    assert "bank-core-build" not in said


def test_a_running_engagement_has_no_end_and_one_that_failed_says_so() -> None:
    career = passport_of(HARDWARE).career
    assert career is not None
    assert [(job.number, job.kind) for job in career.jobs if job.kind != "done"] == [(2, "failed"), (7, "running")]
    assert career.jobs[-1].end is None
    assert career.jobs[-1].period.en == "2023-10 to now"


def test_the_title_held_is_shown_not_only_its_rank() -> None:
    career = passport_of(HARDWARE).career
    assert career is not None
    assert career.jobs[3].role.en == "Person responsible for hardware service"


def test_what_begins_after_the_day_is_not_there_yet() -> None:
    career = passport_of(HARDWARE, on=date(2013, 6, 1)).career
    assert career is not None
    assert [job.number for job in career.jobs] == [1, 2, 3]
    assert career.jobs[-1].kind == "running"


def test_the_target_is_the_next_cell_of_the_field_in_which_most_is_reached() -> None:
    passport = passport_of(HARDWARE)
    assert passport.gaps[0].cell.en == "Hardware, level 6"
    assert [line.name.en for line in passport.gaps[0].lines] == ["responsibility"]


def test_another_target_can_be_asked_for() -> None:
    passport = passport_of(HARDWARE, field="software", level="5")
    assert passport.gaps[0].cell.en == "Software, level 5"
    assert passport.skills.title.en == "Skills against Software, level 5"


def test_a_target_that_the_standard_does_not_define_is_said_to_be_none() -> None:
    gap = passport_of(HARDWARE, field="hardware", level="7").gaps[0]
    assert (gap.outcome.en, gap.lines) == ("not in the standard", ())


def test_a_target_that_is_met_says_so() -> None:
    gap = passport_of(HARDWARE, field="hardware", level="5").gaps[0]
    assert gap.note is not None
    assert gap.note.en == "This cell is met already."


def test_a_level_that_no_standard_has_is_refused() -> None:
    with pytest.raises(NotFound, match="Levels: level 1, level 2"):
        passport_of(HARDWARE, level="9")


def test_a_misspelt_field_is_refused_with_a_suggestion() -> None:
    with pytest.raises(NotFound, match="Did you mean"):
        passport_of(HARDWARE, field="hardwear")


def test_a_record_without_engagements_says_that_none_counts() -> None:
    person = replace(open_record(HARDWARE), engagements=())
    passport = passport_of(person)
    assert passport.career is None
    assert passport.gaps == ()
    assert all(each.cell is None for each in passport.reached)
    assert passport.skills.note is not None


def test_an_answer_of_the_organisation_stands_among_the_policies() -> None:
    policies = passport_of(HARDWARE, policy={"levels.imply": "ladder"}).grounds[0].policies
    assert "levels.imply=ladder, the organisation's own answer" in policies[0].en


def test_skills_that_nobody_rated_are_not_drawn_as_zero() -> None:
    person = replace(open_record(HARDWARE), ratings=())
    skills = passport_of(person).skills
    assert skills.axes == ()
    assert skills.note is not None
    assert "is rated yet" in skills.note.en


def test_the_widest_gap_that_an_assessor_sees_is_first_and_stands_in_the_title() -> None:
    skills = passport_of(HARDWARE).skills
    gaps = [axis.target - axis.assessor for axis in skills.axes if axis.assessor is not None]
    assert gaps == sorted(gaps, reverse=True)
    assert [axis.assessor is None for axis in skills.axes] == [False] * len(gaps) + [True] * (
        len(skills.axes) - len(gaps)
    )
    assert skills.axes[0].name.en in skills.finding.en
    assert skills.finding.en.startswith("Rated by an assessor: ")


def test_without_an_assessor_the_title_says_that_the_person_rated() -> None:
    person = open_record(HARDWARE)
    own = replace(person, ratings=tuple(each for each in person.ratings if each.by == "self"))
    finding = passport_of(own).skills.finding
    assert finding.en.startswith("Rated by the person: ")
    assert finding.ja.startswith("本人の評価: ")
