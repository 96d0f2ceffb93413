"""How is one step of a plan said?"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kijun.criteria import Either, Every, Market, Recognised, Trait, Unprinted, Unspecified, Way
from kijun.criteria.engagement import Reaches
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
from kijun.growth.explain_addition import say_addition, say_name, say_new_engagements, say_requirements
from tests.builders import V3_2011, clause, conditions, engagement, names, rooms, share, sites
from tests.people import HARDWARE

_BAND, _CELL = f"{V3_2011}/{HARDWARE}/5/size/1", f"{V3_2011}/{HARDWARE}/5"
_MARKET = (share("companies", 3, 3000), share("whole-industry", 1))


def _new(*traits: Trait, level: int | None = 5, days: int = 0, **changes: Any) -> NewEngagement:
    return NewEngagement(
        parts=("responsibility",),
        level=level,
        clause=clause(**changes),
        traits=traits,
        engagement=engagement(start="2026-04-01", end="2026-04-01"),
        days=days,
    )


@pytest.mark.parametrize(
    ("addition", "said"),
    [
        (_new(), "a new engagement at the complexity and size of level 5 or above"),
        (_new(level=None), "a new engagement"),
        (_new(level=None, days=1), "a new engagement for 1 day (begun on 1 April 2026, until 1 April 2026)"),
        (
            _new(days=1096),
            (
                "a new engagement at the complexity and size of level 5 or above for 1,096 days"
                " (begun on 1 April 2026, until 31 March 2029)"
            ),
        ),
        (
            FurtherService(engagement="bank", days=364, until=date(2027, 3, 31)),
            "go on in bank for 364 more days, until 31 March 2027",
        ),
        (
            FurtherService(engagement="bank", days=1, until=date(2026, 4, 2)),
            "go on in bank for 1 more day, until 2 April 2026",
        ),
        (
            FactRecorded(engagement="bank", fact="computer_rooms", value=5),
            "record of bank, if it was so: computer rooms: 5 rooms or more",
        ),
        (
            FactRecorded(engagement="bank", fact="customers", value="whole-industry"),
            "record of bank, if it was so: users served: “a whole industry”",
        ),
        (
            FactRecorded(engagement="bank", fact="conditions", value="multi-vendor"),
            "record of bank, if it was so: the condition “several vendors”",
        ),
        (
            EquivalenceRecognised(engagement="bank", to=_BAND, is_claimed=False),
            "an assessor recognises bank as equivalent to size 1 of level 5 (not claimed yet)",
        ),
        (
            EquivalenceRecognised(engagement="bank", to=_CELL, is_claimed=True),
            "an assessor recognises the equivalence claimed for bank (the market of level 5)",
        ),
        (KindHandedOn(kind="book"), "hand on a technique: book"),
        (MentoringBegun(), "begin to mentor or coach somebody"),
        (ExaminationPassed(examination="AP"), "pass the examination: Applied IT Engineer Examination"),
        (CircumstancesConfirmed(cell=_CELL), "an assessor confirms the circumstances of the cell"),
        (
            SkillRated(item="customer-service/hardware/technology", level=4, by="assessor"),
            "be rated level 4 or above by an assessor: technology",
        ),
        (
            AreaReached(area="service-level-management", degree="guides-others", reach="company", is_raised=True),
            (
                "raise expertise to the degree “guides others” or above with the reach “contributes to the company” or"
                " wider: service level management"
            ),
        ),
        (
            AreaReached(area="service-level-management", degree="practises-alone", reach=None, is_raised=False),
            "build expertise to the degree “practises alone” or above: service level management",
        ),
    ],
)
def test_a_step_is_said_in_a_line(addition: Addition, said: str) -> None:
    assert say_addition(addition, names).en == said


def test_a_step_is_said_in_japanese() -> None:
    further = FurtherService(engagement="bank", days=364, until=date(2027, 3, 31))
    assert say_addition(further, names).ja == "bankをあと364日続ける(2027年3月31日まで)"
    area = AreaReached(area="service-level-management", degree="guides-others", reach=None, is_raised=False)
    assert say_addition(area, names).ja == "サービスレベル管理を「他者の指導」以上で身につける"


def test_a_market_is_said_with_the_head_counts_that_are_known() -> None:
    said = say_addition(FactRecorded(engagement="a", fact="market", value=_MARKET), names)
    assert "3 companies with 3,000 employees or more" in said.en
    assert said.en.endswith("whole-industry)")


def test_bare_a_step_is_said_without_what_it_is_about() -> None:
    area = AreaReached(area="service-level-management", degree="practises-alone", reach=None, is_raised=True)
    assert say_addition(area, names, is_bare=True).en == "bring expertise to the degree “practises alone” or above"
    assert say_addition(KindHandedOn(kind="book"), names, is_bare=True).en == "hand on a technique"


@pytest.mark.parametrize(
    ("addition", "name"),
    [
        (KindHandedOn(kind="book"), "book"),
        (
            AreaReached(area="service-level-management", degree="x", reach=None, is_raised=True),
            "service level management",
        ),
        (ExaminationPassed(examination="AP"), "Applied IT Engineer Examination"),
        (SkillRated(item="customer-service/hardware/technology", level=4, by="self"), "technology"),
        (FactRecorded(engagement="a", fact="conditions", value="multi-vendor"), "several vendors"),
        (FactRecorded(engagement="a", fact="network_sites", value=1), "network sites: 1 site or more"),
        (MentoringBegun(), "begin to mentor or coach somebody"),
    ],
)
def test_among_others_of_its_kind_a_step_is_said_by_its_name(addition: Addition, name: str) -> None:
    assert say_name(addition, names).en == name


def test_several_new_engagements_are_said_together() -> None:
    assert say_new_engagements(_new(), 2, names).en == (
        "2 new engagements at the complexity and size of level 5 or above"
    )
    assert say_new_engagements(_new(), 2, names).ja == "レベル5以上の複雑性とサイズの新しい案件2つ"


def _required(*traits: Trait, **changes: Any) -> list[str]:
    return [each.en for each in say_requirements(_new(*traits, **changes), names)]


def test_a_new_engagement_says_its_clause_first() -> None:
    [with_role] = _required()
    assert with_role.startswith("role “leader” or above; outcome “")
    assert "; doing any of: fault repair, hardware installation" in with_role
    [any_role] = _required(role=None, needs_all_activities=True)
    [any_work] = say_requirements(_new(activities=None), names)
    assert any_work.en.endswith("or better; doing any activity")
    assert any_work.ja.endswith("以上、活動は問わない")
    assert any_role.startswith("outcome “")
    assert "; doing all of: " in any_role


def test_a_new_engagement_says_the_lists_of_the_lowest_level_that_would_do() -> None:
    own = Every(of=(conditions(), rooms(3)))
    reach = Reaches(
        level=4, ways=(Way(level=4, trait=Unprinted(cell="a/4")), Way(level=5, trait=own), Way(level=6, trait=rooms(9)))
    )
    _, complexity, size = _required(reach)
    assert complexity.startswith("complexity: at least 2 of: several vendors")
    assert size == "size: computer rooms: 3 rooms or more"
    assert _required(Either(of=(rooms(3), reach)))[1:] == [size]
    assert _required(Every(of=(rooms(3), Either(of=(sites(5), rooms(4))))))[1:] == [
        size,
        "size: network sites: 5 sites or more; or computer rooms: 4 rooms or more",
    ]
    assert len(_required(Reaches(level=4, ways=(Way(level=4, trait=Unprinted(cell="a/4")),)))) == 2
    assert len(_required(Unspecified())) == 1  # where nothing in particular is asked, nothing is said of it


def test_a_market_that_is_asked_is_said_as_one() -> None:
    asked = Market(
        scope="companies", groups=(frozenset({"companies"}),), count=3, employees_at_least=3000, employees_below=None
    )
    market = _required(Either(of=(asked, Recognised(as_one_of=frozenset({_CELL})))))[1]
    assert market.startswith("market: answers for at least 3 companies")
    assert market.endswith("or recognised as equivalent by an assessor")
