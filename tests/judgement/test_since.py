"""Is it found which cells are judged otherwise than some time ago, in which parts, and why?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from functools import cache

from kijun.evidence import LISTS, Person
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedEdition, resolve_edition
from kijun.judgement.judge import judge_edition
from kijun.judgement.since import COMPLETE, Cause, CellSince, Evidence, PartSince, cells_since, in_play_of
from kijun.verdict import Verdict
from tests.builders import (
    ON,
    V3_2011,
    contribution,
    edition,
    engagement,
    expertise,
    mentoring,
    person,
    qualification,
    rating,
)
from tests.people import HARDWARE, hardware_five

FIVE = f"{V3_2011}/{HARDWARE}/5"
CORE = Evidence(list="engagements", name="bank-core")
ITEM = "customer-service/hardware/technology"


@cache
def resolved(**policy: str) -> ResolvedEdition:
    return resolve_edition(
        edition(),
        choose(edition().points, {name.replace("_", ".", 1).replace("_", "-"): of for name, of in policy.items()}),
    )


def since(
    old: Person,
    new: Person,
    *,
    then: date = ON,
    now: date = ON,
    revised: Collection[Evidence] = (),
    told: dict[str, Verdict] | None = None,
    by: ResolvedEdition | None = None,
) -> dict[str, CellSince]:
    """Return what differs between an old and a new state of a record, by path."""
    of = by or resolved()
    readings = [judge_edition(of, who, on=on) for who, on in ((old, then), (old, now), (new, now))]
    return {each.path: each for each in cells_since(*readings, revised=revised, told=told)}


def part(found: CellSince, name: str) -> PartSince:
    return next(each for each in found.parts if each.name == name)


def test_nothing_differs_where_nothing_changed() -> None:
    assert since(hardware_five(), hardware_five(), revised=[CORE]) == {}


def test_an_engagement_that_was_entered_is_why_a_cell_is_met() -> None:
    old = replace(hardware_five(), engagements=())
    found = since(old, hardware_five(), revised=[CORE, Evidence(list="mentoring", name="suzuki")])[FIVE]
    assert (found.old, found.new, found.is_otherwise) == (Verdict.NOT_MET, Verdict.MET, True)
    assert found.causes == (Cause.RECORD,)
    assert part(found, "responsibility").evidence == (CORE,)


def test_an_engagement_that_was_removed_is_why_a_cell_is_no_longer_met() -> None:
    found = since(hardware_five(), replace(hardware_five(), engagements=()), revised=[CORE])[FIVE]
    assert (found.old, found.new) == (Verdict.MET, Verdict.NOT_MET)
    assert part(found, "size").evidence == (CORE,)


def test_service_that_went_on_is_time() -> None:
    running = hardware_five(engagement("bank-core", end=None, customers="whole-industry"))
    found = since(running, running, then=date(2022, 4, 1), now=date(2023, 4, 1))[FIVE]
    assert found.causes == (Cause.TIME,)
    assert part(found, "responsibility") == PartSince(
        name="responsibility", old=Verdict.NOT_MET, new=Verdict.MET, causes=(Cause.TIME,), evidence=()
    )


def test_time_and_the_record_can_both_have_a_hand_in_it() -> None:
    running = hardware_five(engagement("bank-core", end=None, customers="whole-industry"))
    then, now = date(2022, 4, 1), date(2023, 4, 1)
    unsure = replace(running, complete=frozenset(LISTS) - {"engagements"}, engagements=())
    found = since(unsure, running, then=then, now=now, revised=[CORE])[FIVE]
    assert part(found, "responsibility").causes == (Cause.RECORD,)
    ended = hardware_five(engagement("bank-core", start="2021-04-01", end="2022-03-31", customers="whole-industry"))
    aged = since(running, ended, then=then, now=now, revised=[CORE])
    assert FIVE not in aged, "what time brought and the record took back is no change"


def test_what_two_steps_changed_has_two_causes() -> None:
    window = resolved(evidence_window="5")
    kind = contribution("book", "2020-05-01")
    old = hardware_five(contributions=(kind, contribution("community"), contribution("patent")))
    new = replace(old, complete=frozenset(LISTS) - {"contributions"})
    complete = Evidence(list=COMPLETE, name="contributions")
    found = since(old, new, then=date(2025, 4, 1), now=date(2026, 4, 1), revised=[complete], by=window)[FIVE]
    succession = part(found, "succession")
    assert (succession.old, succession.new) == (Verdict.MET, Verdict.UNKNOWN)
    assert succession.causes == (Cause.TIME, Cause.RECORD)
    assert succession.evidence == (complete,)


def test_a_part_can_differ_where_the_cell_does_not() -> None:
    poor = hardware_five(expertise=(), mentoring=())
    found = since(poor, replace(poor, mentoring=(mentoring(),)), revised=[Evidence(list="mentoring", name="suzuki")])
    assert not found[FIVE].is_otherwise
    assert [each.name for each in found[FIVE].parts] == ["mentoring"]


def test_what_is_told_otherwise_of_the_same_record_is_the_standard() -> None:
    told = {FIVE: Verdict.NOT_MET}
    found = since(hardware_five(), hardware_five(), told=told)[FIVE]
    assert (found.old, found.new, found.is_by_standard) == (Verdict.NOT_MET, Verdict.MET, True)
    assert found.causes == (Cause.STANDARD,)
    assert since(hardware_five(), hardware_five(), told={FIVE: Verdict.MET}) == {}


def test_the_minimum_by_examination_is_looked_at_too() -> None:
    three = f"{V3_2011}/{HARDWARE}/3"
    passed = Evidence(list="qualifications", name="AP")
    found = since(person(), person(qualifications=(qualification(),)), revised=[passed])[three]
    assert part(found, "minimum_by_examination").evidence == (passed,)


def test_where_nothing_revised_is_in_the_proofs_all_of_its_lists_explains() -> None:
    old = hardware_five(expertise=(expertise("service-level-management", degree="practises-alone", reach="none"),))
    other = Evidence(list="expertise", name="customer-trust")
    found = since(old, hardware_five(), revised=[other, CORE])[FIVE]
    assert part(found, "expertise").evidence == (other,)


def test_confirmations_and_what_is_joined_with_them_are_followed() -> None:
    confirmed = resolved(circumstances_examined="confirmed")
    old = hardware_five()
    gone = replace(old, engagements=())
    found = since(old, gone, revised=[CORE], by=confirmed)[FIVE]
    assert part(found, "responsibility").evidence == (CORE,)
    elsewhere = Evidence(list="confirmations", name="another-cell")
    named = since(old, gone, revised=[elsewhere], by=confirmed)[FIVE]
    assert part(named, "responsibility").evidence == (elsewhere,)


def test_ratings_are_known_by_the_item_of_the_field_and_by_the_common_one() -> None:
    decides = resolved(proficiency_decides="all-items")
    of = judge_edition(decides, person(ratings=(rating(ITEM, 5),)), on=ON)[FIVE]
    in_play = set(in_play_of(of.parts["proficiency"].proof))
    assert Evidence(list="ratings", name=ITEM) in in_play
    assert Evidence(list="ratings", name="customer-service/technology") in in_play
