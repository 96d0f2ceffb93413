"""What comes out where a policy meets a cell that it was not thought for?"""

from __future__ import annotations

from datetime import date

from kijun.criteria import Areas
from kijun.judgement import judge, judge_cell
from kijun.judgement.explain import say_outcome
from kijun.judgement.explain_headline import headline
from kijun.judgement.record_judgement import judge_editions
from kijun.judgement.summary import summaries
from kijun.verdict import MET, NOT_MET, UNKNOWN
from tests.builders import cell, edition, engagement, expertise, names, or_above, person, rooms
from tests.judgement.test_near_misses import nearly

ON = date(2026, 4, 1)
_THREE = "customer-service/hardware/3"


def test_a_cell_without_the_parts_that_are_required_is_decided_by_those_it_has() -> None:
    bare = judge_cell(cell(_THREE, {"parts.required": "succession"}), person(), on=ON)
    assert bare.verdict is NOT_MET
    assert "succession" not in bare.cell.deciding


def test_a_cell_that_only_an_open_examination_keeps_open_says_so() -> None:
    open_ones = person(complete=("engagements", "expertise", "contributions", "mentoring"))
    judged = judge_cell(cell(_THREE, {"examination.effect": "satisfies"}), open_ones, on=ON)
    assert judged.verdict is UNKNOWN
    assert say_outcome(judged).en == "unknown (minimum by examination)"


def test_nobody_is_summed_up_in_a_field_for_a_confirmation_alone() -> None:
    judged = judge_editions([edition()], person(), on=ON, policy={"circumstances.examined": "confirmed"})
    assert summaries(judged.editions[0], person()) == []


def test_a_number_above_its_upper_bound_is_no_near_miss() -> None:
    assert nearly(rooms(1, at_most=2), engagement("a", sizes={"computer_rooms": 12})) == ()
    (miss,) = nearly(rooms(1, at_most=2), engagement("a", sizes={"computer_rooms": 0}))
    assert (miss.have, miss.need) == (0, 1)


def test_an_entry_of_an_area_that_does_not_count_is_not_named() -> None:
    asked = Areas(
        at_least=1, of=("stable-operation",), degree=or_above("guides-others"), reach=or_above("company", "industry")
    )
    somebody = person(
        expertise=(
            expertise("stable-operation", degree="knows-basics", reach="company"),
            expertise("stable-operation", degree="guides-others", reach="none"),
            expertise("stable-operation", degree="guides-others", reach="industry"),
        )
    )
    proof = judge(asked, somebody, on=ON)
    assert proof.verdict is MET
    assert headline(proof, somebody, names).en.count("guides others") == 1
