"""Is a difference never left without a reason, and are the reasons the nearest ones?"""

from __future__ import annotations

from dataclasses import replace

from kijun.evidence import Person
from kijun.framework.compare.editions import compare
from kijun.framework.policy import choose
from kijun.framework.resolve import resolve_edition
from kijun.judgement.change_causes import Difference, causes
from kijun.judgement.judge import judge_edition
from kijun.judgement.proof import PartJudgement
from tests.builders import ON, V3_2011, edition
from tests.people import HARDWARE, hardware_five

FIVE = f"{V3_2011}/{HARDWARE}/5"


def judged(person: Person) -> PartJudgement:
    resolved = resolve_edition(edition(), choose(edition().points, {}))
    return judge_edition(resolved, person, on=ON)[FIVE].parts["expertise"]


def test_options_that_nobody_has_on_record_are_named_where_nothing_else_can_be_why() -> None:
    cell = edition().indicators[FIVE]
    assert cell.expertise is not None
    fewer = replace(cell, expertise=replace(cell.expertise, of=cell.expertise.of[:4]))
    comparison = compare(edition(), replace(edition(), indicators={**edition().indicators, FIVE: fewer}))
    with_area, without = hardware_five(), hardware_five(expertise=())
    difference = Difference(
        cell=f"{HARDWARE}/5",
        part="expertise",
        old=judged(with_area),
        new=judged(without),
        old_cell=cell,
        new_cell=fewer,
    )
    assert difference.is_worse
    named = {change.old.value for change in causes(difference, comparison, with_area)}
    assert named == {"service-level-management"}
    assert {change.old.value for change in causes(difference, comparison, without)} == set(cell.expertise.of[4:])
