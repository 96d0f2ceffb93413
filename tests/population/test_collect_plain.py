"""Does a person who is kept until everybody is there come back as they were?"""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from kijun.evidence import Person
from kijun.population.collect_plain import dump_person, parse_dumped
from tests.builders import claim, confirmation, engagement, person, rating, share
from tests.strategies import people


def in_tables(whose: Person) -> Person:
    """Return what a workforce holds of a person: no notes, no knowledge, no assumptions."""
    ratings = tuple(replace(each, note=None) for each in whose.ratings)
    return replace(whose, ratings=ratings, knowledge=(), assumed=frozenset())


@given(people())
def test_a_person_comes_back_as_they_were(whose: Person) -> None:
    assert parse_dumped(dump_person(whose)) == in_tables(whose)


def test_what_is_rare_comes_back_too() -> None:
    rare = engagement("a\tb", market=(), end="2024-02", equivalences=(claim("recognised", "x", "2024-02-29"),))
    known = engagement("c", market=(share("companies", 3, 500),), masked=frozenset({"title"}), end=None)
    whose = person(rare, known, ratings=(rating("a/b", 3),), confirmations=(confirmation("a"),))
    line = dump_person(whose)
    assert "\n" not in line
    assert "\t" not in line
    assert parse_dumped(line) == in_tables(whose)
