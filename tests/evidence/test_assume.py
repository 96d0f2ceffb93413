"""What would be on record if more were?"""

from __future__ import annotations

import pytest

from kijun.evidence import Knowledge, MarketShare
from kijun.evidence.assume import Additions, FurtherFacts, assume
from tests.builders import (
    claim,
    confirmation,
    contribution,
    day,
    engagement,
    expertise,
    mentoring,
    person,
    qualification,
    rating,
    share,
)


def test_without_additions_the_record_is_the_same() -> None:
    recorded = person(engagement(), contributions=(contribution("book"),))
    assert assume(recorded, Additions()) == recorded


def test_what_is_added_comes_after_what_is_recorded_and_is_named_as_assumed() -> None:
    recorded = person(engagement("a"), contributions=(contribution("book"),), complete=("mentoring",))
    additions = Additions(
        engagements=(engagement("b"),),
        expertise=(expertise("customer-trust"),),
        contributions=(contribution("patent"),),
        mentoring=(mentoring("suzuki"),),
        qualifications=(qualification("AP"),),
        ratings=(rating("customer-service/technology", 4),),
        knowledge=(Knowledge(item="customer-service/technology", known=frozenset({"x"})),),
        confirmations=(confirmation("a/cell"),),
        complete=frozenset({"contributions"}),
    )
    then = assume(recorded, additions)
    assert [each.id for each in then.engagements] == ["a", "b"]
    assert [each.kind for each in then.contributions] == ["book", "patent"]
    assert [each.area for each in then.expertise] == ["customer-trust"]
    assert [each.item for each in then.knowledge] == ["customer-service/technology"]
    assert then.complete == {"mentoring", "contributions"}
    assert then.assumed == {
        "b",
        "expertise:customer-trust",
        "contributions:patent",
        "mentoring:suzuki",
        "qualifications:AP",
        "ratings:customer-service/technology",
        "knowledge:customer-service/technology",
        "confirmations:a/cell",
    }


def test_what_was_assumed_before_stays_named() -> None:
    once = assume(person(), Additions(engagements=(engagement("a"),)))
    assert assume(once, Additions(engagements=(engagement("b"),))).assumed == {"a", "b"}


def test_facts_go_to_the_engagement_that_they_name_and_fill_its_silence_only() -> None:
    silent = engagement("a", customers=None, sizes={"computer_rooms": 3})
    facts = FurtherFacts(
        engagement="a",
        conditions=frozenset({"new-technology"}),
        sizes={"computer_rooms": 9, "network_sites": 100},
        customers="whole-industry",
        equivalences=(claim("recognised", "a/band"),),
        end=day("2027-03-31"),
    )
    then = assume(person(silent, engagement("b")), Additions(facts=(facts,)))
    changed, other = then.engagements
    assert other == engagement("b")
    assert changed.conditions == {"multi-vendor", "around-the-clock", "new-technology"}
    assert changed.sizes == {"computer_rooms": 3, "network_sites": 100}
    assert (changed.customers, changed.end) == ("whole-industry", day("2027-03-31"))
    assert changed.equivalences == (claim("recognised", "a/band"),)
    assert then.assumed == {"a"}


def test_facts_that_say_nothing_leave_the_engagement_as_it_is() -> None:
    full = engagement("a", customers="whole-industry", market=(share(),))
    then = assume(person(full), Additions(facts=(FurtherFacts(engagement="a"),)))
    assert then.engagements == (full,)


@pytest.mark.parametrize(
    ("recorded", "further", "then"),
    [
        (None, (share("companies", 3, 3000),), (share("companies", 3, 3000),)),
        ((share("companies", 3, None),), (share("companies", 3, 3000),), (share("companies", 3, 3000),)),
        ((share("companies", 3, 100),), (share("companies", 3, 3000),), (share("companies", 3, 100),)),
        ((share("companies", 3, None),), (share("companies", 2, 3000),), (share("companies", 3, None),)),
        ((share("companies", 3, None),), (share("departments", 3, 9),), (share("companies", 3, None),)),
        ((), (share("companies", 3, 3000),), ()),
    ],
)
def test_of_a_market_on_record_only_the_head_counts_can_be_added(
    recorded: tuple[MarketShare, ...] | None, further: tuple[MarketShare, ...], then: tuple[MarketShare, ...]
) -> None:
    facts = FurtherFacts(engagement="a", market=further)
    [changed] = assume(person(engagement("a", market=recorded)), Additions(facts=(facts,))).engagements
    assert changed.market == then
