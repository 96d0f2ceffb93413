"""Is everything that is assumed said in a line that somebody who did not write the file understands?"""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Final

import pytest

from kijun.evidence import LISTS, Engagement, Equivalence, Knowledge
from kijun.evidence.assume import Additions, FurtherFacts
from kijun.judgement.assumption import KIND_NAMES, Assumption
from kijun.judgement.explain_additions import assumptions, names_in
from kijun.text import Text, same
from tests.builders import (
    ON,
    V3_2008,
    V3_2011,
    claim,
    confirmation,
    contribution,
    day,
    edition,
    engagement,
    expertise,
    mentoring,
    qualification,
    rating,
    share,
)

NAMES = names_in([edition(V3_2011), edition(V3_2008)])
CELL = f"{V3_2011}/customer-service/hardware/5"
LEAST: Final[dict[str, object]] = {"conditions": (), "sizes": {}}


def said(additions: Additions) -> Assumption:
    (found,) = assumptions(additions, NAMES)
    return found


def line(**lists: object) -> Text:
    return said(Additions(**lists)).words  # type: ignore[arg-type]  # one of its lists


def new(**changes: object) -> Text:
    return line(engagements=(engagement("next", **{**LEAST, **changes}),))  # type: ignore[arg-type]  # its facts


def facts(**changes: object) -> Text:
    return line(facts=(FurtherFacts(engagement="core", **changes),))  # type: ignore[arg-type]  # its facts


def test_every_kind_of_addition_has_a_name() -> None:
    assert {each.name for each in fields(Additions)} == set(KIND_NAMES)


def test_a_new_engagement_is_said_with_all_that_it_is() -> None:
    made = new(title=Text(ja="次", en="Next"), title_held="hardware-service-responsible", sizes={"computer_rooms": 1})
    assert made.en == (
        "next, Next: Hardware; fault repair; person responsible for hardware service; from 1 April 2020 until "
        "31 March 2023; carried out with success; computer rooms: 1 room"
    )
    assert made.ja.startswith("next「次」: ハードウェア / 障害修理 / ")
    assert "2020年4月1日から2023年3月31日まで" in made.ja


def test_a_new_engagement_without_a_title_or_an_end_is_said_by_its_id() -> None:
    made = new(end=None)
    assert made.en.startswith("next: Hardware; fault repair; person responsible; from 1 April 2020; ")
    assert made.ja.startswith("next: ハードウェア / 障害修理 / 責任者 / 2020年4月1日から / ")


def test_further_facts_are_said_fact_by_fact() -> None:
    found = facts(
        end=day("2027-03"),
        conditions=frozenset({"multi-vendor"}),
        customers="whole-industry",
        market=(share(count=3, employees=1000),),
        equivalences=(claim("recognised", CELL, "2026-03-20"), Equivalence(decision="claimed")),
    )
    assert found.en == (
        "core: until 2027-03; conditions: several vendors; users served: “a whole industry”; market: 3 companies "
        f"(1,000 or more employees each); recognised as equivalent to {CELL} by tanaka, 20 March 2026; claimed as equivalent to ?"
    )
    assert found.ja.startswith(
        "core: 2027年3月まで / 条件はマルチベンダ環境 / 担当ユーザは「特定業界全体」 / 担当市場は"
    )
    assert found.ja.endswith(f"{CELL}に相当(tanakaが認定、2026年3月20日) / ?に相当(申告)")


def test_facts_of_one_engagement_are_one_line_and_none_are_its_name() -> None:
    both = (FurtherFacts(engagement="core", sizes={"computer_rooms": 2}), FurtherFacts(engagement="core", market=()))
    assert line(facts=both).en == "core: computer rooms: 2 rooms; market: none"
    assert facts() == same("core")


@pytest.mark.parametrize(
    ("lists", "ja", "en"),
    [
        (
            {"expertise": (expertise(since="2026-04-01"),)},
            "顧客満足度の向上・獲得: 他者の指導 / 社内への貢献 / 2026年4月1日から",
            "Raising or gaining customer satisfaction: guides others; contributes to the company; since 1 April 2026",
        ),
        (
            {"expertise": (expertise(degree=None, reach=None),)},
            "顧客満足度の向上・獲得",
            "Raising or gaining customer satisfaction",
        ),
        ({"contributions": (contribution("book"),)}, "著書: 2024年5月1日", "Book: 1 May 2024"),
        ({"contributions": (contribution("book", title="A"),)}, "著書: A / 2024年5月1日", "Book: A; 1 May 2024"),
        ({"mentoring": (mentoring(since="2026-04"),)}, "suzuki: 2026年4月から", "suzuki: since 2026-04"),
        ({"complete": frozenset({"mentoring"})}, "後進の育成", "mentoring"),
        (
            {"confirmations": (confirmation(CELL),)},
            f"{CELL}: 確認(tanaka) / 2025年4月1日",
            f"{CELL}: confirmed by tanaka; 1 April 2025",
        ),
        (
            {"ratings": (rating("customer-service/technology", 4),)},
            "テクノロジ: レベル4(評価者) / 2025年10月1日",
            "Technology: level 4 by an assessor; 1 October 2025",
        ),
        (
            {"knowledge": (Knowledge(item="customer-service/technology", known=frozenset()),)},
            "テクノロジ: なし",
            "Technology: none",
        ),
        (
            {"knowledge": (Knowledge(item="customer-service/technology", known=frozenset({"computer-systems"})),)},
            "テクノロジ: コンピュータシステム",
            "Technology: computer systems",
        ),
    ],
)
def test_an_addition_is_said_in_a_line(lists: dict[str, object], ja: str, en: str) -> None:
    assert line(**lists) == Text(ja=ja, en=en)


def test_an_examination_is_said_with_its_day() -> None:
    assert line(qualifications=(qualification("AP", "2026-06-26"),)).en.endswith(": 26 June 2026")


def test_what_no_edition_has_is_called_by_its_id() -> None:
    assert NAMES("field", "gardening") == same("gardening")
    assert NAMES("condition", "rain") == same("rain")


def test_what_begins_later_counts_for_nothing_yet() -> None:
    begins = said(Additions(contributions=(contribution("book", "2026-04-02"),)))
    assert begins.day == date(2026, 4, 2)
    assert begins.is_later_than(ON)
    assert not begins.is_later_than(date(2026, 4, 2))
    assert not said(Additions(complete=frozenset({"mentoring"}))).is_later_than(date.min)


def test_additions_are_said_in_the_order_of_a_record() -> None:
    made: Engagement = engagement("next")
    everything = Additions(
        complete=frozenset(LISTS),
        mentoring=(mentoring(),),
        engagements=(made, replace(made, id="more")),
        facts=(FurtherFacts(engagement="core"),),
    )
    found = [(each.kind, each.name) for each in assumptions(everything, NAMES)]
    assert found[:4] == [("facts", "core"), ("engagements", "next"), ("engagements", "more"), ("mentoring", "suzuki")]
    assert found[4:] == [("complete", name) for name in LISTS]
