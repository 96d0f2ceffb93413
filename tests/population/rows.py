"""People for the tables, and the rows of the files that hold them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pyarrow.parquet as pq
from hypothesis import strategies as st

from kijun.day import RecordedDay, read_day
from kijun.evidence import (
    Confirmation,
    Contribution,
    Expertise,
    Mentoring,
    Name,
    Person,
    Qualification,
    Rating,
)
from kijun.population.load import Workforce, open_workforce
from kijun.population.save import save_people
from kijun.text import Text, same
from tests import strategies
from tests.standards.cases import words

MEASURES: Final = tuple(sorted(words().most))


def day(written: str) -> RecordedDay:
    found = read_day(written)
    assert found is not None
    return found


NOBODY: Final = Person(
    employee="E-1",
    name=Name(written="甲"),
    team=None,
    complete=frozenset(),
    engagements=(),
    expertise=(),
    contributions=(),
    mentoring=(),
    qualifications=(),
    ratings=(),
    confirmations=(),
)
"""Somebody of whom only the name is on record."""


def save(folder: Path, persons: Iterable[Person], *, people_in_a_part: int = 100_000) -> Workforce:
    folder.mkdir(parents=True, exist_ok=True)
    save_people(
        folder, persons, measures=MEASURES, made_by={"collect": {"sources": 1}}, people_in_a_part=people_in_a_part
    )
    return open_workforce(folder)


def rows(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return found


_DAYS = ("2020-02-29", "2020-02", "2024年2月", "平成31年4月", "1999-12-31", "2021-04-01")


def _days() -> st.SearchStrategy[RecordedDay]:
    return st.sampled_from(_DAYS).map(day)


def _titles() -> st.SearchStrategy[Text]:
    return st.sampled_from(
        (same("further"), same("e0"), same("更改"), Text(ja="更改", en="Renewal"), Text(ja="e1", en="E"))
    )


def _words() -> st.SearchStrategy[str]:
    return st.sampled_from(("甲", "B", "𠮷野家の件", "a;b", "=1+1", "x" * 300))


_CELLS = ("a/b/c/1", "a/b/c/2")


@st.composite
def people(draw: st.DrawFn) -> Person:
    """Generate a person near a cell of a shipped edition, with whatever else the tables have a column for."""
    person = draw(strategies.people())
    optional = st.none() | _words()
    engagements = tuple(
        replace(
            each,
            title=draw(_titles()),
            start=draw(st.just(each.start) | _days()),
            end=draw(st.just(each.end) | _days() | st.none()),
            title_held=draw(optional),
            masked=draw(st.frozensets(st.sampled_from(("title", "amounts", "sites")))),
        )
        for each in person.engagements
    )
    return replace(
        person,
        name=Name(written=draw(_words()), reading=draw(optional)),
        team=draw(optional),
        engagements=engagements,
        expertise=(
            *person.expertise,
            *draw(
                st.lists(
                    st.builds(Expertise, area=_words(), degree=optional, reach=optional, since=st.none() | _days())
                )
            ),
        ),
        contributions=(
            *person.contributions,
            *draw(st.lists(st.builds(Contribution, kind=_words(), title=_titles(), day=_days()), max_size=2)),
        ),
        mentoring=tuple(draw(st.lists(st.builds(Mentoring, whom=_words(), since=_days()), max_size=2))),
        qualifications=tuple(draw(st.lists(st.builds(Qualification, examination=_words(), day=_days()), max_size=2))),
        ratings=(
            *person.ratings,
            *draw(
                st.lists(
                    st.builds(
                        Rating,
                        item=st.sampled_from(("a/b/c", "a/c")),
                        level=st.integers(0, 7),
                        by=st.sampled_from(("self", "superior", "assessor")),
                        day=_days(),
                    ),
                    max_size=4,
                )
            ),
        ),
        confirmations=tuple(
            draw(
                st.lists(
                    st.builds(
                        Confirmation,
                        cell=st.sampled_from(_CELLS),
                        decision=st.sampled_from(("confirmed", "refused")),
                        by=_words(),
                        reason=_words(),
                        day=_days(),
                    ),
                    max_size=4,
                )
            )
        ),
    )
