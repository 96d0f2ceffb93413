"""Is the market that somebody answers for said beside the one that is asked?"""

from __future__ import annotations

import pytest

from kijun.criteria import Market
from kijun.evidence import MarketShare
from kijun.judgement.explain_market import say_market
from kijun.text import Text
from tests.builders import V3_2008, edition, engagement, share

COMPANIES = Market(
    scope="companies", groups=(frozenset({"companies"}),), count=3, employees_at_least=3000, employees_below=None
)
INDUSTRY = Market(
    scope="whole-specific-industry",
    groups=(frozenset({"whole-industry"}),),
    count=1,
    employees_at_least=None,
    employees_below=None,
)
ASKED = Text(ja="求められるのは従業員3,000人以上の企業3つ以上", en="3 companies of 3,000 or more employees each asked")


def said(market: tuple[MarketShare, ...] | None, *asked: Market) -> Text:
    return say_market(engagement(market=market), asked or (COMPANIES,), edition(V3_2008).vocabulary.name)


@pytest.mark.parametrize(
    ("held", "ja", "en"),
    [
        (share("companies", 2, 2999), "従業員2,999人以上の企業2つ", "2 companies (2,999 or more employees each)"),
        (share("companies", 1, 5000), "従業員5,000人の企業", "1 company (5,000 employees)"),
        (share("companies", 2), "企業2つ", "2 companies"),
        (share("departments"), "部門", "1 department"),
    ],
)
def test_a_part_of_the_market_is_said_with_its_number_and_its_employees(held: MarketShare, ja: str, en: str) -> None:
    assert said((held,)) == Text(ja=f"担当市場は{ja}。{ASKED.ja}", en=f"answers for {en}; {ASKED.en}")


def test_several_parts_and_several_alternatives_are_said_one_after_the_other() -> None:
    market = (share("companies", 2), share("departments", 4))
    assert said(market, COMPANIES, INDUSTRY) == Text(
        ja="担当市場は企業2つ、部門4つ。求められるのは従業員3,000人以上の企業3つ以上または特定業界の全体",
        en="answers for 2 companies, 4 departments; "
        "3 companies of 3,000 or more employees each, or a whole specific industry asked",
    )


@pytest.mark.parametrize("market", [None, ()])
def test_no_market_is_said_as_not_on_record(market: tuple[MarketShare, ...] | None) -> None:
    assert said(market) == Text(ja=f"担当市場の記録なし。{ASKED.ja}", en=f"no market on record; {ASKED.en}")
