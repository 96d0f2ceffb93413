"""What is on record once the steps of a plan are taken?"""

from __future__ import annotations

from datetime import date

from kijun.criteria import Clause
from kijun.day import exactly
from kijun.growth.addition import (
    Addition,
    AreaReached,
    CircumstancesConfirmed,
    EquivalenceRecognised,
    ExaminationPassed,
    FactRecorded,
    FurtherService,
    KindHandedOn,
    MentoringBegun,
    NewEngagement,
    SkillRated,
)
from kijun.growth.apply import PLANNED, apply, as_evidence, as_of
from kijun.judgement.judge import judge_cell
from tests.builders import (
    ON,
    cell,
    claim,
    clause,
    confirmation,
    contribution,
    engagement,
    expertise,
    mentoring,
    person,
    qualification,
    rating,
    share,
)
from tests.people import HARDWARE, hardware_five

_LATER, _LONG_AGO = "2026-04-02", "2025-01-01"
_DAY = date(2027, 3, 31)


def test_nothing_that_begins_later_is_on_record_today() -> None:
    said = [
        person(
            engagement("e", start=on, end=None),
            expertise=(expertise(since=on),),
            contributions=(contribution("book", on),),
            mentoring=(mentoring(since=on),),
            qualifications=(qualification(on=on),),
            ratings=(rating("customer-service/technology", 4, on=on),),
            confirmations=(confirmation("cell", on=on),),
        )
        for on in (_LATER, _LONG_AGO)
    ]
    later, before = (as_of(each, ON) for each in said)
    assert later == person()
    assert before == as_of(before, ON)
    assert [len(each) for each in (before.engagements, before.expertise, before.ratings)] == [1, 1, 1]


def test_a_month_that_has_begun_is_on_record() -> None:
    assert as_of(person(contributions=(contribution("book", "2026-04"),)), ON).contributions != ()
    assert as_of(person(expertise=(expertise(),)), ON).expertise != ()


def test_what_goes_on_is_cut_today_and_what_has_ended_is_not() -> None:
    ended, running, planned, month = as_of(
        person(
            engagement("ended", end="2023-03-31"),
            engagement("running", end=None),
            engagement("planned", end="2030-03-31"),
            engagement("month", end="2026-04"),
        ),
        ON,
    ).engagements
    assert ended == engagement("ended", end="2023-03-31")
    assert [each.end for each in (running, planned, month)] == [exactly(ON)] * 3


def test_a_claim_that_is_made_later_is_cut() -> None:
    old, undated, later = claim("claimed", "a", _LONG_AGO), claim("claimed", "b"), claim("recognised", "c", _LATER)
    [cut] = as_of(person(engagement(equivalences=(old, undated, later))), ON).engagements
    assert cut.equivalences == (old, undated)


def test_a_record_of_today_is_judged_as_the_record_is() -> None:
    met = hardware_five(engagement("bank", start="2023-04-02", end=None, customers="whole-industry"))
    hardware = cell(f"{HARDWARE}/5")
    assert judge_cell(hardware, as_of(met, ON), on=ON).verdict is judge_cell(hardware, met, on=ON).verdict


def _new(identity: str) -> NewEngagement:
    asked: Clause = clause()
    return NewEngagement(
        parts=("size",), level=None, clause=asked, traits=(), engagement=engagement(identity, project="p"), days=0
    )


def test_each_new_engagement_is_a_project_of_its_own() -> None:
    one, other = as_evidence([_new("a"), _new("a")], day=_DAY).engagements
    assert (one.id, one.project) == ("planned-1", "planned-1")
    assert (other.id, other.project) == ("planned-2", "planned-2")


def test_facts_are_added_to_the_engagement_that_they_name() -> None:
    market = (share("companies", 3, 3000),)
    additions: list[Addition] = [
        FurtherService(engagement="e", days=364, until=_DAY),
        FactRecorded(engagement="e", fact="conditions", value="new-technology"),
        FactRecorded(engagement="e", fact="customers", value="whole-industry"),
        FactRecorded(engagement="e", fact="computer_rooms", value=5),
        FactRecorded(engagement="e", fact="market", value=market),
        EquivalenceRecognised(engagement="e", to="a/band", is_claimed=False),
    ]
    then = apply(additions, person(engagement("e", end=None), engagement("other")), day=_DAY, today=ON)
    changed, other = then.engagements
    assert other == engagement("other")
    assert changed.end == exactly(_DAY)
    assert changed.conditions == {"multi-vendor", "around-the-clock", "new-technology"}
    assert (changed.customers, changed.sizes, changed.market) == ("whole-industry", {"computer_rooms": 5}, market)
    [recognised] = changed.equivalences
    assert (recognised.decision, recognised.to, recognised.by) == ("recognised", "a/band", PLANNED)


def test_what_is_held_is_there_on_the_day_of_the_plan() -> None:
    additions: list[Addition] = [
        KindHandedOn(kind="book"),
        AreaReached(area="customer-satisfaction", degree="guides-others", reach="company", is_raised=False),
        MentoringBegun(),
        ExaminationPassed(examination="AP"),
        CircumstancesConfirmed(cell="a/cell"),
        SkillRated(item="customer-service/technology", level=4, by="assessor"),
    ]
    then = apply(additions, person(), day=_DAY, today=ON)
    assert [(each.kind, each.day) for each in then.contributions] == [("book", exactly(_DAY))]
    assert [(each.area, each.degree, each.since) for each in then.expertise] == [
        ("customer-satisfaction", "guides-others", exactly(_DAY))
    ]
    assert [each.since for each in then.mentoring] == [exactly(_DAY)]
    assert [(each.examination, each.day) for each in then.qualifications] == [("AP", exactly(_DAY))]
    assert [(each.cell, each.decision) for each in then.confirmations] == [("a/cell", "confirmed")]
    assert [(each.item, each.level, each.by) for each in then.ratings] == [
        ("customer-service/technology", 4, "assessor")
    ]


def test_a_plan_that_is_taken_says_what_of_the_record_is_assumed() -> None:
    then = apply([_new("a"), MentoringBegun()], hardware_five(), day=_DAY, today=ON)
    assert then.assumed == {"planned-1", f"mentoring:{PLANNED}"}
