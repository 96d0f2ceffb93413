"""What becomes of a part whose printed words were not understood when they were read in?"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from kijun.evidence import Person
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedCell, ResolvedEdition, resolve_edition
from kijun.growth.explain_addition import say_addition
from kijun.growth.plan_cell import plan_cell
from kijun.judgement import judge_cell, judge_edition
from kijun.judgement.explain import explain
from kijun.judgement.record_judgement import EditionJudgement
from kijun.verdict import MET, NOT_MET, UNKNOWN
from tests.builders import ON, V3_2011, confirmation, edition, names, person
from tests.growth.planned import best
from tests.people import HARDWARE, hardware_five

HARDWARE_5 = f"{V3_2011}/{HARDWARE}/5"
SIZE = f"{HARDWARE_5}/size"


@cache
def resolved(policy: tuple[tuple[str, str], ...] = ()) -> ResolvedEdition:
    """Return the shipped edition as if the size of hardware 5 had not been understood."""
    printed = edition()
    unread = replace(printed.indicators[HARDWARE_5], size=None, size_clause=None, unread=("size",))
    half = replace(printed, indicators={**printed.indicators, HARDWARE_5: unread})
    return resolve_edition(half, choose(half.points, dict(policy)))


def half_read(**policy: str) -> ResolvedCell:
    answers = tuple((name.replace("_", "."), answer) for name, answer in policy.items())
    return resolved(answers).cells[HARDWARE_5]


def said(who: Person, part: str) -> tuple[str, str]:
    judged = judge_cell(half_read(), who, on=ON)
    headline = next(each.headline for each in explain(judged, who, names) if each.name == part)
    return headline.ja, headline.en


def confirmed(decision: str = "confirmed", **changes: Any) -> Person:
    return hardware_five(confirmations=(confirmation(SIZE, decision),), **changes)


def test_it_is_unknown_until_an_assessor_confirms_it() -> None:
    judged = judge_cell(half_read(), hardware_five(), on=ON)
    assert judged.verdict is UNKNOWN
    assert {name: part.verdict for name, part in judged.parts.items() if part.verdict is not MET} == {
        "responsibility": UNKNOWN,
        "size": UNKNOWN,
    }
    assert judge_cell(half_read(), confirmed(), on=ON).verdict is MET
    assert judge_cell(half_read(), confirmed("refused"), on=ON).verdict is NOT_MET


def test_what_can_be_judged_without_it_still_is() -> None:
    judged = judge_cell(half_read(), person(), on=ON)
    assert (judged.parts["responsibility"].verdict, judged.parts["size"].verdict) == (NOT_MET, UNKNOWN)


def test_a_word_on_the_circumstances_of_the_cell_is_none_on_the_part() -> None:
    who = hardware_five(confirmations=(confirmation(HARDWARE_5),))
    judged = judge_cell(half_read(circumstances_examined="confirmed"), who, on=ON)
    assert judged.parts["size"].verdict is UNKNOWN


@pytest.mark.parametrize(
    ("who", "ja", "en"),
    [
        (
            hardware_five(),
            "サイズの印刷された言葉は読み取りで理解できなかった。評価者が読む必要がある",
            "the printed words of size were not understood when they were read in; an assessor has to read them",
        ),
        (confirmed(), "サイズの印刷された言葉は評価者が読んで確認", "the printed words of size read and confirmed"),
        (
            confirmed("refused"),
            "サイズの印刷された言葉は、評価者が読んで認めていない",
            "the printed words of size read by an assessor, and refused",
        ),
    ],
    ids=["unknown", "confirmed", "refused"],
)
def test_the_proof_says_so(who: Person, ja: str, en: str) -> None:
    assert said(who, "size") == (ja, en)


def test_the_proof_names_the_word_that_would_settle_it() -> None:
    judged = judge_cell(half_read(), hardware_five(), on=ON)
    lines = [line.en for each in explain(judged, hardware_five(), names) for line in each.details]
    assert "would settle it: an assessor's word on size" in lines


def test_a_plan_has_the_word_of_an_assessor_once() -> None:
    who = hardware_five()
    cells = judge_edition(resolved(), who, on=ON)
    judged = EditionJudgement(edition=resolved(), cells=cells, levels={})
    growth = plan_cell(HARDWARE_5, judged, who, on=ON)
    assert best(growth) == [f"confirmed {SIZE}"]
    assert growth.best is not None
    (step,) = growth.best.steps
    assert say_addition(step.addition, names).en == (
        "an assessor reads the printed words of size, which were not understood, and confirms them"
    )
    assert "サイズの印刷された言葉" in say_addition(step.addition, names).ja
