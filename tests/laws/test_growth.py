"""Does every plan make its cell met, and nothing less than the plan?

20,000 pairs of a person and a cell under the default policy, fewer under others; the summary of the run says how many.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kijun.evidence import Person
from tests.laws.planning import DEFAULT, POLICIES, SAMPLED, Tried, careers, growths, resolved, try_person
from tests.laws.single_additions import smaller_set

_PAIRS = 20_000
_FEWER = 1_500
_MOST_STEPS = 3
_CHECKED_BY_FORCE = 4
"""Of how many cells of a person it is tried whether fewer steps would do."""

Record = Callable[[str, object], None]


@pytest.mark.parametrize("policy", POLICIES)
def test_a_plan_makes_the_cell_met_and_no_part_of_it_does(policy: str, record_property: Record) -> None:
    under = resolved(policy)
    tried = Tried()
    wanted = _PAIRS if policy == DEFAULT else _FEWER
    a_person = sum(len(edition.cells) for edition in under)

    @settings(max_examples=-(-wanted // a_person))
    @given(careers(), st.integers(0, 2**32))
    def law(person: Person, number: int) -> None:
        for edition in under:
            try_person(person, edition, Random(number), tried, sampled=SAMPLED)

    law()
    counts = ", ".join(f"{count:,} {name}" for name, count in tried.counts.items())
    record_property("tried", f"plans under {policy}: {counts}")
    assert tried.pairs >= wanted


@settings(max_examples=12)
@given(careers(), st.integers(0, 2**32))
def test_no_smaller_set_of_single_additions_makes_the_cell_met(person: Person, number: int) -> None:
    random = Random(number)
    for edition in resolved(DEFAULT):
        judged, found = growths(person, edition)
        small = [path for path, growth in found.items() if growth.best and 2 <= len(growth.best.steps) <= _MOST_STEPS]
        for path in random.sample(small, min(_CHECKED_BY_FORCE, len(small))):
            best = found[path].plans[0]
            assert smaller_set(judged.cells[path].cell, person, fewer_than=len(best.steps)) is None, (path, best)
