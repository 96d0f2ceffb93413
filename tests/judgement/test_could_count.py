"""Is it found for which cells one engagement could count, and what it would change?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kijun.catalogue.installed import newest_of_each_category, shipped_editions
from kijun.evidence import Engagement, Person
from kijun.judgement.could_count import CellCount, could_count
from kijun.verdict import MET, NOT_MET, UNKNOWN
from tests.builders import ON, V3_2011, edition, engagement, person
from tests.people import HARDWARE, hardware_five

FIVE = f"{V3_2011}/{HARDWARE}/5"


def found(record: Person, new: Engagement, policy: Mapping[str, str] | None = None) -> dict[str, CellCount]:
    (only,) = could_count([edition()], record, new, on=ON, policy=policy)
    return {each.cell.cell.indicator.path: each for each in only.cells}


def served(identity: str = "bank-core", **changes: Any) -> Engagement:
    return engagement(identity, **{"customers": "whole-industry", **changes})


def test_an_engagement_counts_for_the_parts_that_it_reaches() -> None:
    assert found(hardware_five(), served("new"))[FIVE].counts == ("responsibility", "complexity", "size")


def test_one_that_does_no_better_than_those_on_record_counts_all_the_same() -> None:
    beside = found(hardware_five(), served("new"))[FIVE]
    assert (beside.before, beside.cell.verdict, beside.is_changed) == (MET, MET, False)
    assert beside.counts == found(person(), served("new"))[FIVE].counts


def test_what_it_changes_is_seen_with_and_without_it() -> None:
    record = hardware_five(engagement("small"))
    assert found(record, engagement("small"))[FIVE].before is NOT_MET
    changed = found(record, served("new"))[FIVE]
    assert (changed.before, changed.cell.verdict, changed.is_changed) == (UNKNOWN, MET, True)


def test_a_later_state_takes_the_place_of_the_one_on_record() -> None:
    again = found(hardware_five(served()), served())[FIVE]
    assert (again.before, again.cell.verdict) == (NOT_MET, MET)


def test_the_one_fact_that_is_short_is_told_with_its_part() -> None:
    near = found(hardware_five(), served("new", customers="part-of-industry"))[FIVE].near
    assert {(each.name, each.miss.fact, each.miss.have) for each in near} == {
        ("responsibility", "customers", "part-of-industry"),
        ("size", "customers", "part-of-industry"),
    }
    (of_role, *_others) = found(hardware_five(), served("new", role="member"))[FIVE].near
    assert (of_role.name, of_role.miss.fact, of_role.miss.need) == ("responsibility", "role", "responsible")


def test_a_part_that_it_counts_for_already_is_not_nearly_counted() -> None:
    for each in found(hardware_five(), served("new", customers=None)).values():
        assert not {near.name for near in each.near} & set(each.counts)


def test_a_name_that_an_area_or_a_kind_has_too_is_not_taken_for_it() -> None:
    for name in ("book", "service-level-management", "suzuki"):
        assert found(hardware_five(), served(name, outcome="failed"))[FIVE].counts == ()


def test_where_an_assessor_has_to_confirm_what_no_record_shows_it_counts_for_its_own_part_of_that() -> None:
    confirmed = found(hardware_five(), served("new"), {"circumstances.examined": "confirmed"})[FIVE]
    assert confirmed.counts == ("responsibility", "complexity", "size")
    assert confirmed.cell.verdict is UNKNOWN


def test_what_it_has_nothing_to_do_with_is_left_out() -> None:
    counted = found(hardware_five(), served("new", fields=("sales-via-media",), activities=("proposing",)))
    assert {path.rpartition("/")[0] for path in counted} == {
        f"{V3_2011}/levels-1-2/common"
    }  # any engagement counts there


def test_every_edition_answers_for_its_own_cells() -> None:
    both = could_count(newest_of_each_category(shipped_editions()), hardware_five(), served("new"), on=ON)
    paths = [{each.cell.cell.indicator.path.split("/")[1] for each in one.cells} for one in both]
    assert [one.judged.edition.edition.id for one in both] == ["itss/v3-2011", "itss/v3-2008"]
    assert paths[0] == {"v3-2011"}
