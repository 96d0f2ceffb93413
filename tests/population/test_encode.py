"""What the rows say that a record does not say in so many words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kijun.evidence import Contribution, Engagement, Equivalence, Expertise, MarketShare, Person
from kijun.population.encode import Encoder
from kijun.text import Text, same
from tests.population.rows import MEASURES, NOBODY, day, rows, save

_ENGAGEMENT = Engagement(
    id="e1",
    title=same("e1"),
    project="e1",
    fields=("software", "hardware"),
    activities=frozenset({"b", "a"}),
    role="leader",
    title_held=None,
    start=day("2020-02"),
    end=None,
    outcome="succeeded",
    conditions=frozenset(),
    has_all_conditions=False,
    sizes={},
    customers=None,
    market=None,
    equivalences=(),
)


def _engagements(*changes: dict[str, Any]) -> Person:
    engagements = tuple(replace(_ENGAGEMENT, id=f"e{number}", **change) for number, change in enumerate(changes, 1))
    return replace(NOBODY, engagements=engagements)


def _saved(folder: Path, table: str, *persons: Person) -> list[dict[str, Any]]:
    save(folder, persons)
    path = folder / f"{table}.parquet"
    return rows(path if path.exists() else folder / table / "part-00000.parquet")


def test_projects_that_several_engagements_name_are_numbered_in_the_order_of_appearance(tmp_path: Path) -> None:
    person = _engagements(*({"project": name} for name in ("alone", "b", "a", "b", "a")))
    found = _saved(tmp_path, "engagements", person)
    assert [row["shared_project"] for row in found] == [0, 1, 2, 1, 2]


def test_a_month_stands_as_its_first_day_and_as_its_last_where_something_ends(tmp_path: Path) -> None:
    (row,) = _saved(tmp_path, "engagements", _engagements({"end": day("2024-02")}))
    assert (row["since"], row["is_since_month"]) == (date(2020, 2, 1), True)
    assert (row["until"], row["is_until_month"]) == (date(2024, 2, 29), True)


def test_a_size_that_is_not_recorded_is_empty_and_zero_is_zero(tmp_path: Path) -> None:
    recorded, other = MEASURES[0], MEASURES[1]
    (row,) = _saved(tmp_path, "engagements", _engagements({"sizes": {recorded: 0}}))
    assert (row[f"size_{recorded}"], row[f"size_{other}"]) == (0, None)


def test_where_nothing_is_recorded_of_it_the_condition_set_and_the_context_are_0(tmp_path: Path) -> None:
    person = _engagements({}, {"has_all_conditions": True}, {"conditions": frozenset({"c"})}, {"market": ()})
    found = _saved(tmp_path, "engagements", person)
    assert [row["condition_set"] for row in found] == [0, 1, 2, 0]
    assert [row["context"] for row in found] == [0, 0, 0, 1]
    assert rows(tmp_path / "contexts.parquet") == [
        {"context": 0, "customers": None, "has_market": False},
        {"context": 1, "customers": None, "has_market": True},
    ]


def test_what_many_share_stands_once_for_the_whole_workforce(tmp_path: Path) -> None:
    market = (MarketShare(scope="s", count=2),)
    claims = (Equivalence(decision="refused", by="A", reason="B", day=day("2024-04")),)
    facts = {"market": market, "equivalences": claims}
    persons = [replace(_engagements(facts, facts), employee=f"E-{number}") for number in range(3)]
    save(tmp_path, persons, people_in_a_part=1)
    assert rows(tmp_path / "works.parquet") == [{"work": 0, "role": "leader", "outcome": "succeeded"}]
    assert [row["field"] for row in rows(tmp_path / "work_fields.parquet")] == ["software", "hardware"]
    assert [row["activity"] for row in rows(tmp_path / "work_activities.parquet")] == ["a", "b"]
    assert len(rows(tmp_path / "shares.parquet")) == len(rows(tmp_path / "claims.parquet")) == 1


def test_areas_that_differ_in_degree_or_reach_have_numbers_of_their_own(tmp_path: Path) -> None:
    def area(degree: str | None, reach: str | None) -> Expertise:
        return Expertise(area="a", degree=degree, reach=reach, since=None)

    person = replace(NOBODY, expertise=(area("d", None), area(None, "d"), area("d", None)))
    assert [row["holding"] for row in _saved(tmp_path, "expertise", person)] == [0, 1, 0]


def test_a_title_that_repeats_the_id_or_the_kind_is_left_out(tmp_path: Path) -> None:
    titles = (same("kind"), same("更改"), Text(ja="更改", en="Renewal"))
    person = replace(
        NOBODY, contributions=tuple(Contribution(kind="kind", title=title, day=day("2024-04")) for title in titles)
    )
    found = _saved(tmp_path, "contributions", person)
    assert [(row["title_ja"], row["title_en"]) for row in found] == [(None, None), ("更改", None), ("更改", "Renewal")]


def test_the_lists_that_are_declared_complete_are_said(tmp_path: Path) -> None:
    (row,) = _saved(tmp_path, "people", replace(NOBODY, complete=frozenset({"engagements", "ratings"})))
    assert {name for name, value in row.items() if value is True} == {"all_engagements", "all_ratings"}


@pytest.mark.parametrize("employee", ["E-1", "E-0"])
def test_people_come_in_the_order_of_their_employee_numbers_and_once(employee: str) -> None:
    encoder = Encoder(measures=MEASURES)
    encoder.add(NOBODY)
    with pytest.raises(ValueError, match=f"'{employee}' comes after 'E-1'"):
        encoder.add(replace(NOBODY, employee=employee))
