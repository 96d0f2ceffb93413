"""Is what stands below the headline of a proof short, in the right order, and free of what nobody can record?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kijun.criteria import Areas, Either, Every, Kinds, Mentors, Once, Passed, Reaches, Recognised, Unprinted, Way
from kijun.evidence import Person
from kijun.judgement import judge, judge_cell
from kijun.judgement.explain import Said, explain
from kijun.judgement.explain_detail import details
from kijun.judgement.explain_headline import headline
from kijun.judgement.proof import NearMiss
from kijun.text import Text
from tests.builders import (
    ON,
    V3_2008,
    V3_2011,
    WHOLE_REGION,
    cell,
    claim,
    conditions,
    confirmation,
    contribution,
    edition,
    engagement,
    expertise,
    mentoring,
    names,
    once,
    or_above,
    person,
    qualification,
    rooms,
    share,
    sites,
    times,
    years,
)
from tests.people import CONSULTING, FACILITY, HARDWARE, facility, facility_six, hardware_five, sale, seller


def part(below: str, name: str, record: Person, *, of: str = V3_2008) -> Said:
    judged = judge_cell(cell(below, of=of), record, on=ON)
    return next(said for said in explain(judged, record, edition(of).vocabulary.name) if said.name == name)


def english(below: str, name: str, record: Person, *, of: str = V3_2008) -> list[str]:
    return [each.en for each in part(below, name, record, of=of).details]


def lines(criterion: Any, record: Person) -> list[str]:
    proof = judge(criterion, record, on=ON)
    return [each.en for each in details(proof, cell(f"{HARDWARE}/5").indicator, record, names)]


def test_a_market_that_falls_short_is_said_beside_what_the_very_cell_asks() -> None:
    big = sale("a", market=(share("companies", 2, 400), share("sub-industries")), sizes={"peak_persons": 900})
    assert part(f"{CONSULTING}/5", "responsibility", seller(big)).details == (
        Text(
            ja="惜しい: a(担当市場は従業員400人以上の企業2つ、サブ業界。求められるのは従業員3,000人以上の企業3つ以上または"
            "従業員1,000人以上の企業、部門、事業所5つ以上)",
            en="nearly: a — answers for 2 companies (400 or more employees each), 1 sub-industry; "
            "3 companies of 3,000 or more employees each, "
            "or 5 companies, departments and establishments of 1,000 or more employees each asked",
        ),
    )


def test_a_market_that_is_not_on_record_is_said_so() -> None:
    (near, *_) = part(f"{CONSULTING}/7", "responsibility", seller(sale("a", market=None, **LARGE))).details
    assert near == Text(
        ja="惜しい: a(担当市場の記録なし。求められるのは特定業界の全体または特定サブ業界3つ以上)",
        en="nearly: a — no market on record; a whole specific industry, or 3 specific sub-industries asked",
    )


LARGE: Any = {
    "sizes": {"peak_persons": 600},
    "conditions": ("global-advanced-project", "difficult-requirements", "fierce-competition"),
}


@pytest.mark.parametrize(
    ("to", "is_said"), [(f"{V3_2008}/{CONSULTING}/7", True), (f"{V3_2008}/{CONSULTING}/3", False), (None, False)]
)
def test_a_claim_that_nobody_decided_is_said_where_it_is_for_this_cell(to: str | None, is_said: bool) -> None:
    market: Any = {"market": (share("companies", 1, 5000),), "equivalences": (claim("claimed", to),)}
    (near, *_) = english(f"{CONSULTING}/7", "responsibility", seller(sale("a", **LARGE, **market)))
    assert near.endswith("; an equivalence is claimed and not decided yet") is is_said


def test_what_the_source_lacks_is_no_near_miss_and_is_said_once() -> None:
    served: Any = {"activities": ("hardware-maintenance",)}
    record = hardware_five(
        *(engagement(each, customers="whole-industry", **served) for each in "ab"),
        engagement("c", customers="specific-user", **served),
    )
    assert part(f"{HARDWARE}/5", "responsibility", record).details[2:] == (
        Text(
            ja="ほかの案件がレベル4に届くかどうかは言えない(レベル4のセルが手元の資料にない)",
            en="whether other engagements reach level 4 cannot be said: that cell is missing from the source",
        ),
    )


def test_the_best_of_a_list_is_said_and_not_again_as_a_near_miss() -> None:
    two = (engagement("a", conditions=("multi-vendor",)), engagement("b", conditions=()))
    assert part(f"{HARDWARE}/5", "complexity", person(*two), of="itss/v3-2011").details == (
        Text(ja="最も近い案件: a、1つ(マルチベンダ環境)", en="best: a with 1 (several vendors)"),
    )
    none = person(engagement(conditions=()))
    assert part(f"{HARDWARE}/5", "complexity", none, of="itss/v3-2011").details == ()
    assert lines(once(conditions(3)), person(*two)) == ["best: a with 1 (several vendors)"]


def test_each_size_that_would_do_has_a_line() -> None:
    small = sale("a", sizes={"peak_persons": 0, "annual_contract_value_yen": 0}, conditions=())
    said = part("sales/product-sales/6", "size", seller(replace(small, fields=("product-sales",))))
    assert said.headline == Text(ja="求められるサイズの案件なし", en="no engagement has one of the sizes asked")
    assert said.details[:2] == (
        Text(
            ja="求められるサイズ: ピーク時の要員数が50人以上、または年間契約金額が5億円以上",
            en="asked: persons at the peak: 50 persons or more, or annual contract value: JPY 500 million or more",
        ),
        Text(
            ja="求められるサイズ: 複雑性の条件4つ以上に当たり、ピーク時の要員数が10人以上、または年間契約金額が1億円以上",
            en="asked: with 4 or more of the conditions under complexity: persons at the peak: 10 persons or more, "
            "or annual contract value: JPY 100 million or more",
        ),
    )


def test_a_size_with_its_equivalent_is_one_size() -> None:
    asked = once(Either(of=(WHOLE_REGION, Recognised(as_one_of=frozenset({"x/5/size/1"})))))
    said = headline(judge(asked, person(), on=ON), person(), names)
    assert said.en == (
        "no engagement has the size asked: users served: “a whole wide region or industry” or wider, "
        "or recognised as equivalent by an assessor"
    )
    assert lines(asked, person()) == []


def test_facts_of_the_own_list_come_first_and_no_more_than_four() -> None:
    first, last = rooms(9), Every(of=(rooms(3), sites(2)))
    asked = once(
        Reaches(level=4, ways=(Way(level=4, trait=sites(1)), Way(level=5, trait=first), Way(level=6, trait=last))),
        role=None,
    )
    record = person(engagement("a"), engagement("b"), engagement("c"), complete=())
    assert lines(asked, record)[-1] == (
        "would settle it: network sites of a; network sites of b; network sites of c; "
        "whether the list of engagements is complete; and 3 more"
    )


def test_the_times_that_are_open_ask_for_the_facts_of_their_own_level_first() -> None:
    high, low = Way(level=6, trait=rooms(5)), Way(level=5, trait=conditions(2))
    asked = times((6, Reaches(level=6, ways=(high,))), (5, Reaches(level=5, ways=(low, high))))
    record = person(engagement("a", conditions=("multi-vendor",), has_all_conditions=False), complete=())
    assert lines(asked, record)[-1] == (
        "would settle it: further conditions of a, or that its list is complete; "
        "whether the list of engagements is complete; computer rooms of a"
    )
    held = person(engagement("a"), engagement("b"))
    assert lines(asked, held)[-1] == "would settle it: computer rooms of b"


@pytest.mark.parametrize(
    ("trait", "changes", "fact"),
    [
        (Recognised(as_one_of=frozenset({"x"})), {"equivalences": (claim("claimed", "x"),)}, "the decision on the"),
        (Reaches(level=4, ways=(Way(level=4, trait=Unprinted(cell="x/4")),)), {}, "whether other engagements reach"),
    ],
)
def test_a_single_fact_is_asked_for(trait: Any, changes: dict[str, Any], fact: str) -> None:
    (said,) = [line for line in lines(years(1, trait), person(engagement(**changes))) if "nearly" not in line]
    assert fact in said


def test_the_customers_and_the_market_of_the_own_list_are_asked_for() -> None:
    assert english(f"{HARDWARE}/5", "size", person(engagement()), of="itss/v3-2011")[-1] == (
        "would settle it: the users served by core"
    )
    unsaid = english(f"{CONSULTING}/6", "responsibility", seller(sale("a", market=None), complete=()))
    assert unsaid[-1].startswith("would settle it: the market that a answers for; ")


def test_an_engagement_has_its_title_beside_its_id() -> None:
    titled = engagement("core", title=Text(ja="勘定系の更新", en="A new core"), customers="whole-industry")
    assert part(f"{HARDWARE}/5", "responsibility", hardware_five(titled), of="itss/v3-2011").details == (
        Text(ja="core「勘定系の更新」(2020年4月から2023年3月)", en="core, A new core (2020-04 to 2023-03)"),
    )


def test_whatever_hangs_on_a_month_is_named() -> None:
    note = "this hangs on a month without a day: record the day of {} to be sure"
    juniors = hardware_five(mentoring=(mentoring("ito", "2026-04"),))
    assert english(f"{HARDWARE}/5", "mentoring", juniors)[-1] == note.format("ito")
    books = hardware_five(contributions=(*hardware_five().contributions[:2], contribution("patent", "2026-04")))
    assert english(f"{HARDWARE}/5", "succession", books)[-1] == note.format("patent")
    passed = person(qualifications=(qualification("AP", "2026-04"),))
    said = english(f"{HARDWARE}/3", "minimum_by_examination", passed, of="itss/v3-2011")
    assert said[-1] == note.format("Applied IT Engineer Examination")
    area = hardware_five(expertise=(expertise("service-level-management", since="2026-04"),))
    assert english(f"{HARDWARE}/5", "expertise", area, of="itss/v3-2011")[-1] == note.format("service level management")


def test_what_hangs_on_the_month_of_nothing_that_counted_says_so_all_the_same() -> None:
    asked = cell(f"{HARDWARE}/5", {"circumstances.examined": "confirmed"})
    record = hardware_five(confirmations=(confirmation(f"{V3_2011}/{HARDWARE}/5", on="2026-04"),))
    said = explain(judge_cell(asked, record, on=ON), record, names)[0]
    assert said.details[-1] == Text(
        ja="日が書かれていない月によって結果が変わりうる。日を記録すると確かになる",
        en="this hangs on a month without a day: record the day to be sure",
    )


def test_one_area_is_said_as_one() -> None:
    asked = Areas(at_least=1, of=("stable-operation",), degree=or_above("guides-others"), reach=None)
    for complete, words in (
        (
            ("expertise",),
            ("求められる領域は「他者の指導」以上ではない", "the area asked is not held at “guides others”"),
        ),
        ((), ("求められる領域に「他者の指導」以上の記録なし", "the area asked is not on record at “guides others”")),
    ):
        record = person(complete=complete)
        said = headline(judge(asked, record, on=ON), record, names)
        assert (said.ja, said.en) == (
            f"{words[0]}: システムの安定稼動",
            f"{words[1]} or above: stable operation of the system",
        )


def test_a_list_with_a_mandatory_condition_says_so() -> None:
    asked = once(conditions(2, must_include=("new-technology",)))
    assert headline(judge(asked, person(), on=ON), person(), names).en.endswith(
        "around the clock, all year; new or little-used technology (required: new or little-used technology)"
    )
    nobody = person(complete=())
    assert headline(judge(asked, nobody, on=ON), nobody, names).ja.startswith(
        "次の3つの条件のうち2つに当てはまる案件の記録なし: "
    )


def test_some_sizes_are_not_on_record() -> None:
    said = part(f"{FACILITY}/6", "size", facility_six(facility("hub", sizes={}), complete=()), of="itss/v3-2011")
    assert said.headline == Text(
        ja="求められるサイズの案件の記録なし", en="no engagement on record shows one of the sizes asked"
    )


def test_what_has_no_further_lines_has_none() -> None:
    for asked in (Mentors(), Passed(any_of=("AP",), within_years=None)):
        assert lines(asked, person()) == []
    met = Kinds(at_least=1, of=("book",), subject="technique", within_years=None)
    assert lines(met, person(contributions=(contribution("book"),))) == []


def test_a_near_miss_of_a_market_elsewhere_is_said_without_it() -> None:
    proof = judge(once(rooms(5)), person(), on=ON)
    assert isinstance(proof.criterion, Once)
    near = replace(proof, near_misses=(NearMiss(evidence="core", fact="role", have="leader", need="responsible"),))
    said = list(details(near, cell(f"{HARDWARE}/5").indicator, person(), names))
    assert [each.en for each in said] == ["nearly: core — the role is “leader”; “person responsible” or above asked"]


def test_a_fact_that_is_short_in_years_is_a_near_miss() -> None:
    record = hardware_five(engagement("a", conditions=("multi-vendor",), customers="whole-industry"))
    (near,) = english(f"{HARDWARE}/5", "responsibility", record, of="itss/v3-2011")
    assert near.startswith("nearly: a — 1 of 2 conditions")


def test_the_best_of_a_list_is_the_one_with_the_most() -> None:
    two = person(engagement("a", conditions=("multi-vendor",)), engagement("b"))
    assert lines(once(conditions(3)), two) == ["best: b with 2 (several vendors; around the clock, all year)"]


def test_numbers_that_hold_together_with_conditions_are_said_together() -> None:
    asked = once(Either(of=(Every(of=(rooms(3), sites(100), conditions(3))), rooms(9))))
    assert lines(asked, person())[0] == (
        "asked: with 3 or more of the conditions under complexity: "
        "computer rooms: 3 rooms or more and network sites: 100 sites or more"
    )
    proof = judge(asked, person(), on=ON)
    said = next(details(proof, cell(f"{HARDWARE}/5").indicator, person(), names))
    assert "コンピュータルームの数が3箇所以上、かつネットワークの拠点の数が100拠点以上" in said.ja


def test_a_claim_is_said_where_customers_or_a_market_fell_short_and_nowhere_else() -> None:
    band = f"itss/v3-2011/{HARDWARE}/5/size/1"
    served: dict[str, Any] = {"customers": "part-of-industry", "equivalences": (claim("claimed", band),)}
    (near,) = [
        line
        for line in english(f"{HARDWARE}/5", "size", hardware_five(engagement("a", **served)), of="itss/v3-2011")
        if line.startswith("nearly")
    ]
    assert near.endswith("; an equivalence is claimed and not decided yet")
    asked = once(Either(of=(WHOLE_REGION, Recognised(as_one_of=frozenset({band})))))
    member = engagement("a", role="member", **(served | {"customers": "nationwide"}))
    (role,) = [line for line in lines(asked, person(member)) if line.startswith("nearly")]
    assert role.startswith("nearly: a — the role is ")
    assert "claimed" not in role


def test_exactly_four_facts_leave_none_to_be_counted() -> None:
    asked = once(rooms(5))
    assert lines(asked, person(*(engagement(each) for each in "abcd")))[-1] == (
        "would settle it: computer rooms of a; computer rooms of b; computer rooms of c; computer rooms of d"
    )


@pytest.mark.parametrize(
    ("own", "changes", "fact"),
    [
        (WHOLE_REGION, {}, "the users served by a"),
        (Recognised(as_one_of=frozenset({"x"})), {"equivalences": (claim("claimed", "x"),)}, "the decision on the equivalence claimed for a"),
        (sites(1), {}, "network sites of a"),
    ],
)  # fmt: skip
def test_the_facts_of_the_own_list_come_before_those_of_higher_cells(
    own: Any, changes: dict[str, Any], fact: str
) -> None:
    higher = Reaches(level=6, ways=(Way(level=6, trait=rooms(5)),))
    record = person(engagement("a", **changes), complete=())
    assert lines(once(Either(of=(own, higher))), record)[-1] == (
        f"would settle it: {fact}; whether the list of engagements is complete; computer rooms of a"
    )


def test_the_facts_that_years_and_areas_lack_come_before_the_list() -> None:
    record = person(engagement("a"), expertise=(expertise("stable-operation", degree=None),), complete=())
    assert lines(years(1, rooms(5)), record)[-1] == (
        "would settle it: computer rooms of a; whether the list of engagements is complete"
    )
    missing = Reaches(level=4, ways=(Way(level=4, trait=Unprinted(cell="x/4")), Way(level=5, trait=rooms(5))))
    assert lines(years(1, missing), record)[-2] == (
        "would settle it: computer rooms of a; whether the list of engagements is complete"
    )
    asked = Areas(at_least=1, of=("stable-operation",), degree=or_above("guides-others"), reach=None)
    assert lines(asked, record)[-1] == (
        "would settle it: the degree of “stable operation of the system”; whether the list of expertise is complete"
    )


def test_the_market_of_the_very_cell_is_said_inside_criteria_put_together_too() -> None:
    asked = cell(f"{CONSULTING}/7", {"circumstances.examined": "confirmed"}, of=V3_2008)
    record = seller(sale("a", **LARGE, market=()))
    said = explain(judge_cell(asked, record, on=ON), record, edition(V3_2008).vocabulary.name)[0]
    assert said.details[0].en.endswith("a whole specific industry, or 3 specific sub-industries asked")
