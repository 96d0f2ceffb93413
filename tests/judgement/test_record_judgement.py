"""What comes out when a record is judged in several editions?"""

from __future__ import annotations

from datetime import date

import pytest

from kijun.errors import BadPolicy
from kijun.judgement.record_judgement import MARK_NAMES, judge_editions, why_not_defined
from kijun.verdict import MET, NOT_MET
from tests.builders import ON, V3_2008, V3_2011, edition, engagement, expertise
from tests.people import HARDWARE, facility_six, hardware_five


def test_a_record_is_judged_in_every_cell_of_every_edition() -> None:
    record = hardware_five()
    judged = judge_editions([edition(V3_2011), edition(V3_2008)], record, on=ON)
    assert (judged.person, judged.on) == (record, ON)
    assert [each.edition.edition.id for each in judged.editions] == [V3_2011, V3_2008]
    for each in judged.editions:
        assert set(each.cells) == set(each.edition.edition.indicators)
        assert set(each.levels) == {field.path for _, field in each.edition.edition.fields()}


def test_a_cell_is_found_in_whichever_edition_has_it() -> None:
    judged = judge_editions([edition(V3_2008), edition(V3_2011)], hardware_five(), on=ON)
    found = judged.cell(f"{V3_2011}/{HARDWARE}/5")
    assert found is not None
    assert found.verdict is MET
    assert judged.cell(f"{V3_2011}/{HARDWARE}/7") is None


def test_an_edition_whose_cells_count_engagements_asks_for_them() -> None:
    assert judge_editions([edition()], hardware_five(), on=ON).asks_engagements
    assert not judge_editions([], hardware_five(), on=ON).asks_engagements


def test_the_levels_are_those_of_the_cells() -> None:
    (judged,) = judge_editions([edition()], hardware_five(), on=ON).editions
    reached = judged.levels[f"{V3_2011}/{HARDWARE}"]
    assert (reached.highest_met, reached.field) == (5, f"{V3_2011}/{HARDWARE}")
    assert judged.levels[f"{V3_2011}/customer-service/facility-management"].highest_met is None


def test_a_ladder_is_climbed_where_the_organisation_says_so() -> None:
    record = facility_six(expertise=(expertise("facility-strategy-and-long-term-plan", reach="industry"),))
    field = f"{V3_2011}/customer-service/facility-management"
    (each,) = judge_editions([edition()], record, on=ON).editions
    (ladder,) = judge_editions([edition()], record, on=ON, policy={"levels.imply": "ladder"}).editions
    assert ladder.edition.policy["levels.imply"] == "ladder"
    assert (each.levels[field].highest_met, ladder.levels[field].highest_met) == (6, None)
    assert each.levels[field].holes == (3, 4, 5)


def test_a_record_is_judged_as_it_stands_on_the_day() -> None:
    record = hardware_five(engagement("a", customers="whole-industry"))
    before = judge_editions([edition()], record, on=date(2023, 3, 30)).cell(f"{V3_2011}/{HARDWARE}/5")
    assert before is not None
    assert before.parts["responsibility"].verdict is NOT_MET


def test_an_answer_that_no_point_offers_is_refused() -> None:
    with pytest.raises(BadPolicy, match="not an answer"):
        judge_editions([edition()], hardware_five(), on=ON, policy={"bands.floor": "ceiling"})


@pytest.mark.parametrize(
    ("identity", "level", "reason"),
    [
        (V3_2011, 5, None),
        (V3_2011, 7, "not in the standard"),
        (V3_2008, 4, "not in the source"),
        (V3_2008, 7, "not in the standard"),
        (V3_2008, 5, None),
    ],
)
def test_a_cell_that_is_not_defined_says_why(identity: str, level: int, reason: str | None) -> None:
    printed = edition(identity)
    field = next(field for _, field in printed.fields() if field.id == "hardware")
    assert why_not_defined(field, level, printed) == reason


def test_every_level_of_a_field_has_a_mark_with_a_meaning() -> None:
    judged = judge_editions([edition(V3_2008), edition(V3_2011)], hardware_five(), on=ON)
    marks = {
        (each.edition.edition.id, level): each.mark_at(field, level)
        for each in judged.editions
        for _, field in each.edition.edition.fields()
        if field.id == "hardware"
        for level in each.edition.edition.levels
    }
    assert marks[V3_2011, 5] == "met"
    assert (marks[V3_2011, 7], marks[V3_2008, 4]) == ("not in the standard", "not in the source")
    assert set(marks.values()) <= set(MARK_NAMES)
