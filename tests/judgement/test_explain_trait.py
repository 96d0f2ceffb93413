"""Is it said what the engagement is like that met a clause?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from kijun.criteria import Either, Every, Market, Mentors, Reaches, Recognised, Trait, Unspecified, Way
from kijun.evidence import Engagement
from kijun.judgement import judge
from kijun.judgement.explain_trait import say_trait
from kijun.text import Text
from tests.builders import (
    ON,
    V3_2008,
    WHOLE_REGION,
    claim,
    conditions,
    edition,
    engagement,
    names,
    once,
    person,
    rooms,
    share,
    sites,
)

EQUAL = Recognised(as_one_of=frozenset({"x/5/size/1"}))
HALL = engagement(sizes={"computer_rooms": 5, "network_sites": 1})


def said(trait: Trait, at: Engagement) -> Text:
    record = person(at)
    return say_trait(judge(once(trait), record, on=ON).children[0], record, names)


@pytest.mark.parametrize(
    ("trait", "at", "ja", "en"),
    [
        (
            conditions(2),
            engagement(),
            "3つの条件のうち2つ(マルチベンダ環境、24時間365日の連続稼動)。求められるのは2つ",
            "2 of 3 conditions (several vendors; around the clock, all year); 2 asked",
        ),
        (rooms(3), HALL, "コンピュータルームの数 5箇所", "computer rooms: 5 rooms"),
        (rooms(at_most=2), engagement(sizes={"computer_rooms": 0}), "コンピュータルームの数 0箇所", "computer rooms: 0 rooms"),
        (sites(1), HALL, "ネットワークの拠点の数 1拠点", "network sites: 1 site"),
        (
            WHOLE_REGION,
            engagement(customers="whole-industry"),
            "担当ユーザは「特定業界全体」",
            "users served: “a whole industry”",
        ),
        (
            EQUAL,
            engagement(equivalences=(claim("recognised", "x/5/size/1"),)),
            "レベル5のサイズに相当するとtanakaが認定",
            "recognised as equivalent to the size of level 5 by tanaka",
        ),
        (Unspecified(), engagement(), "特に条件なし", "nothing in particular"),
        (
            Every(of=(rooms(3), sites(1))),
            HALL,
            "コンピュータルームの数 5箇所。ネットワークの拠点の数 1拠点",
            "computer rooms: 5 rooms; network sites: 1 site",
        ),
        (Either(of=(conditions(3), sites(1), rooms(3))), HALL, "ネットワークの拠点の数 1拠点", "network sites: 1 site"),
        (
            Reaches(level=4, ways=(Way(level=4, trait=rooms(9)), Way(level=6, trait=rooms(5)))),
            HALL,
            "レベル6の複雑性とサイズに届く",
            "reaches the complexity and size of level 6",
        ),
    ],
)  # fmt: skip
def test_what_the_engagement_has_is_said_beside_what_is_asked(trait: Trait, at: Engagement, ja: str, en: str) -> None:
    assert said(trait, at) == Text(ja=ja, en=en)


def test_the_market_is_said_as_it_is_asked() -> None:
    asked = Market(
        scope="companies",
        groups=(frozenset({"companies"}),),
        count=3,
        employees_at_least=3000,
        employees_below=None,
    )
    record = person(engagement(market=(share("companies", 3, 3000),)))
    assert say_trait(judge(once(asked), record, on=ON).children[0], record, edition(V3_2008).vocabulary.name) == Text(
        ja="担当市場は従業員3,000人以上の企業3つ。求められるのは従業員3,000人以上の企業3つ以上",
        en="answers for 3 companies (3,000 or more employees each); 3 companies of 3,000 or more employees each asked",
    )


def test_who_recognised_an_equivalence_is_said_with_the_day_and_the_reach() -> None:
    either = Either(of=(WHOLE_REGION, EQUAL))
    for day, ja, en in (("2018-06-01", "2018年6月1日", "2018-06-01"), ("2018-06", "2018年6月", "2018-06")):
        at = engagement(customers="wide-region", equivalences=(claim("recognised", "x/5/size/1", day),))
        assert said(either, at) == Text(
            ja=f"「広域地域または特定業界の全体」に相当するとtanakaが認定({ja})",
            en=f"recognised as equivalent to “a whole wide region or industry” by tanaka, {en}",
        )


def test_an_equivalence_to_a_market_is_said_with_its_level() -> None:
    market = Recognised(as_one_of=frozenset({"x/6"}))
    assert said(market, engagement(equivalences=(claim("recognised", "x/6"),))) == Text(
        ja="レベル6の市場に相当するとtanakaが認定", en="recognised as equivalent to the market of level 6 by tanaka"
    )


def test_the_proof_of_a_criterion_is_not_that_of_an_engagement() -> None:
    with pytest.raises(AssertionError, match=r"Mentors.* is not a trait"):
        say_trait(judge(Mentors(), person(), on=ON), person(), names)


COMPANY = Market(
    scope="companies", groups=(frozenset({"companies"}),), count=1, employees_at_least=None, employees_below=None
)


def test_what_stands_inside_is_said_with_the_record_of_the_engagement() -> None:
    at = engagement(sizes={"computer_rooms": 5}, market=(share(),))
    record = person(at)
    names_of_sales = edition(V3_2008).vocabulary.name
    for asked, inside in ((Every(of=(COMPANY, COMPANY)), 2), (Either(of=(COMPANY, rooms(5))), 1)):
        proof = judge(once(asked), record, on=ON).children[0]
        assert say_trait(proof, record, names_of_sales).en.count("answers for 1 company; 1 company asked") == inside


def test_an_equivalence_is_said_with_the_decision_that_recognised_it() -> None:
    waiting, decided = claim("claimed", "itss/x/5"), replace(claim("recognised", "itss/x/5"), by=None)
    at = engagement(equivalences=(waiting, decided))
    asked = Either(of=(COMPANY, Recognised(as_one_of=frozenset({"itss/x/5"}))))
    assert said(asked, replace(at, market=())) == Text(
        ja="レベル5の市場に相当すると評価者が認定",
        en="recognised as equivalent to the market of level 5 by an assessor",
    )
