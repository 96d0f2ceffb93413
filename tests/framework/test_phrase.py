"""Is a cell said as it is printed, in both languages, each line with its place?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.framework.phrase import phrase_part
from kijun.text import Text
from tests.framework.small import alpha, beta, gamma, indicator, vocabulary
from tests.framework.small_skills import skilled


def said(plain: Any, part: str) -> list[tuple[str, str, str]]:
    return [(below, text.ja, text.en) for below, text in phrase_part(indicator(plain), part, vocabulary())]


def test_years_are_said_with_role_activities_and_outcome() -> None:
    assert said(alpha(3), "responsibility") == [
        (
            "responsibility",
            "レベル3の複雑性とサイズで2年以上",
            "2 years or more at the complexity and size of level 3",
        ),
        (
            "responsibility/role",
            "役割: leaderの名以上(alpha-leaderの名)",
            "role: the leader or above (the alpha-leader)",
        ),
        (
            "responsibility",
            "活動(いずれか): installの名、repairの名。成果: succeededの名",
            "activities (any of): the install, the repair; outcome: the succeeded",
        ),
    ]


def test_a_role_without_a_title_stands_alone() -> None:
    untitled = alpha(3, responsibility={**alpha(3)["responsibility"], "roles": []})
    role = next(line for line in said(untitled, "responsibility") if line[0] == "responsibility/role")
    assert role[1:] == ("役割: leaderの名以上", "role: the leader or above")


def test_a_single_year_and_a_single_time_are_said_in_the_singular() -> None:
    one = {**alpha(3)["responsibility"], "at_least": 1}
    assert said(alpha(3, responsibility=one), "responsibility")[0][2].startswith("1 year or more at")
    assert said(gamma(3), "responsibility")[0] == (
        "responsibility",
        "1回以上(レベル3以上1回)",
        "1 time or more (1 at level 3 or above)",
    )


def test_times_are_said_with_their_slots() -> None:
    three = {**beta(3)["responsibility"], "at_least": 3, "slots": [3, 2, 2]}
    assert said(beta(3, responsibility=three), "responsibility")[0] == (
        "responsibility",
        "3回以上(レベル3以上1回、レベル2以上2回)",
        "3 times or more (1 at level 3 or above, 2 at level 2 or above)",
    )


def test_a_chain_and_a_market_are_said() -> None:
    _, _, chain, market = said(gamma(3), "responsibility")
    assert chain == (
        "responsibility",
        "活動(すべて): sellの名、closeの名。成果: succeededの名",
        "activities (all of): the sell, the close; outcome: the succeeded",
    )
    assert market == (
        "responsibility/market",
        "市場: Companies3つ以上(従業員3,000人以上、6,000人未満) / equivalent",
        "market: 3 or more: Companies (3,000 or more, less than 6,000 employees); or equivalent",
    )


def test_complexity_is_said_with_what_is_required_and_the_role() -> None:
    assert said(alpha(3), "complexity") == [
        (
            "complexity",
            "次の3つの条件のうち2つ以上: oldの名、newの名、farの名",
            "at least 2 of 3: the old, the new, the far",
        ),
        ("complexity/must_include", "必須: oldの名", "required: the old"),
        ("complexity/role", "役割: responsibleの名以上", "role: the responsible or above"),
        ("complexity", "活動(いずれか): installの名。成果: participatedの名", "activities (any of): the install; outcome: the participated"),
    ]  # fmt: skip
    assert [below for below, _, _ in said(beta(3), "complexity")] == ["complexity", "complexity"]


def test_sizes_are_said_band_by_band() -> None:
    assert said(alpha(3), "size") == [
        (
            "size/1",
            "担当ユーザ: 「wholeの名」、それに相当するユーザでもよい",
            "users served: “the whole”, or equivalent",
        ),
        (
            "size/2",
            "複雑性の条件3つ以上に当たり、担当ユーザ: 「partの名」",
            "with 3 or more of the conditions under complexity: users served: “the part”",
        ),
        (
            "size_clause",
            "活動(いずれか): repairの名。成果: succeededの名",
            "activities (any of): the repair; outcome: the succeeded",
        ),
    ]


def test_numbers_are_said_with_the_bounds_that_are_printed() -> None:
    assert said(beta(3), "size")[0] == (
        "size/1",
        "Rooms 3室以上、4室以下、またはArea 100㎡未満",
        "rooms: 3 rooms or more, at most 4 rooms, or area: less than 100 m²",
    )
    both = {"rooms": {"printed": 5}, "area_m2": {"at_least": 1000}}
    assert said(alpha(3, size=[{"any_of": [both]}]), "size")[0] == (
        "size/1",
        "Rooms 5室(比較の語なし)、かつArea 1,000㎡以上",
        "rooms: 5 rooms (no comparator printed) and area: 1,000 m² or more",
    )
    some = [{"any_of": [{"some_rooms_or_networks": True}]}]
    assert said(alpha(3, size=some), "size")[0] == (
        "size/1",
        "業務に関わる一部のコンピュータルームまたはネットワーク",
        "some computer rooms or network sites",
    )


def test_the_clause_of_a_size_is_placed_at_the_size_where_it_has_no_place_of_its_own() -> None:
    assert said(beta(3), "size")[-1][0] == "size"
    assert [below for below, _, _ in said(alpha(3, size_clause=None), "size")] == ["size/1", "size/2"]


def test_a_size_that_is_not_specified_is_said_so() -> None:
    assert said(gamma(3), "size") == [("size", "特定なし", "not specified")]


def test_expertise_is_said_with_degree_and_reach() -> None:
    assert said(alpha(3), "expertise") == [
        ("expertise", "次の2領域のうち1領域以上: craftの名、trustの名", "at least 1 of 2 areas: the craft, the trust"),
        ("expertise", "程度: guidesの名。貢献: companyの名", "degree: the guides; reach: the company"),
    ]
    assert said(beta(3), "expertise")[1] == ("expertise", "程度: practisesの名", "degree: the practises")


def test_succession_mentoring_and_the_examination_are_said() -> None:
    assert said(alpha(3), "succession") == [
        (
            "succession",
            "次の3種類のうち2種類以上: bookの名、paperの名、patentの名",
            "at least 2 of 3 kinds: the book, the paper, the patent",
        )
    ]
    assert said(alpha(3), "mentoring") == [
        ("mentoring", "後進を育成している", "develops juniors (mentoring, coaching)")
    ]
    assert said(beta(3), "exam") == [
        (
            "exam",
            "APの名の合格は、このレベルの最低限の能力とみなされる",
            "The AP: passing it counts as the minimum ability of this level",
        )
    ]


@pytest.mark.parametrize(
    "part", ["responsibility", "complexity", "expertise", "succession", "mentoring", "proficiency", "exam", "luck"]
)
def test_a_part_that_the_cell_does_not_have_is_not_said(part: str) -> None:
    assert said({"level": 1, "citation": {"line": 1}}, part) == []


def test_a_market_without_employees_or_count_is_said_by_its_name() -> None:
    service = {**gamma(3)["responsibility"], "market": [{"scope": "both"}, {"scope": "companies", "count": 1}]}
    (line,) = [text for below, text in phrase_part(indicator(gamma(3, responsibility=service)), "responsibility", vocabulary()) if below.endswith("market")]  # fmt: skip
    assert line == Text(
        ja="市場: Goods and services / Companies1つ以上", en="market: Goods and services; or 1 or more: Companies"
    )


def test_ratings_of_skill_items_are_said_with_their_names_or_as_those_of_the_field() -> None:
    words = skilled().vocabulary
    named = indicator(alpha(3, proficiency={"at_least": 1, "of": ["trust", "wiring"], "level": 3}))
    assert phrase_part(named, "proficiency", words) == [
        (
            "proficiency",
            Text(
                ja="次の2つのスキル項目のうち1項目以上で、評価がレベル3以上: trustの名、wiringの名",
                en="at least 1 of 2 skill items rated level 3 or above: the trust, the wiring",
            ),
        )
    ]
    every = indicator(alpha(3, proficiency={"at_least": 2, "of": "all", "level": 3}))
    assert phrase_part(every, "proficiency", words) == [
        (
            "proficiency",
            Text(
                ja="専門分野のスキル項目のうち2項目以上で、評価がレベル3以上",
                en="at least 2 of the field's skill items rated level 3 or above",
            ),
        )
    ]


def test_nothing_is_said_of_sizes_where_a_cell_asks_for_no_engagement() -> None:
    bare = indicator({"level": 3, "citation": {"line": 1}})
    assert phrase_part(bare, "size", vocabulary()) == []
