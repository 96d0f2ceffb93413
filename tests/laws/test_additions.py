"""Are additions written and read back as they were, and is nothing on record lost to them?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kijun.catalogue.additions_file import additions_text, read_additions_text
from kijun.evidence import LISTS, Engagement, Person
from kijun.evidence.assume import Additions, FurtherFacts, assume
from kijun.evidence.dump_additions import dump_additions, merged_facts
from kijun.evidence.parse_additions import parse_additions
from kijun.judgement.record_judgement import judge_editions
from kijun.problem import Place
from kijun.problem.reading import Reading, Value
from kijun.text import LANGUAGES
from kijun.verdict import MET
from tests.standards.cases import editions, words
from tests.strategies import (
    ON,
    aims,
    contributions,
    engagements,
    expertise,
    mentoring,
    people,
    qualifications,
    ratings,
)

ITEM = "customer-service/hardware/technology"


@st.composite
def further(draw: st.DrawFn, recorded: Engagement) -> FurtherFacts:
    """Generate facts of an engagement that its record is silent about, taken from one that aims at some cell."""
    other = draw(engagements(draw(st.sampled_from(aims()))))
    ends = (
        [recorded.end, other.end]
        if recorded.end is None or (other.end and other.end.latest >= recorded.end.latest)
        else []
    )
    end = draw(st.sampled_from([None, *(each for each in ends if each and each.latest >= recorded.start.earliest)]))
    return FurtherFacts(
        engagement=recorded.id,
        conditions=recorded.conditions if recorded.has_all_conditions else other.conditions,
        sizes={measure: size for measure, size in other.sizes.items() if recorded.sizes.get(measure, size) == size},
        customers=other.customers if recorded.customers is None else None,
        market=other.market if recorded.market is None else None,
        equivalences=other.equivalences,
        end=end,
    )


@st.composite
def additions(draw: st.DrawFn, person: Person) -> Additions:
    """Generate additions that say nothing otherwise than the record does."""
    aim = draw(st.sampled_from([each for each in aims() if each.expertise is not None]))
    chosen = (
        draw(st.lists(st.sampled_from(person.engagements), unique_by=lambda each: each.id))
        if person.engagements
        else []
    )
    drawn = [draw(further(each)) for each in chosen]
    return Additions(
        engagements=tuple(draw(engagements(aim, f"n{number}")) for number in range(draw(st.integers(0, 2)))),
        facts=tuple(each for each in drawn if each != FurtherFacts(engagement=each.engagement)),
        expertise=tuple(draw(st.lists(expertise(aim), max_size=2))),
        contributions=tuple(draw(st.lists(contributions(), max_size=2))),
        mentoring=tuple(draw(st.lists(mentoring(), max_size=1))),
        qualifications=tuple(draw(st.lists(qualifications(), max_size=1))),
        ratings=tuple(draw(st.lists(ratings(ITEM, 4), max_size=1))),
        complete=draw(st.frozensets(st.sampled_from(LISTS))),
    )


people_with_additions = people().flatmap(lambda person: st.tuples(st.just(person), additions(person)))


def parsed(plain: Any, person: Person) -> Additions:
    reading = Reading(locate=lambda path: Place(file="/".join(map(str, path))))
    found = parse_additions(Value(reading=reading, path=(), raw=plain), words(), person)
    assert not reading.has_errors, reading.problems
    return found


@given(people_with_additions)
def test_additions_are_read_back_as_they_were_dumped(pair: tuple[Person, Additions]) -> None:
    person, added = pair
    assert parsed(dump_additions(added), person) == added


@given(people_with_additions, st.sampled_from(LANGUAGES))
def test_additions_are_read_back_from_their_file(pair: tuple[Person, Additions], language: Any) -> None:
    person, added = pair
    loaded = read_additions_text(additions_text(added, language), "additions.yaml", words(), person)
    assert loaded.additions == added


@given(people_with_additions)
def test_facts_that_are_merged_come_to_the_same(pair: tuple[Person, Additions]) -> None:
    person, added = pair
    apart = Additions(facts=tuple(each for fact in added.facts for each in _apart(fact)))
    assert merged_facts(apart.facts) == added.facts
    assert assume(person, apart).engagements == assume(person, Additions(facts=added.facts)).engagements


def _apart(facts: FurtherFacts) -> tuple[FurtherFacts, ...]:
    rest = replace(facts, conditions=frozenset(), sizes={}, market=None)
    alone = FurtherFacts(engagement=facts.engagement)
    return (
        replace(alone, conditions=facts.conditions),
        rest,
        replace(alone, sizes=facts.sizes),
        replace(alone, market=facts.market),
    )


@given(people_with_additions)
def test_no_addition_to_the_lists_loses_a_cell_that_is_met(pair: tuple[Person, Additions]) -> None:
    """A rating may: the latest of a rater counts; and a contract that ends may end the service before the day."""
    person, added = pair
    kept = replace(
        added, ratings=(), complete=frozenset(), facts=tuple(replace(each, end=None) for each in added.facts)
    )
    shipped = list(editions().values())
    before = judge_editions(shipped, person, on=ON)
    after = judge_editions(shipped, assume(person, kept), on=ON)
    for judged, again in zip(before.editions, after.editions, strict=True):
        lost = [
            path for path, cell in judged.cells.items() if cell.verdict is MET and again.cells[path].verdict is not MET
        ]
        assert lost == []
