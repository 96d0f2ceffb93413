"""Does a cell ask what its odd place probably meant, where an organisation follows the correction?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from kijun.framework.correction import corrected
from kijun.framework.edition import Correction, Flag
from kijun.framework.indicator import Bound
from kijun.text import same
from tests.framework.small import alpha, beta, indicator

ALPHA, BETA = indicator(alpha(3)), replace(indicator(beta(3)), path="acme/1/service/beta/3")


def flag(path: str, value: int, comparator: str | None = None) -> Flag:
    correction = Correction(path=path, value=value, comparator=comparator)
    return Flag(id="odd", about=same("odd"), citations=(), touches=(), correction=correction)


def test_the_count_of_kinds_is_corrected() -> None:
    changed = corrected(ALPHA, [flag(f"{ALPHA.path}/succession/at_least", 3)])
    assert changed.succession is not None
    assert (changed.succession.at_least, ALPHA.succession and ALPHA.succession.at_least) == (3, 2)
    assert changed.succession.of == ("book", "paper", "patent")


@pytest.mark.parametrize(
    ("comparator", "bound"), [(None, Bound(at_least=50)), ("below", Bound(below=50)), ("at_most", Bound(at_most=50))]
)
def test_a_bound_is_corrected_in_its_band_and_nowhere_else(comparator: str | None, bound: Bound) -> None:
    changed = corrected(BETA, [flag(f"{BETA.path}/size/1/area_m2/below", 50, comparator)])
    assert changed.size is not None
    assert [each.bounds for each in changed.size[0].any_of] == [
        {"rooms": Bound(at_least=3, at_most=4)},
        {"area_m2": bound},
    ]


def test_the_band_that_is_named_is_the_one_that_changes() -> None:
    assert BETA.size is not None
    two = replace(BETA, size=(BETA.size[0], BETA.size[0]))
    changed = corrected(two, [flag(f"{BETA.path}/size/2/rooms", 9)])
    assert changed.size is not None
    assert changed.size[0] == BETA.size[0]
    assert changed.size[1].any_of[0].bounds == {"rooms": Bound(at_least=9)}


def test_flags_of_other_cells_and_flags_without_a_correction_change_nothing() -> None:
    plain = replace(flag("x", 1), correction=None)
    others = [flag(f"{BETA.path}/succession/at_least", 3), flag(f"{ALPHA.path}0/succession/at_least", 3), plain]
    assert corrected(ALPHA, others) is ALPHA


@pytest.mark.parametrize("below", ["expertise/at_least", "size/1/area_m2"])
def test_a_correction_of_what_the_cell_does_not_have_is_a_mistake_in_the_standard(below: str) -> None:
    bare = replace(ALPHA, size=None)
    with pytest.raises(AssertionError, match=f"a correction of {below} is not understood"):
        corrected(bare, [flag(f"{bare.path}/{below}", 1)])


def test_a_correction_of_kinds_that_the_cell_does_not_ask_is_a_mistake_in_the_standard() -> None:
    with pytest.raises(AssertionError, match="succession/at_least is not understood"):
        corrected(BETA, [flag(f"{BETA.path}/succession/at_least", 3)])
