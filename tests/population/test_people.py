"""What goes into the tables comes out of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kijun.errors import NotFound
from kijun.evidence import Knowledge, Person, Rating
from kijun.population.people import all_people, number_of, person_numbered, person_of
from tests.population.rows import NOBODY, day, people, save


def _numbered(persons: list[Person]) -> list[Person]:
    return [replace(person, employee=f"E-{number:04}") for number, person in enumerate(persons)]


@settings(max_examples=12, deadline=None)
@given(st.lists(people(), min_size=1, max_size=4), st.integers(1, 3))
def test_every_person_is_read_as_they_were_written(persons: list[Person], people_in_a_part: int) -> None:
    written = _numbered(persons)
    with TemporaryDirectory() as folder:
        workforce = save(Path(folder), written, people_in_a_part=people_in_a_part)
        assert list(all_people(workforce)) == written
        last = written[-1]
        assert number_of(workforce, last.employee) == len(written) - 1
        assert person_numbered(workforce, len(written) - 1) == last


def test_many_people_come_in_the_order_of_their_employee_numbers(tmp_path: Path) -> None:
    written = _numbered([NOBODY] * 1203)
    workforce = save(tmp_path, written, people_in_a_part=601)
    assert [part.last for part in workforce.manifest.parts] == [600, 1201, 1202]
    assert list(all_people(workforce)) == written


def test_an_employee_number_that_nobody_has_is_answered_with_the_nearest(tmp_path: Path) -> None:
    workforce = save(tmp_path, _numbered([NOBODY] * 40), people_in_a_part=15)
    with pytest.raises(NotFound, match="E-00270") as raised:
        person_of(workforce, "E-00270")
    assert raised.value.suggestions == ("E-0027",)


def test_knowledge_and_the_notes_of_ratings_are_not_in_the_tables(tmp_path: Path) -> None:
    rating = Rating(item="a/b/c", level=3, by="self", day=day("2024-04-01"), note="in a review")
    person = replace(NOBODY, ratings=(rating,), knowledge=(Knowledge(item="a/b/c", known=frozenset({"k"})),))
    workforce = save(tmp_path, [person])
    assert person_of(workforce, "E-1") == replace(person, ratings=(replace(rating, note=None),), knowledge=())
