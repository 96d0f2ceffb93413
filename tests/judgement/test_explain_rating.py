"""Is it said which skill items are rated as asked, which are not, and what is missing?"""

from __future__ import annotations

import pytest

from kijun.criteria import Rated
from kijun.evidence import Person, Rating
from kijun.judgement import NearMiss, judge, judge_cell
from kijun.judgement.explain import explain
from kijun.judgement.explain_detail import details
from kijun.judgement.explain_fact import say_miss
from kijun.judgement.explain_headline import headline
from kijun.judgement.record_judgement import judge_editions
from kijun.judgement.summary import summaries
from kijun.text import Text
from tests.builders import ON, cell, edition, names, person, rating
from tests.framework.small import edition as small

FIELD = "customer-service/hardware"
ITEMS = (f"{FIELD}/technology", f"{FIELD}/leadership", f"{FIELD}/negotiation")


def said(*ratings: Rating, at_least: int = 2, of: tuple[str, ...] = ITEMS) -> tuple[str, str]:
    """Return the headline where so many of the items are asked at level 4, by an assessor."""
    somebody = person(ratings=ratings)
    asked = Rated(at_least=at_least, of=of, level=4, by=("assessor",))
    line = headline(judge(asked, somebody, on=ON), somebody, names)
    return line.ja, line.en


def test_what_is_met_names_the_items_that_count() -> None:
    assert said(rating(ITEMS[0], 4), rating(ITEMS[2], 5)) == (
        "評価者の評価がレベル4以上の項目は3項目のうち2項目(テクノロジ、ネゴシエーション)。求められるのは2項目",
        "2 of 3 skill items are rated level 4 or above by an assessor (technology, negotiation); 2 asked",
    )


def test_what_is_short_names_the_others_with_their_level() -> None:
    assert said(rating(ITEMS[0], 4), rating(ITEMS[1], 2), at_least=3) == (
        (
            "評価者の評価がレベル4以上の項目は3項目のうち1項目(テクノロジ)。"
            "求められるのはすべて。ほかの項目: リーダーシップ(レベル2)、ネゴシエーション(評価なし)"
        ),
        (
            "1 of 3 skill items is rated level 4 or above by an assessor (technology); all asked; "
            "the others: leadership (level 2), negotiation (not rated)"
        ),
    )


def test_where_no_item_is_rated_as_asked_it_says_so() -> None:
    assert said(rating(ITEMS[0], 3), rating(ITEMS[1], 2)) == (
        (
            "評価者の評価がレベル4以上の項目なし。求められるのは3項目のうち2項目: "
            "テクノロジ(レベル3)、リーダーシップ(レベル2)、ネゴシエーション(評価なし)"
        ),
        (
            "none of 3 skill items is rated level 4 or above by an assessor; 2 asked: "
            "technology (level 3), leadership (level 2), negotiation (not rated)"
        ),
    )


def test_where_nothing_is_rated_it_says_that_nothing_is_on_record() -> None:
    assert said() == (
        (
            "評価者によるレベル4以上の評価の記録なし。求められるのは3項目のうち2項目: "
            "テクノロジ(評価なし)、リーダーシップ(評価なし)、ネゴシエーション(評価なし)"
        ),
        (
            "no skill item on record as rated level 4 or above by an assessor; 2 of 3 asked: "
            "technology (not rated), leadership (not rated), negotiation (not rated)"
        ),
    )


@pytest.mark.parametrize(
    ("ratings", "ja", "en"),
    [
        (
            (rating(ITEMS[0], 5),),
            "「テクノロジ」は評価者の評価でレベル4以上",
            "“technology” is rated level 4 or above by an assessor",
        ),
        (
            (rating(ITEMS[0], 3),),
            "「テクノロジ」は評価者の評価でレベル3。求められるのはレベル4以上",
            "“technology” is rated level 3 by an assessor; level 4 or above asked",
        ),
        (
            (),
            "「テクノロジ」は評価者による評価の記録なし。求められるのはレベル4以上",
            "“technology” is not rated by an assessor, as far as is on record; level 4 or above asked",
        ),
    ],
)
def test_a_single_item_is_said_by_its_name(ratings: tuple[Rating, ...], ja: str, en: str) -> None:
    assert said(*ratings, at_least=1, of=ITEMS[:1]) == (ja, en)


def below(somebody: Person, at_least: int) -> list[str]:
    asked = Rated(at_least=at_least, of=ITEMS, level=4, by=("assessor",))
    indicator = cell(f"{FIELD}/5").indicator
    return [line.en for line in details(judge(asked, somebody, on=ON), indicator, somebody, names)]


def test_below_stands_what_would_settle_an_unknown_and_no_level_is_said_twice() -> None:
    somebody = person(ratings=(rating(ITEMS[0], 3), rating(ITEMS[1], 4)))
    assert below(somebody, 2) == ["would settle it: the rating of “negotiation”"]
    assert below(somebody, 3) == []


def test_a_rating_one_level_short_is_said_as_a_near_miss() -> None:
    miss = NearMiss(evidence=ITEMS[0], fact="rating", have=3, need=4)
    assert say_miss(miss, names) == Text(
        ja="惜しい: テクノロジ(評価はレベル3、求められるのはレベル4以上)",
        en="nearly: Technology — it is rated level 3; level 4 or above asked",
    )


def test_a_field_with_ratings_alone_is_summed_up_where_ratings_decide() -> None:
    decides = {"proficiency.decides": "all-items"}
    low, none = person(ratings=(rating(ITEMS[0], 1),)), person()
    found = judge_editions([edition()], low, on=ON, policy=decides)
    assert [each.field.id for each in summaries(found.editions[0], low)] == ["hardware"]
    assert summaries(judge_editions([edition()], none, on=ON, policy=decides).editions[0], none) == []
    assert summaries(judge_editions([edition()], low, on=ON).editions[0], low) == []


def test_proficiencies_decide_in_the_editions_that_hold_skill_items_where_others_hold_none() -> None:
    judged = judge_editions([edition(), small()], person(), on=ON, policy={"proficiency.decides": "all-items"})
    answers = [each.edition.policy["proficiency.decides"] for each in judged.editions]
    assert answers == ["all-items", "reported"]


@pytest.mark.parametrize("item", [ITEMS[0], "customer-service/technology"])
def test_a_rating_whose_month_matters_is_named(item: str) -> None:
    resolved = cell(f"{FIELD}/5", {"proficiency.decides": "all-items"})
    asked = resolved.parts["proficiency"].criterion
    assert isinstance(asked, Rated)
    others = tuple(rating(each, 5) for each in asked.of if each != ITEMS[0])
    somebody = person(ratings=(rating(item, 5, on="2026-04"), *others))
    line = next(
        line for line in explain(judge_cell(resolved, somebody, on=ON), somebody, names) if line.name == "proficiency"
    )
    assert [detail.en for detail in line.details] == [
        "this hangs on a month without a day: record the day of technology to be sure"
    ]
    assert line.citation.document == "001"
