"""What may a fuller record change, and what may it never change?

Three orders are at work. A further record, a longer service or a stronger fact can only help (met stays met). A fact that was not
recorded can only settle an unknown (met and not met stay). What says the same in other words changes nothing. Each holds in
every part of every cell of both editions.

Not laws, and why: a further *claim* to be equivalent may turn not met into unknown, because what was never claimed is not met; a
day in place of a month may turn met into not met, because a month is counted from its first to its last day (there the judgement
says that it hangs on a month); an assessor's later word may take a confirmation back; evidence ages where policy says so, and
where policy reads a band literally a larger engagement may outgrow it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import permutations
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kijun.criteria import Reaches, Times, Unprinted, Way
from kijun.day import exactly
from kijun.evidence import LISTS, Engagement, Equivalence, Expertise, MarketShare, Person
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedEdition, resolve_edition
from kijun.judgement import CellJudgement, judge, judge_cell, judge_edition
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict
from tests.builders import engagement as recorded
from tests.builders import or_above, rooms, times
from tests.builders import person as person_with
from tests.standards.cases import editions, words
from tests.strategies import (
    DAY,
    ON,
    aims,
    contributions,
    engagements,
    expertise,
    mentoring,
    numbers_near,
    people,
    qualifications,
)

_POLICIES: Mapping[str, Mapping[str, str]] = {
    "the default policy": {},
    "literal bands, one field, own lists": {
        "bands.floor": "literal",
        "fields.shared": "one-field",
        "levels.reach-down": "own-lists",
    },
    "the highest slot only, five years, examination satisfies": {
        "slots.role-and-market": "highest",
        "evidence.window": "5",
        "examination.effect": "satisfies",
    },
    "proficiencies decide, whoever rated": {"proficiency.decides": "all-items", "ratings.by": "anyone"},
}
_by_policy = pytest.mark.parametrize("policy", _POLICIES)
_TRUTH = (NOT_MET, UNKNOWN, MET)

Judged = Mapping[str, Verdict]
"""Every cell, every part of it and its examination, with the verdict."""


@st.composite
def further_records(draw: st.DrawFn, person: Person) -> Person:
    """Generate the person with one more engagement, area, contribution, mentoring or examination."""
    fields = {field for engagement in person.engagements for field in engagement.fields}
    aim = draw(st.sampled_from([aim for aim in aims() if aim.field in fields] or aims()))
    name, item = draw(
        st.one_of(
            st.tuples(st.just("engagements"), engagements(aim)),
            st.tuples(st.just("expertise"), expertise(aim)),
            st.tuples(st.just("contributions"), contributions()),
            st.tuples(st.just("mentoring"), mentoring()),
            st.tuples(st.just("qualifications"), qualifications()),
        )
    )
    items: tuple[object, ...] = getattr(person, name)
    at = draw(st.sampled_from((0, len(items))))
    return _with(person, name, (*items[:at], item, *items[at:]))


def stronger_facts(person: Person) -> st.SearchStrategy[Person]:
    """Generate the person with one fact of one record made stronger."""
    return _one_changed(person, _stronger, _higher_expertise)


def unrecorded_facts(person: Person) -> st.SearchStrategy[Person]:
    """Generate the person with one fact recorded that was not."""
    return _one_changed(person, _recorded, _recorded_expertise)


Changes = Iterator[Mapping[str, Any]]


@st.composite
def _one_changed(
    draw: st.DrawFn,
    person: Person,
    of_engagement: Callable[[Engagement], Changes],
    of_expertise: Callable[[Expertise], Changes],
) -> Person:
    """Generate the person with one change: first which fact of which record, so that none crowds out the others."""
    changed: dict[tuple[str, int, str], list[object]] = {}
    for at, engagement in enumerate(person.engagements):
        for change in of_engagement(engagement):
            changed.setdefault(("engagements", at, "/".join(change)), []).append(replace(engagement, **change))
    for at, held in enumerate(person.expertise):
        for change in of_expertise(held):
            changed.setdefault(("expertise", at, "/".join(change)), []).append(replace(held, **change))
    if not changed:
        return person
    where = draw(st.sampled_from(sorted(changed)))
    name, at, _ = where
    items: tuple[object, ...] = getattr(person, name)
    return _with(person, name, (*items[:at], draw(st.sampled_from(changed[where])), *items[at + 1 :]))


def _with(person: Person, name: str, items: tuple[object, ...]) -> Person:
    change: dict[str, Any] = {name: items}
    return replace(person, **change)


def _at_or_above(kind: str, word: str) -> list[str]:
    """Return the words of an ordered kind from a word up; no edition orders them in another way."""
    return sorted({above for edition in editions().values() for above in edition.vocabulary.at_or_above(kind, word)})


def _stronger(engagement: Engagement) -> Changes:
    yield from ({"role": role} for role in _at_or_above("role", engagement.role))
    yield from ({"outcome": outcome} for outcome in _at_or_above("outcome", engagement.outcome))
    yield from ({"activities": engagement.activities | {word}} for word in words().of["activity"])
    yield from ({"fields": (*engagement.fields, field)} for field in words().of["field"])
    yield from ({"conditions": engagement.conditions | {word}} for word in words().of["condition"])
    yield {"start": exactly(engagement.start.earliest - 400 * DAY)}
    yield {"end": None if engagement.end is None else exactly(engagement.end.latest + DAY)}
    yield {"end": None}
    for measure, number in engagement.sizes.items():
        higher = [near for near in numbers_near(measure) if near > number]
        yield from ({"sizes": {**engagement.sizes, measure: near}} for near in higher)
    for share in engagement.market or ():
        more = replace(share, count=share.count + 1, employees=share.employees and share.employees + 1)
        yield {"market": (*(each for each in engagement.market or () if each is not share), more)}
    for scope in words().of["scope"]:
        yield {"market": (*(engagement.market or ()), MarketShare(scope=scope, count=3))}
    if engagement.customers is not None:
        yield from ({"customers": served} for served in _served_at_or_above(engagement.customers))


def _served_at_or_above(served: str) -> Iterator[str]:
    for edition in editions().values():
        terms = edition.vocabulary.terms["customers"]
        reach = terms[served].of
        assert reach is not None
        reaches = edition.vocabulary.at_or_above("customers-reach", reach)
        yield from (term.id for term in terms.values() if term.of in reaches)


def _higher_expertise(held: Expertise) -> Changes:
    if held.degree is not None:
        yield from ({"degree": degree} for degree in _at_or_above("degree", held.degree))
    if held.reach is not None:
        yield from ({"reach": reach} for reach in _at_or_above("reach", held.reach))


def _recorded(engagement: Engagement) -> Changes:
    for measure in words().most:
        if measure not in engagement.sizes:
            yield from ({"sizes": {**engagement.sizes, measure: number}} for number in numbers_near(measure))
    if engagement.customers is None:
        yield from ({"customers": served} for served in words().of["customers"])
    if engagement.market is None:
        yield {"market": ()}
        yield from ({"market": (MarketShare(scope=scope, count=5, employees=5000),)} for scope in words().of["scope"])
    for share in engagement.market or ():
        if share.employees is None and share.scope in words().scopes_with_employees:
            others = tuple(each for each in engagement.market or () if each is not share)
            yield from ({"market": (*others, replace(share, employees=heads))} for heads in (999, 1000, 3000, 5000))
    if not engagement.has_all_conditions:
        yield {"has_all_conditions": True}
        yield from ({"conditions": engagement.conditions | {word}} for word in words().of["condition"])
    for claim in engagement.equivalences:
        others_claimed = tuple(each for each in engagement.equivalences if each is not claim)
        yield from ({"equivalences": (*others_claimed, decided)} for decided in _decided(claim, engagement.fields[0]))


def _decided(claim: Equivalence, field: str) -> Iterator[Equivalence]:
    if claim.decision == "claimed":
        yield from (replace(claim, decision=decision) for decision in ("recognised", "refused"))
    if claim.to is None:
        yield from (replace(claim, to=to) for to in (*words().bands, *words().cells) if f"/{field}/" in to)


def _recorded_expertise(held: Expertise) -> Changes:
    if held.degree is None:
        yield from ({"degree": degree} for degree in words().of["degree"])
    if held.reach is None:
        yield from ({"reach": reach} for reach in words().of["reach"])


@_by_policy
@given(st.data())
def test_a_further_record_never_loses_a_met(policy: str, data: st.DataObject) -> None:
    person = data.draw(people())
    further = data.draw(further_records(person))
    assert _lost(_judged(person, policy), _judged(further, policy)) == {}


@_by_policy
@given(st.data())
def test_a_further_record_in_a_list_that_is_not_declared_complete_contradicts_nothing(
    policy: str, data: st.DataObject
) -> None:
    person = replace(data.draw(people()), complete=frozenset())
    further = data.draw(further_records(person))
    assert _contradicted(_judged(person, policy), _judged(further, policy)) == {}


@_by_policy
@given(people(), st.sampled_from(LISTS))
def test_declaring_a_list_complete_never_changes_met_or_not_met_and_never_gains_a_met(
    policy: str, person: Person, name: str
) -> None:
    assume(name not in person.complete)
    before = _judged(person, policy)
    after = _judged(replace(person, complete=person.complete | {name}), policy)
    assert _contradicted(before, after) == {}
    assert [at for at, verdict in after.items() if verdict is MET and before[at] is not MET] == []


@_by_policy
@given(st.data())
def test_recording_a_fact_that_was_not_recorded_contradicts_nothing(policy: str, data: st.DataObject) -> None:
    person = data.draw(people())
    known = data.draw(unrecorded_facts(person))
    assert _contradicted(_judged(person, policy), _judged(known, policy)) == {}


@given(st.data())
def test_a_stronger_fact_never_loses_a_met(data: st.DataObject) -> None:
    person = data.draw(people())
    stronger = data.draw(stronger_facts(person))
    assert _lost(_judged(person), _judged(stronger)) == {}


@given(people(), st.sampled_from((1, 30, 365, 4000)))
def test_a_later_day_of_judgement_never_loses_a_met_where_evidence_does_not_age(person: Person, days: int) -> None:
    assert _lost(_judged(person), _judged(person, on=ON + days * DAY)) == {}


@_by_policy
@given(st.data())
def test_what_lies_after_the_day_of_judgement_changes_nothing(policy: str, data: st.DataObject) -> None:
    person = data.draw(people())
    later = exactly(ON + data.draw(st.integers(0, 4000)) * DAY)
    ended_later = tuple(
        replace(each, end=data.draw(st.sampled_from((later, None))))
        if each.end is None or each.end.latest >= ON
        else each
        for each in person.engagements
    )
    begun_later = tuple(
        replace(each, id=f"{each.id} later", project="a later one", start=exactly(ON + DAY), end=None)
        for each in person.engagements
    )
    assert _judged(replace(person, engagements=ended_later + begun_later), policy) == _judged(person, policy)


@_by_policy
@given(st.data())
def test_the_order_of_the_records_does_not_matter(policy: str, data: st.DataObject) -> None:
    person = data.draw(people())
    mixed = replace(
        person,
        engagements=tuple(data.draw(st.permutations(person.engagements))),
        expertise=tuple(data.draw(st.permutations(person.expertise))),
        contributions=tuple(data.draw(st.permutations(person.contributions))),
        ratings=tuple(data.draw(st.permutations(person.ratings))),
    )
    assert _judged(mixed, policy) == _judged(person, policy)


def test_the_order_of_the_records_does_not_matter_where_the_hardest_slot_asks_for_a_missing_level() -> None:
    missing = Reaches(level=6, ways=(Way(level=6, trait=Unprinted(cell="hardware/6")),))
    strong, weak = (recorded(f"{number} rooms", sizes={"computer_rooms": number}) for number in (5, 1))
    asked = times((6, missing), (5, rooms(5)))
    found = {judge(asked, person_with(*records), on=ON).verdict for records in ((strong, weak), (weak, strong))}
    assert found == {UNKNOWN}


@_by_policy
@given(people())
def test_a_second_record_of_the_same_thing_changes_nothing(policy: str, person: Person) -> None:
    copies = tuple(replace(engagement, id=f"{engagement.id} again") for engagement in person.engagements)
    twice = replace(
        person,
        engagements=(*person.engagements, *copies),
        expertise=(*person.expertise, *person.expertise),
        contributions=(*person.contributions, *person.contributions),
        ratings=(*person.ratings, *person.ratings),
    )
    assert _judged(twice, policy) == _judged(person, policy)


@given(st.data())
def test_an_engagement_written_as_two_that_touch_in_one_project_changes_nothing(data: st.DataObject) -> None:
    person = data.draw(people())
    split = [each for each in person.engagements if each.start.earliest < _last_day(each)]
    assume(split)
    engagement = data.draw(st.sampled_from(split))
    last = data.draw(st.dates(engagement.start.earliest, _last_day(engagement) - DAY))
    halves = (
        replace(engagement, end=replace(engagement.start, earliest=last, latest=last)),
        replace(engagement, id="the rest", start=replace(engagement.start, earliest=last + DAY, latest=last + DAY)),
    )
    others = tuple(each for each in person.engagements if each is not engagement)
    assert _judged(replace(person, engagements=(*others, *halves))) == _judged(person)


@given(people())
def test_two_projects_that_were_one_never_count_for_more(person: Person) -> None:
    one = replace(person, engagements=tuple(replace(each, project="one project") for each in person.engagements))
    before, after = _judged(person), _judged(one)
    assert [at for at in before if _TRUTH.index(after[at]) > _TRUTH.index(before[at])] == []


@given(people())
def test_a_cell_is_judged_the_same_alone_and_with_its_edition(person: Person) -> None:
    for edition in _resolved("the default policy"):
        together = judge_edition(edition, person, on=ON)
        for path, cell in edition.cells.items():
            assert judge_cell(cell, person, on=ON) == together[path]


@given(people())
def test_a_cell_is_met_exactly_where_all_its_parts_are_and_not_met_where_one_is_not(person: Person) -> None:
    for edition in _resolved("the default policy"):
        for judged in judge_edition(edition, person, on=ON).values():
            verdicts = {part.verdict for part in judged.parts.values()}
            assert judged.verdict is (NOT_MET if NOT_MET in verdicts else UNKNOWN if UNKNOWN in verdicts else MET)


def _last_day(engagement: Engagement) -> date:
    return ON + DAY if engagement.end is None else engagement.end.latest


@cache
def _resolved(policy: str) -> tuple[ResolvedEdition, ...]:
    return tuple(resolve_edition(edition, choose(edition.points, _POLICIES[policy])) for edition in editions().values())


def _judged(person: Person, policy: str = "the default policy", *, on: date = ON) -> Judged:
    found: dict[str, Verdict] = {}
    for edition in _resolved(policy):
        for path, judged in judge_edition(edition, person, on=on).items():
            found |= _parts(path, judged)
    return found


def _parts(path: str, judged: CellJudgement) -> Judged:
    found = {path: judged.verdict} | {f"{path}/{name}": part.verdict for name, part in judged.parts.items()}
    examination = judged.minimum_by_examination
    return found if examination is None else found | {f"{path}/minimum_by_examination": examination.verdict}


def _lost(before: Judged, after: Judged) -> dict[str, Verdict]:
    """Return what was met and is not any more."""
    return {at: after[at] for at, verdict in before.items() if verdict is MET and after[at] is not MET}


def _contradicted(before: Judged, after: Judged) -> dict[str, tuple[Verdict, Verdict]]:
    """Return what was known and is now otherwise."""
    return {
        at: (verdict, after[at])
        for at, verdict in before.items()
        if verdict is not UNKNOWN and after[at] is not verdict
    }


def test_a_project_gives_way_where_another_can_take_its_place() -> None:
    missing = Reaches(level=6, ways=(Way(level=6, trait=Unprinted(cell="hardware/6")),))
    (hardest,) = times((6, missing), role=or_above("responsible")).slots
    asked = Times(slots=(hardest, *times((5, rooms(5)), (5, rooms(5)), role=None).slots))
    records = (
        recorded("both", role="responsible", sizes={"computer_rooms": 5}),
        recorded("responsible", role="responsible", sizes={"computer_rooms": 1}),
        recorded("large", role="member", sizes={"computer_rooms": 5}),
    )
    found = {judge(asked, person_with(*order), on=ON).verdict for order in permutations(records)}
    assert found == {UNKNOWN}
