"""How is a plan said to a person?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from kijun.evidence import LISTS, Person
from kijun.growth.addition import FactRecorded
from kijun.growth.explain import explain_plan, say_plan, say_unlisted
from kijun.growth.plan import Plan, Step
from kijun.text import Text
from tests.builders import ON, V3_2008, edition, engagement, person, share
from tests.growth.planned import planned
from tests.people import CONSULTING, FACILITY, HARDWARE, facility_six, hardware_five, sale, seller

H3, H5, F6 = f"{HARDWARE}/3", f"{HARDWARE}/5", f"{FACILITY}/6"


def _said(who: Person, below: str, **how: object) -> list[tuple[str, int, str, list[str]]]:
    plan = planned(who, below, **how).plans[0]  # type: ignore[arg-type]  # the keywords are those of planned
    words = edition(str(how.get("of", "itss/v3-2011"))).vocabulary.name
    return [
        (each.part, each.count, each.headline.en, [detail.en for detail in each.details])
        for each in explain_plan(plan, words)
    ]


def test_kinds_that_are_short_are_said_together_with_what_would_do_instead() -> None:
    [(part, count, headline, details)] = _said(hardware_five(contributions=()), H5)
    assert (part, count) == ("succession", 3)
    assert headline == (
        "hand on a technique: 3 kinds (activity in a professional community, book, paper outside the company)"
    )
    assert details == [
        (
            "instead of any of them: paper inside the company, lecturer outside the company, lecturer inside the company,"
            " patent application"
        )
    ]


def test_items_of_which_none_is_left_have_nothing_instead() -> None:
    [(part, count, headline, details)] = _said(hardware_five(), H5, policy={"proficiency.decides": "all-items"})
    assert (part, count, details) == ("proficiency", 11, [])
    assert headline.startswith("be rated level 5 or above by an assessor: 11 items (system maintenance management,")


def test_times_of_one_kind_are_said_together_and_the_hardest_by_itself() -> None:
    first, others, *_ = _said(person(), F6)
    assert first[:3] == ("responsibility", 1, "a new engagement at the complexity and size of level 6 or above")
    assert others[:3] == ("responsibility", 2, "2 new engagements at the complexity and size of level 5 or above")
    assert [each.partition(":")[0] for each in others[3][1:]] == ["complexity", "size"]


def test_what_would_do_instead_is_said_by_name_where_it_is_of_the_same_kind_and_in_full_where_it_is_not() -> None:
    half = engagement("bank", customers="whole-industry", conditions=("multi-vendor",), has_all_conditions=False)
    [(_, _, headline, [conditions])] = _said(hardware_five(half), H5)
    assert headline == "record of bank, if it was so: the condition “runs across platforms”"
    assert conditions.startswith("or: new or little-used technology; ")
    silent = seller(sale("a", market=(share("companies", 3, None),)), sale("b"), sale("c"))
    [(_, _, _, details)] = _said(silent, f"{CONSULTING}/5", of=V3_2008)
    assert [each.startswith("or: ") for each in details] == [True] * 5
    assert details[1] == "or: a new engagement at the complexity and size of level 4 or above"


def test_an_examination_is_said_with_the_others_that_would_do() -> None:
    policy = {"examination.effect": "satisfies", "examination.others": "FE"}
    [(part, _, headline, details)] = _said(person(), H3, policy=policy)
    assert (part, headline) == (
        "minimum_by_examination",
        "pass the examination: Applied IT Engineer Examination",
    )
    assert len(details) == 1


@pytest.mark.parametrize(
    ("who", "en", "ja"),
    [
        (hardware_five(), "nothing to do: it is met", "することはない(満たしている)"),
        (hardware_five(mentoring=()), "1 step", "1手"),
        (hardware_five(mentoring=(), expertise=()), "2 steps", "2手"),
        (person(), "6 steps, 31 March 2029 at the earliest", "6手、早ければ2029年3月31日"),
    ],
)
def test_a_plan_says_how_many_steps_it_has_and_a_day_only_where_days_are_served(who: Person, en: str, ja: str) -> None:
    assert say_plan(planned(who, H5).plans[0]) == Text(ja=ja, en=en)


def test_lists_that_may_hold_more_are_named_where_a_step_adds_to_them() -> None:
    plan = planned(person(), H5).plans[0]
    said = say_unlisted(plan, frozenset({"engagements", "mentoring"}))
    assert said is not None
    assert said.en == "Not declared complete: expertise, contributions. What is there already only has to be recorded."
    assert say_unlisted(plan, frozenset(LISTS)) is None
    assert say_unlisted(planned(facility_six(), F6).plans[0], frozenset()) is None


def test_of_very_many_facts_that_would_do_some_are_said_and_the_rest_counted() -> None:
    facts = tuple(FactRecorded(engagement=f"job-{each}", fact="customers", value="nationwide") for each in range(500))
    step = Step(part="size", addition=facts[0], instead=facts[1:])
    [said] = explain_plan(Plan(steps=(step,), day=ON), edition("itss/v3-2011").vocabulary.name)
    assert len(said.details) == 9
    assert said.details[-1].en == "or: 491 more like these (all of them: `kijun plan --format json`)"
    assert "491" in said.details[-1].ja
    [few] = explain_plan(
        Plan(steps=(replace(step, instead=facts[1:9]),), day=ON), edition("itss/v3-2011").vocabulary.name
    )
    assert few.details == said.details[:8]
