"""Is an answer taken only where the point offers it?"""

from __future__ import annotations

import pytest

from kijun.errors import BadPolicy
from kijun.framework.policy import ANSWERS, choose
from kijun.text import Text
from tests.framework.small import edition

POINTS = edition().points


def test_without_another_answer_every_point_has_its_default() -> None:
    policy = choose(POINTS, {})
    assert (policy["bands.floor"], policy["evidence.window"], policy["parts.required"]) == ("floor", "any", "all")


def test_a_point_that_an_edition_leaves_out_has_its_first_answer() -> None:
    policy = choose({"bands.floor": POINTS["bands.floor"]}, {})
    assert {name: policy[name] for name in ANSWERS} == {name: answers[0] for name, answers in ANSWERS.items()}


def test_a_point_that_an_edition_leaves_out_cannot_be_answered_otherwise() -> None:
    with pytest.raises(BadPolicy, match="is not a policy point"):
        choose({"bands.floor": POINTS["bands.floor"]}, {"some.means": "2"})


def test_an_organisation_answers_one_point_and_the_others_keep_their_default() -> None:
    policy = choose(POINTS, {"bands.floor": "literal"})
    assert (policy["bands.floor"], policy["fields.shared"]) == ("literal", "shared")


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("evidence.window", "1"),
        ("evidence.window", "99"),
        ("evidence.window", "any"),
        ("some.means", "2"),
        ("parts.required", "size"),
        ("parts.required", "size,expertise"),
        ("examination.others", "FE,SC-1.0"),
    ],
)
def test_a_number_or_a_list_of_ids_is_offered_where_the_point_says_so(point: str, answer: str) -> None:
    assert choose(POINTS, {point: answer})[point] == answer


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("evidence.window", "0"),
        ("evidence.window", "100"),
        ("evidence.window", "-1"),
        ("evidence.window", "five"),
        ("evidence.window", ""),
        ("some.means", "02"),
        ("parts.required", "size,"),
        ("parts.required", ",size"),
        ("parts.required", "size expertise"),
        ("bands.floor", "<n>"),
        ("bands.floor", "floor "),
        ("bands.floor", "FLOOR"),
    ],
)
def test_another_answer_is_refused_with_those_that_there_are(point: str, answer: str) -> None:
    with pytest.raises(BadPolicy) as refused:
        choose(POINTS, {point: answer})
    known = ", ".join(offered.id for offered in POINTS[point].answers)
    assert refused.value.text == Text(
        ja=f"「{point}」に「{answer}」という答えはありません。選べるもの: {known}。",
        en=f'"{answer}" is not an answer to "{point}". Answers: {known}.',
    )


def test_a_misspelt_point_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(BadPolicy) as refused:
        choose(POINTS, {"band.floor": "literal"})
    assert refused.value.text == Text(
        ja="「band.floor」という方針の項目はありません。「bands.floor」のことでしょうか。",
        en='"band.floor" is not a policy point. Did you mean "bands.floor"?',
    )


def test_a_point_that_is_like_none_is_refused_with_all_of_them() -> None:
    two = {name: POINTS[name] for name in ("bands.floor", "some.means")}
    with pytest.raises(BadPolicy) as refused:
        choose(two, {"xyz": "literal"})
    assert refused.value.text == Text(
        ja="「xyz」という方針の項目はありません。項目: bands.floor, some.means。",
        en='"xyz" is not a policy point. Points: bands.floor, some.means.',
    )
