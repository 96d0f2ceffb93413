"""Does a printed cell become criteria of numbers and sets, with every silent point answered?

Whose verdict an answer changes is shown in tests/judgement/test_policies.py.
"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.criteria import (
    AllOf,
    Amount,
    Areas,
    Clause,
    Conditions,
    Confirmed,
    Customers,
    Either,
    Every,
    Kinds,
    Mentors,
    Once,
    OrAbove,
    Passed,
    Reaches,
    Recognised,
    Slot,
    Times,
    Trait,
    Unprinted,
    Unspecified,
    Way,
    Years,
)
from kijun.errors import BadPolicy
from kijun.framework.edition import Edition
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedCell, resolve, resolve_edition
from tests.framework.small import alpha, edition, gamma, indicator_files

ALPHA, BETA, GAMMA = "acme/1/service/alpha", "acme/1/service/beta", "acme/1/sales/gamma"
EVERY_ROLE = OrAbove(least="member", accepted=frozenset({"member", "leader", "responsible"}))
LEADER = OrAbove(least="leader", accepted=frozenset({"leader", "responsible"}))
RESPONSIBLE = OrAbove(least="responsible", accepted=frozenset({"responsible"}))
SUCCEEDED = OrAbove(least="succeeded", accepted=frozenset({"succeeded"}))
PARTICIPATED = OrAbove(least="participated", accepted=frozenset({"participated", "succeeded"}))


def cell(path: str, small: Edition | None = None, **policy: str) -> ResolvedCell:
    printed = small or edition()
    chosen = choose(printed.points, {name.replace("_", "."): answer for name, answer in policy.items()})
    return resolve(printed.indicators[path], printed, chosen)


def criterion(path: str, part: str, small: Edition | None = None, **policy: str) -> Any:
    return cell(path, small, **policy).parts[part].criterion


def clause(*activities: str, **changes: Any) -> Clause:
    asked: dict[str, Any] = {
        "fields": None,
        "is_first_field_only": False,
        "role": None,
        "needs_all_activities": False,
        "outcome": PARTICIPATED,
        "within_years": None,
    }
    return Clause(activities=activities, **(asked | changes))


def list_of(level: int) -> Conditions:
    assert level in (2, 3)
    return Conditions(at_least=2, of=("old", "new", "far"), must_include=("old",))


def sizes(level: int) -> Trait:
    whole = Customers(reach=OrAbove(least="whole", accepted=frozenset({"a-whole"})))
    part = Customers(reach=OrAbove(least="part", accepted=frozenset({"a-part", "a-whole"})))
    equal = Recognised(as_one_of=frozenset({f"{ALPHA}/{level}/size/1"}))
    three = Conditions(at_least=3, of=("old", "new", "far"), must_include=())
    return Either(of=(Either(of=(whole, equal)), Every(of=(part, three))))


def way(level: int) -> Way:
    return Way(level=level, trait=Every(of=(list_of(level), sizes(level))))


def beta_way(level: int) -> Way:
    rooms, area = Amount(measure="rooms", at_least=level), Amount(measure="area_m2", at_least=1)
    asked = Conditions(at_least=1, of=("new", "wide"), must_include=())
    return Way(level=level, trait=Every(of=(asked, Either(of=(rooms, area)))))


def test_years_are_those_of_engagements_that_reach_the_level_or_a_higher_printed_one() -> None:
    assert criterion(f"{ALPHA}/2", "responsibility") == Years(
        at_least=2,
        level=2,
        clause=clause("install", "repair", role=LEADER, outcome=SUCCEEDED),
        trait=Reaches(level=2, ways=(way(2), way(3))),
    )
    assert criterion(f"{ALPHA}/3", "responsibility").trait == Reaches(level=3, ways=(way(3),))


def test_years_without_a_printed_level_are_those_of_the_cell() -> None:
    files = indicator_files()
    files[0]["cells"] = [alpha(3, responsibility={**alpha(3)["responsibility"], "years_at_level": None})]
    assert criterion(f"{ALPHA}/3", "responsibility", edition(indicators=files)).level == 3


def test_times_are_slots_hardest_first_each_at_its_level_or_a_higher_printed_one() -> None:
    served = clause("repair", role=EVERY_ROLE)
    missing = Way(level=1, trait=Unprinted(cell=f"{BETA}/1"))
    files = indicator_files()
    files[1]["cells"][1]["responsibility"]["slots"] = [1, 2]
    assert criterion(f"{BETA}/2", "responsibility", edition(indicators=files)) == Times(
        slots=(
            Slot(level=2, clause=served, trait=Reaches(level=2, ways=(beta_way(2), beta_way(3)))),
            Slot(level=1, clause=served, trait=Reaches(level=1, ways=(missing, beta_way(2), beta_way(3)))),
        )
    )


def test_the_market_stands_beside_the_level_in_every_slot() -> None:
    asked = criterion(f"{GAMMA}/3", "responsibility")
    (slot,) = asked.slots
    assert isinstance(slot.trait, Every)
    market, level = slot.trait.of
    assert isinstance(market, Either)
    assert isinstance(level, Reaches)
    far = Way(level=3, trait=Conditions(at_least=1, of=("far",), must_include=()))
    assert level.ways == (far,)


def test_the_market_stands_beside_the_years_too() -> None:
    files = indicator_files()
    service = {**gamma(3)["responsibility"], "measure": "years", "slots": None, "years_at_level": 3}
    files[2]["cells"] = [gamma(3, responsibility=service)]
    assert isinstance(criterion(f"{GAMMA}/3", "responsibility", edition(indicators=files)).trait, Every)


def test_role_and_market_bind_the_highest_slot_only_where_policy_says_so() -> None:
    files = indicator_files()
    service = {**gamma(3)["responsibility"], "at_least": 2, "slots": [2, 3]}
    files[2]["cells"][0] = gamma(3, responsibility=service)
    small = edition(indicators=files)
    chosen = choose(small.points, {"slots.role-and-market": "highest"})
    resolved = resolve(small.indicators[f"{GAMMA}/3"], small, chosen).parts["responsibility"].criterion
    assert isinstance(resolved, Times)
    first, second = resolved.slots
    assert (first.level, first.clause.role, type(first.trait)) == (3, RESPONSIBLE, Every)
    assert (second.level, second.clause.role, type(second.trait)) == (2, None, Reaches)
    assert (second.clause.activities, second.clause.outcome) == (first.clause.activities, first.clause.outcome)


def test_a_chain_of_activities_needs_all_and_a_named_field_is_asked_for() -> None:
    asked = criterion(f"{GAMMA}/3", "responsibility").slots[0].clause
    assert asked == clause(
        "sell", "close", fields=frozenset({"gamma"}), role=RESPONSIBLE, needs_all_activities=True, outcome=SUCCEEDED
    )
    assert not criterion(f"{GAMMA}/3", "complexity").clause.needs_all_activities


@pytest.mark.parametrize(("path", "name"), [(ALPHA, "alpha"), (GAMMA, "gamma")])
def test_one_field_each_asks_for_the_first_field_everywhere(path: str, name: str) -> None:
    small = edition()
    parts = resolve(small.indicators[f"{path}/3"], small, choose(small.points, {"fields.shared": "one-field"})).parts
    service: Any = parts["responsibility"].criterion
    once: Any = parts["complexity"].criterion
    for asked in (service.slots[0].clause if isinstance(service, Times) else service.clause, once.clause):
        assert (asked.fields, asked.is_first_field_only) == (frozenset({name}), True)


def test_the_complexity_part_is_the_list_or_a_higher_level() -> None:
    assert criterion(f"{ALPHA}/2", "complexity") == Once(
        clause=clause("install", role=RESPONSIBLE),
        trait=Either(of=(list_of(2), Reaches(level=3, ways=(way(3),)))),
    )
    assert criterion(f"{ALPHA}/3", "complexity").trait == list_of(3)


def test_the_size_part_is_a_band_or_a_higher_level_and_names_no_role() -> None:
    assert criterion(f"{ALPHA}/2", "size") == Once(
        clause=clause("repair", outcome=SUCCEEDED),
        trait=Either(of=(sizes(2), Reaches(level=3, ways=(way(3),)))),
    )
    assert criterion(f"{ALPHA}/3", "size").trait == sizes(3)


def test_its_own_lists_alone_are_asked_where_policy_says_so() -> None:
    small = edition()
    chosen = choose(small.points, {"levels.reach-down": "own-lists"})
    parts = resolve(small.indicators[f"{ALPHA}/2"], small, chosen).parts
    assert parts["complexity"].criterion == Once(clause=clause("install", role=RESPONSIBLE), trait=list_of(2))
    assert parts["size"].criterion == Once(clause=clause("repair", outcome=SUCCEEDED), trait=sizes(2))


def test_areas_kinds_and_mentoring_are_asked_as_printed() -> None:
    assert criterion(f"{ALPHA}/3", "expertise") == Areas(
        at_least=1,
        of=("craft", "trust"),
        degree=OrAbove(least="guides", accepted=frozenset({"guides"})),
        reach=OrAbove(least="company", accepted=frozenset({"company", "industry"})),
    )
    assert criterion(f"{BETA}/3", "expertise").reach is None
    assert criterion(f"{ALPHA}/3", "succession") == Kinds(
        at_least=2, of=("book", "paper", "patent"), subject="technique", within_years=None
    )
    assert criterion(f"{ALPHA}/3", "mentoring") == Mentors()


def test_a_part_that_the_cell_does_not_have_is_not_asked() -> None:
    assert list(cell(f"{ALPHA}/3").parts) == [
        *("responsibility", "complexity", "size", "expertise", "succession", "mentoring"),
    ]
    assert list(cell(f"{BETA}/3").parts) == ["responsibility", "complexity", "size", "expertise"]
    assert list(cell(f"{GAMMA}/3").parts) == ["responsibility", "complexity"]
    files = indicator_files()
    files[2]["cells"] = [gamma(3, responsibility=None, complexity=None)]
    assert list(cell(f"{GAMMA}/3", edition(indicators=files)).parts) == []


def test_a_level_with_neither_list_nor_size_is_reached_by_everything_and_with_one_of_them_by_that() -> None:
    files = indicator_files()
    files[0]["cells"] = [alpha(3, complexity=None, size=None, size_clause=None), alpha(2, complexity=None)]
    small = edition(indicators=files)
    assert criterion(f"{ALPHA}/3", "responsibility", small).trait.ways == (Way(level=3, trait=Unspecified()),)
    whole = criterion(f"{ALPHA}/2", "responsibility", small).trait.ways[0].trait
    assert isinstance(whole, Either)
    assert not isinstance(whole, Every)


def test_all_parts_decide_unless_an_organisation_names_some() -> None:
    assert cell(f"{BETA}/3").deciding == ("responsibility", "complexity", "size", "expertise")
    assert cell(f"{BETA}/3", parts_required="size,succession").deciding == ("size",)
    with pytest.raises(BadPolicy, match='"luck" is not a part'):
        cell(f"{BETA}/3", parts_required="luck")


@pytest.mark.parametrize(
    ("others", "any_of"), [("none", ("AP",)), ("FE,SC", ("AP", "FE", "SC")), ("AP,FE", ("AP", "FE"))]
)
def test_the_examination_of_the_cell_and_those_that_the_organisation_lists_stand_for_the_minimum(
    others: str, any_of: tuple[str, ...]
) -> None:
    resolved = cell(f"{BETA}/3", examination_others=others)
    assert resolved.examination is not None
    assert resolved.examination.criterion == Passed(any_of=any_of, within_years=None)
    assert not resolved.does_examination_satisfy
    assert cell(f"{ALPHA}/3", examination_others=others).examination is None


def test_the_examination_satisfies_the_cell_where_policy_says_so() -> None:
    assert cell(f"{BETA}/3", examination_effect="satisfies").does_examination_satisfy


def test_a_window_binds_engagements_kinds_and_the_examination() -> None:
    resolved = cell(f"{ALPHA}/3", evidence_window="5")
    assert {getattr(part.criterion, "clause", clause()).within_years for part in resolved.parts.values()} == {5, None}
    for part in ("responsibility", "complexity", "size"):
        assert getattr(resolved.parts[part].criterion, "clause", clause()).within_years == 5
    assert getattr(resolved.parts["succession"].criterion, "within_years", None) == 5
    examined = cell(f"{BETA}/3", evidence_window="5").examination
    assert examined is not None
    assert getattr(examined.criterion, "within_years", None) == 5


def test_circumstances_are_confirmed_where_policy_says_so_and_the_cell_prints_any() -> None:
    resolved = criterion(f"{ALPHA}/3", "responsibility", circumstances_examined="confirmed")
    assert isinstance(resolved, AllOf)
    assert isinstance(resolved.of[0], Years)
    assert resolved.of[1] == Confirmed(cell=f"{ALPHA}/3", circumstances=("team", "team"))
    assert isinstance(criterion(f"{BETA}/3", "responsibility", circumstances_examined="confirmed"), Times)


def test_a_part_names_the_policies_that_shaped_it() -> None:
    assert cell(f"{ALPHA}/3").parts["responsibility"].policies == (
        *("fields.shared", "bands.floor", "evidence.window", "circumstances.examined"),
    )
    assert cell(f"{BETA}/3").parts["responsibility"].policies == (
        *("fields.shared", "bands.floor", "evidence.window", "slots.role-and-market"),
    )
    assert cell(f"{GAMMA}/3").parts["responsibility"].policies == ("fields.shared", "bands.floor", "evidence.window")
    assert cell(f"{ALPHA}/3").parts["size"].policies == (
        *("bands.floor", "levels.reach-down", "fields.shared", "evidence.window"),
    )
    files = indicator_files()
    files[0]["cells"] = [alpha(3, size=[{"any_of": [{"some_rooms_or_networks": True}]}])]
    assert "some.means" in cell(f"{ALPHA}/3", edition(indicators=files)).parts["size"].policies


def test_a_cell_names_the_policies_that_shaped_it_as_a_whole() -> None:
    assert cell(f"{ALPHA}/3").policies == ("parts.required", "contradictions")
    assert cell(f"{BETA}/3").policies == ("parts.required", "examination.effect", "examination.others")
    files = indicator_files()
    files[0]["cells"] = [alpha(3, flags=["plain", "gone"])]
    assert cell(f"{ALPHA}/3", edition(indicators=files)).policies == ("parts.required",)


def test_what_is_printed_is_kept_unless_the_organisation_follows_corrections() -> None:
    assert criterion(f"{ALPHA}/3", "succession").at_least == 2
    followed = cell(f"{ALPHA}/3", contradictions="corrected")
    assert getattr(followed.parts["succession"].criterion, "at_least", None) == 3
    assert followed.indicator.succession is not None
    assert followed.indicator.succession.at_least == 3


def test_a_correction_reaches_the_lower_cells_that_a_higher_one_satisfies() -> None:
    flags = [
        {
            "id": "odd",
            "about": "odd",
            "citations": [],
            "correction": {"path": f"{BETA}/3/size/1/rooms", "value": 9},
        }
    ]
    small = edition(flags=flags)
    chosen = choose(small.points, {"contradictions": "corrected"})
    resolved = resolve(small.indicators[f"{BETA}/2"], small, chosen).parts["complexity"].criterion
    assert isinstance(resolved, Once)
    assert isinstance(resolved.trait, Either)
    assert Amount(measure="rooms", at_least=9) in resolved.trait.of[1].ways[0].trait.of[1].of  # type: ignore[union-attr]


def test_proficiency_cannot_decide_where_there_are_no_skill_items() -> None:
    with pytest.raises(BadPolicy, match="holds no skill items"):
        cell(f"{ALPHA}/3", proficiency_decides="all-items")


def test_an_edition_is_resolved_in_printed_order_and_shares_what_its_cells_share() -> None:
    small = edition()
    resolved = resolve_edition(small, choose(small.points, {}))
    assert list(resolved.cells) == [f"{field}/{level}" for field in (ALPHA, BETA, GAMMA) for level in (2, 3)]
    assert (resolved.edition, resolved.policy["bands.floor"]) == (small, "floor")
    lower, higher = (resolved.cells[f"{ALPHA}/{level}"].parts["responsibility"].criterion for level in (2, 3))
    assert isinstance(lower, Years)
    assert isinstance(higher, Years)
    assert lower.clause is higher.clause
    assert isinstance(lower.trait, Reaches)
    assert isinstance(higher.trait, Reaches)
    assert lower.trait.ways[1] is higher.trait.ways[0]
