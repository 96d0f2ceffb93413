"""Does each answer to a silent point of the standard change the verdict of the person whom it is about?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from kijun.errors import BadPolicy
from kijun.evidence import Engagement, Person
from kijun.framework.policy import choose
from kijun.framework.resolve import resolve_edition
from kijun.judgement import judge_cell
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict
from tests.builders import (
    ON,
    V3_2008,
    V3_2011,
    cell,
    confirmation,
    contribution,
    engagement,
    expertise,
    person,
    qualification,
    share,
)
from tests.framework.small import edition
from tests.people import CONSULTING, FACILITY, HARDWARE, facility, facility_six, hardware_five, sale, seller

FIVE = f"{HARDWARE}/5"
SOFTWARE_SIX = "customer-service/software/6"
MEDIA, PRODUCTS = "sales/sales-via-media", "sales/product-sales"
ONE_COMPANY = (share("companies", 1, 3000),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """An answer, a person in a cell, and the verdict of the cell by default and under the answer."""

    answer: str
    below: str
    record: Person
    default: Verdict = MET
    answered: Verdict = NOT_MET
    of: str = V3_2011

    def __str__(self) -> str:
        return f"{self.answer} {self.below} {self.answered.value}"


def hall(rooms: int) -> Person:
    """Return who just meets facility management 3 of itss/v3-2008 with so many rooms, no area and no network."""
    sizes = {"computer_rooms": rooms, "computer_room_area_m2": 0, "network_sites": 0}
    return person(
        facility("a", role="member", sizes=sizes), expertise=(expertise("advice-on-plans-and-methods", reach="none"),)
    )


def media(identity: str, **changes: Any) -> Engagement:
    """Return a sale that reaches Sales via Media 5 of itss/v3-2008 and answers for a whole industry."""
    asked: dict[str, Any] = {"fields": ("sales-via-media",), "market": (share("whole-industry"),)}
    return sale(identity, **(asked | changes))


def product(identity: str) -> Engagement:
    """Return a product sale of half the printed contract value, with four conditions."""
    return sale(
        identity,
        fields=("product-sales",),
        market=(share("companies", 1, 5000),),
        sizes={"peak_persons": 0, "annual_contract_value_yen": 50_000_000},
        conditions=("fierce-competition", "new-reference", "difficult-requirements", "cross-industry-or-group"),
    )


def software_six(*kinds: str) -> Person:
    """Return who meets software 6 of itss/v3-2011 but for the kinds handed on."""
    served = engagement("a", activities=("customer-service-management",), customers="nationwide")
    return hardware_five(
        served,
        expertise=(expertise("service-level-management", reach="industry"),),
        contributions=tuple(contribution(kind) for kind in kinds),
    )


LARGE = {"sizes": {"peak_persons": 50, "annual_contract_value_yen": 500_000_000}}
LEADERS = (facility("hub"), facility("east", role="leader"), facility("west", role="leader"))
LONE_MARKET = (sale("a"), sale("b", market=()), sale("c", market=()))
OLD = engagement("old", start="2015-04-01", end="2021-04-01", customers="whole-industry")
RECENT = engagement("recent", start="2015-04-01", end="2024-04-01", customers="whole-industry")
MIXED = hardware_five(engagement("a", customers="whole-industry", fields=("software", "hardware")))
SEEN, REFUSED = confirmation(f"{V3_2011}/{FIVE}"), confirmation(f"{V3_2011}/{FIVE}", "refused")
PASSED = person(qualifications=(qualification("AP"),))
OTHER = person(qualifications=(qualification("FE"),))
BARE = hardware_five(mentoring=(), contributions=())

POINTS = (
    Point(answer="parts.required=responsibility,size", below=FIVE, record=BARE, default=NOT_MET, answered=MET),
    Point(answer="parts.required=mentoring", below=FIVE, record=BARE, default=NOT_MET, answered=NOT_MET),
    Point(
        answer="bands.floor=literal",
        below=f"{CONSULTING}/4",
        record=seller(sale("a", market=ONE_COMPANY), sale("b", market=ONE_COMPANY)),
        of=V3_2008,
    ),
    Point(
        answer="bands.floor=literal",
        below=f"{MEDIA}/5",
        record=seller(
            *(
                media(each, market=(share("whole-product-groups"), share("whole-service-groups")), **LARGE)
                for each in "abc"
            )
        ),
        of=V3_2008,
    ),
    Point(
        answer="slots.role-and-market=highest",
        below=f"{FACILITY}/6",
        record=facility_six(*LEADERS),
        default=NOT_MET,
        answered=MET,
    ),
    Point(
        answer="slots.role-and-market=highest",
        below=f"{FACILITY}/6",
        record=facility_six(*(replace(each, role="leader") for each in LEADERS)),
        default=NOT_MET,
        answered=NOT_MET,
    ),
    Point(
        answer="slots.role-and-market=highest",
        below=f"{CONSULTING}/5",
        record=seller(*LONE_MARKET),
        default=NOT_MET,
        answered=MET,
        of=V3_2008,
    ),
    Point(
        answer="slots.role-and-market=highest",
        below=f"{CONSULTING}/5",
        record=seller(*(replace(each, market=()) for each in LONE_MARKET)),
        default=NOT_MET,
        answered=NOT_MET,
        of=V3_2008,
    ),
    Point(answer="fields.shared=one-field", below=FIVE, record=MIXED),
    Point(
        answer="fields.shared=one-field",
        below=f"{CONSULTING}/5",
        record=seller(*(sale(each, fields=("product-sales", "consulting-sales")) for each in "abc")),
        of=V3_2008,
    ),
    Point(
        answer="levels.reach-down=own-lists",
        below=f"{MEDIA}/3",
        record=seller(media("a"), media("b")),
        of=V3_2008,
    ),
    Point(answer="examination.effect=satisfies", below=f"{HARDWARE}/3", record=PASSED, default=NOT_MET, answered=MET),
    Point(
        answer="examination.effect=satisfies",
        below=f"{HARDWARE}/3",
        record=person(complete=("engagements", "expertise")),
        default=NOT_MET,
        answered=UNKNOWN,
    ),
    Point(
        answer="examination.effect=satisfies", below=f"{HARDWARE}/3", record=OTHER, default=NOT_MET, answered=NOT_MET
    ),
    Point(answer="examination.effect=satisfies", below=FIVE, record=PASSED, default=NOT_MET, answered=NOT_MET),
    Point(answer="evidence.window=5", below=FIVE, record=hardware_five(OLD)),
    Point(answer="evidence.window=5", below=FIVE, record=hardware_five(RECENT), answered=MET),
    Point(
        answer="evidence.window=5",
        below=FIVE,
        record=hardware_five(
            RECENT,
            contributions=(contribution("book", "2021-04-01"), contribution("community"), contribution("patent")),
        ),
    ),
    Point(answer="circumstances.examined=confirmed", below=FIVE, record=hardware_five(), answered=UNKNOWN),
    Point(
        answer="circumstances.examined=confirmed",
        below=FIVE,
        record=hardware_five(confirmations=(SEEN,)),
        answered=MET,
    ),
    Point(answer="circumstances.examined=confirmed", below=FIVE, record=hardware_five(confirmations=(REFUSED,))),
    Point(answer="some.means=2", below=f"{FACILITY}/3", record=hall(1), of=V3_2008),
    Point(answer="some.means=2", below=f"{FACILITY}/3", record=hall(2), answered=MET, of=V3_2008),
    Point(answer="contradictions=corrected", below=SOFTWARE_SIX, record=software_six("book", "community", "patent")),
    Point(
        answer="contradictions=corrected",
        below=SOFTWARE_SIX,
        record=software_six("book", "community", "patent", "paper-inside"),
        answered=MET,
    ),
    Point(
        answer="contradictions=corrected",
        below=f"{PRODUCTS}/5",
        record=seller(product("a"), product("b"), product("c")),
        default=NOT_MET,
        answered=MET,
        of=V3_2008,
    ),
)


@pytest.mark.parametrize("point", POINTS, ids=str)
def test_an_answer_changes_the_verdict_of_whom_it_is_about(point: Point) -> None:
    name, _, answer = point.answer.partition("=")
    by_default = judge_cell(cell(point.below, of=point.of), point.record, on=ON)
    answered = judge_cell(cell(point.below, {name: answer}, of=point.of), point.record, on=ON)
    assert (by_default.verdict, answered.verdict) == (point.default, point.answered)


def test_another_examination_stands_for_the_minimum_where_the_organisation_lists_it() -> None:
    for answer, verdict in (("none", NOT_MET), ("SC,FE", MET), ("SC", NOT_MET)):
        judged = judge_cell(cell(f"{HARDWARE}/3", {"examination.others": answer}), OTHER, on=ON)
        assert judged.minimum_by_examination is not None
        assert judged.minimum_by_examination.verdict is verdict
        assert judged.verdict is NOT_MET


def test_another_examination_satisfies_the_cell_where_both_are_answered_so() -> None:
    both = {"examination.others": "FE", "examination.effect": "satisfies"}
    assert judge_cell(cell(f"{HARDWARE}/3", both), OTHER, on=ON).verdict is MET


def test_an_examination_outside_the_window_is_no_minimum() -> None:
    judged = judge_cell(cell(f"{HARDWARE}/3", {"evidence.window": "5"}), PASSED, on=ON)
    assert judged.minimum_by_examination is not None
    assert judged.minimum_by_examination.verdict is NOT_MET


def test_proficiency_cannot_decide_where_the_edition_holds_no_skill_items() -> None:
    small = edition()
    with pytest.raises(BadPolicy) as refused:
        resolve_edition(small, choose(small.points, {"proficiency.decides": "all-items"}))
    assert refused.value.text.ja == (
        "「proficiency.decides」: この版にはスキル項目がないので、熟達度では判定できません。"
    )
    assert refused.value.text.en == (
        '"proficiency.decides": this edition holds no skill items, so proficiency cannot decide a level.'
    )


def test_a_part_that_the_standard_does_not_have_cannot_be_required() -> None:
    with pytest.raises(BadPolicy) as refused:
        cell(FIVE, {"parts.required": "size,luck"})
    assert refused.value.text.ja == (
        "「parts.required」: 「luck」という部分はありません。"
        "部分: responsibility, complexity, size, expertise, succession, mentoring, proficiency。"
    )
    assert refused.value.text.en == (
        '"parts.required": "luck" is not a part. '
        "Parts: responsibility, complexity, size, expertise, succession, mentoring, proficiency."
    )


def test_a_proof_names_the_policies_that_shaped_its_part() -> None:
    named = {
        below: {name: part.policies for name, part in judge_cell(cell(below, of=of), person(), on=ON).parts.items()}
        for below, of in ((FIVE, V3_2011), (f"{FACILITY}/6", V3_2011), (f"{FACILITY}/3", V3_2008))
    }
    years = ("fields.shared", "bands.floor", "evidence.window", "circumstances.examined")
    slots = ("fields.shared", "bands.floor", "evidence.window", "slots.role-and-market", "circumstances.examined")
    lists = ("levels.reach-down", "fields.shared", "evidence.window")
    sizes = ("bands.floor", "levels.reach-down", "fields.shared", "evidence.window")
    assert named[FIVE] == {
        "responsibility": years,
        "complexity": lists,
        "size": sizes,
        "expertise": (),
        "succession": ("evidence.window",),
        "mentoring": (),
    }
    assert named[f"{FACILITY}/6"]["responsibility"] == slots
    assert named[f"{FACILITY}/3"]["responsibility"] == years
    assert named[f"{FACILITY}/3"]["size"] == (*sizes, "some.means")


def test_a_cell_names_the_policies_that_shaped_it_as_a_whole() -> None:
    assert cell(FIVE).policies == ("parts.required",)
    assert cell(f"{HARDWARE}/3").policies == ("parts.required", "examination.effect", "examination.others")
    assert cell(SOFTWARE_SIX).policies == ("parts.required", "contradictions")
    minimum = judge_cell(cell(f"{HARDWARE}/3"), person(), on=ON).minimum_by_examination
    assert minimum is not None
    assert minimum.policies == ("examination.effect", "examination.others", "evidence.window")
