"""Which of the plans is the best, and which are as small?"""

from __future__ import annotations

from datetime import date

from kijun.growth.addition import KindHandedOn, MentoringBegun
from kijun.growth.plan import Growth, Plan, Step
from tests.builders import ON

_ONE = Step(part="mentoring", addition=MentoringBegun())
_OTHER = Step(part="succession", addition=KindHandedOn(kind="book"))


def test_the_first_plan_is_the_best_and_those_with_as_few_steps_are_the_smallest() -> None:
    first, second = Plan(steps=(_ONE,), day=ON), Plan(steps=(_OTHER,), day=date(2027, 4, 1))
    larger = Plan(steps=(_ONE, _OTHER), day=ON)
    growth = Growth(cell="cell", plans=(first, second, larger))
    assert growth.best is first
    assert growth.smallest == (first, second)


def test_where_nothing_could_make_a_cell_met_there_is_no_plan() -> None:
    growth = Growth(cell="cell", plans=())
    assert growth.best is None
    assert growth.smallest == ()
