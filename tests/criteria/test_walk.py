"""Is everything found that stands inside a criterion?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.criteria import AllOf, AnyOf, Criterion, Mentors, Trait
from kijun.criteria.walk import inside, walk
from tests.builders import once
from tests.criteria.nodes import (
    AREA,
    BOTH,
    CRITERIA,
    EITHER,
    EXAM,
    LEVEL,
    LIST,
    MISSING,
    ONE,
    ROOMS,
    SEEN,
    SERVICE,
    SIZES,
    SLOTS,
    TRAITS,
    WHOLE,
    kind,
)

OUTER = {
    *("AllOf", "AnyOf", "Every", "Either", "Once", "Years", "Times", "Reaches"),
}


@pytest.mark.parametrize(
    ("node", "found"),
    [
        (BOTH, (SLOTS, SEEN)),
        (EITHER, (EXAM, Mentors())),
        (WHOLE, (LIST, SIZES)),
        (SIZES, (ROOMS, AREA)),
        (ONE, (LIST,)),
        (SERVICE, (LEVEL,)),
        (SLOTS, (WHOLE, LEVEL)),
        (LEVEL, (MISSING, WHOLE)),
    ],
    ids=kind,
)
def test_what_stands_directly_inside_comes_in_order(
    node: Criterion | Trait, found: tuple[Criterion | Trait, ...]
) -> None:
    assert inside(node) == found


@pytest.mark.parametrize("node", [node for node in (*TRAITS, *CRITERIA) if kind(node) not in OUTER], ids=kind)
def test_nothing_stands_inside_a_leaf(node: Criterion | Trait) -> None:
    assert inside(node) == ()


def test_a_walk_goes_outermost_first_and_in_order() -> None:
    assert list(walk(BOTH)) == [BOTH, SLOTS, WHOLE, LIST, SIZES, ROOMS, AREA, LEVEL, MISSING, SEEN]


def test_what_is_shared_comes_once() -> None:
    one, other = once(LIST), once(LIST)
    assert list(walk(AnyOf(of=(AllOf(of=(one, other)), one)))).count(LIST) == 1


def test_what_is_no_criterion_is_refused() -> None:
    stranger: Any = "a word"
    with pytest.raises(AssertionError):
        inside(stranger)
