"""Which parts of a cell are short, and which are open?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from kijun.evidence import Person
from kijun.judgement import judge_cell
from tests.builders import ON, cell
from tests.people import HARDWARE, hardware_five

_ALL_BUT_TWO = frozenset({"engagements", "contributions", "qualifications", "ratings"})


@pytest.mark.parametrize(
    ("record", "short", "unsure", "is_one_short"),
    [
        (hardware_five(), (), (), False),
        (hardware_five(mentoring=()), ("mentoring",), (), True),
        (hardware_five(expertise=(), mentoring=()), ("expertise", "mentoring"), (), False),
        (hardware_five(mentoring=(), complete=_ALL_BUT_TWO), (), ("mentoring",), False),
        (hardware_five(expertise=(), mentoring=(), complete=_ALL_BUT_TWO), (), ("expertise", "mentoring"), False),
        (
            hardware_five(contributions=(), mentoring=(), complete=_ALL_BUT_TWO),
            ("succession",),
            ("mentoring",),
            False,
        ),
    ],
)
def test_short_parts_are_not_met_and_open_parts_unknown(
    record: Person, short: tuple[str, ...], unsure: tuple[str, ...], is_one_short: bool
) -> None:
    judged = judge_cell(cell(f"{HARDWARE}/5"), record, on=ON)
    assert (judged.short_parts, judged.open_parts, judged.is_one_part_short) == (short, unsure, is_one_short)


def test_a_part_that_the_organisation_does_not_require_is_never_short() -> None:
    asked = cell(f"{HARDWARE}/5", {"parts.required": "complexity,mentoring"})
    judged = judge_cell(asked, hardware_five(expertise=(), mentoring=()), on=ON)
    assert (judged.short_parts, judged.is_one_part_short) == (("mentoring",), True)
    unsure = replace(hardware_five(expertise=(), mentoring=()), complete=frozenset())
    assert judge_cell(asked, unsure, on=ON).open_parts == ("mentoring",)
