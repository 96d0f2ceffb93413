"""Which skill items does a cell ask to be rated, once it is known who decides?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.citation import Citation
from kijun.criteria import Rated
from kijun.errors import BadPolicy
from kijun.framework.edition import Edition
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedCell, ResolvedPart, resolve
from tests.framework.small import alpha, edition, indicator_files, point, policy_file
from tests.framework.small_skills import ALPHA, skilled

TRUST, WIRING = "service/alpha/trust", "service/alpha/wiring"
ALL_ITEMS = {"proficiency.decides": "all-items"}


def asking(**asked: Any) -> Edition:
    """Return the small standard where alpha 3 asks this of its skill items, and policy has an answer to whose rating decides."""
    files = indicator_files()
    files[0]["cells"] = [alpha(3, proficiency=asked), alpha(2)]
    by = point("ratings.by", "assessor", "superior", "anyone")
    return skilled(indicators=files, policy=[*policy_file(), by])


def resolved(small: Edition, path: str = f"{ALPHA}/3", **policy: str) -> ResolvedCell:
    answers = {name.replace("_", "."): answer for name, answer in policy.items()}
    return resolve(small.indicators[path], small, choose(small.points, answers))


def test_the_items_named_are_asked_at_the_level_that_is_printed() -> None:
    cell = resolved(asking(at_least=1, of=["wiring"], level=2))
    rated = Rated(at_least=1, of=(WIRING,), level=2, by=("assessor",))
    assert cell.parts["proficiency"] == ResolvedPart(criterion=rated, policies=("ratings.by",))
    assert cell.deciding[-1] == "proficiency"


def test_all_items_are_those_with_a_proficiency_at_the_level() -> None:
    cell = resolved(asking(at_least=2, of="all", level=3))
    assert cell.parts["proficiency"].criterion == Rated(at_least=2, of=(TRUST, WIRING), level=3, by=("assessor",))
    assert resolved(asking(at_least=1, of="all", level=1)).parts["proficiency"].criterion == Rated(
        at_least=1, of=(), level=1, by=("assessor",)
    )


@pytest.mark.parametrize(
    ("answer", "by"),
    [
        ("assessor", ("assessor",)),
        ("superior", ("assessor", "superior")),
        ("anyone", ("assessor", "superior", "self")),
    ],
)
def test_policy_says_whose_rating_decides(answer: str, by: tuple[str, ...]) -> None:
    rated = resolved(asking(at_least=1, of=["trust"], level=3), ratings_by=answer).parts["proficiency"].criterion
    assert isinstance(rated, Rated)
    assert rated.by == by


def test_an_assessor_decides_where_the_edition_has_no_answer() -> None:
    small = skilled()
    cell = resolve(small.indicators[f"{ALPHA}/3"], small, choose(small.points, ALL_ITEMS))
    rated = cell.parts["proficiency"].criterion
    assert isinstance(rated, Rated)
    assert rated.by == ("assessor",)


def test_where_proficiencies_decide_every_item_is_asked_at_the_level_of_the_cell() -> None:
    small = skilled()
    cell = resolve(small.indicators[f"{ALPHA}/2"], small, choose(small.points, ALL_ITEMS))
    rated = Rated(at_least=2, of=(TRUST, WIRING), level=2, by=("assessor",))
    assert cell.parts["proficiency"] == ResolvedPart(criterion=rated, policies=("proficiency.decides", "ratings.by"))
    assert cell.indicator.cited("proficiency") == Citation(document="d1", line=14, revision="first")
    assert (list(cell.parts)[:-1], cell.deciding[-1]) == (list(resolved(small, f"{ALPHA}/2").parts), "proficiency")


def test_where_proficiencies_decide_what_a_cell_prints_of_its_own_is_left_aside() -> None:
    small = asking(at_least=1, of=["wiring"], level=2)
    rated = resolve(small.indicators[f"{ALPHA}/3"], small, choose(small.points, ALL_ITEMS)).parts["proficiency"]
    assert rated.criterion == Rated(at_least=2, of=(TRUST, WIRING), level=3, by=("assessor",))


def test_cells_of_fields_without_skill_items_keep_their_other_parts() -> None:
    small, policy = skilled(), choose(skilled().points, ALL_ITEMS)
    gamma = small.indicators["acme/1/sales/gamma/3"]
    assert resolve(gamma, small, policy) == resolve(gamma, small, choose(small.points, {}))


def test_a_standard_without_skill_items_is_refused_where_proficiencies_are_to_decide() -> None:
    small = edition()
    with pytest.raises(BadPolicy, match="holds no skill items"):
        resolve(small.indicators[f"{ALPHA}/3"], small, choose(small.points, ALL_ITEMS))
