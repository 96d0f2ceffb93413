"""Is a sample like a real workforce, always the same, and such as the tables say?"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from kijun.catalogue.installed import shipped_editions
from kijun.catalogue.record_file import read_record_text
from kijun.catalogue.record_words import words_of
from kijun.evidence import LISTS, Person
from kijun.evidence.assume import Additions
from kijun.evidence.dump_additions import dump_additions
from kijun.framework.policy import choose
from kijun.framework.resolve import resolve_edition
from kijun.judgement.judge import judge_edition
from kijun.judgement.proof import CellJudgement
from kijun.population.encode import Encoder
from kijun.population.load import Workforce, open_workforce
from kijun.population.manifest import Manifest
from kijun.population.parts import file_of
from kijun.population.people import all_people
from kijun.population.sample.crowd import BLOCK
from kijun.population.sample.plan import DAY, SamplePlan
from kijun.population.sample.write import write_sample
from kijun.population.tables import CUT, ENGAGEMENTS, RATINGS, TABLES, columns_of

_MONTH_ONLY, _TWO_IN_A_MONTH = "K202", "K224"
_COMPANY = SamplePlan(people=300, seed=11)
_NUMBERED = {"work", "condition_set", "context", "holding", "kind", "examination", "item"}
"""Columns that name a row of a shared table; a sample numbers those in another order than a record after the other does."""


def _sample(folder: Path, plan: SamplePlan) -> Manifest:
    folder.mkdir()
    return write_sample(folder, shipped_editions(), plan)


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Workforce:
    """Draw three hundred people."""
    folder = tmp_path_factory.mktemp("samples") / "company"
    _sample(folder, _COMPANY)
    return open_workforce(folder)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Workforce:
    """Draw a block of people and some of the next one."""
    folder = tmp_path_factory.mktemp("samples") / "town"
    _sample(folder, replace(_COMPANY, people=BLOCK + 100))
    return open_workforce(folder)


@pytest.fixture(scope="module")
def judged(company: Workforce) -> list[list[CellJudgement]]:
    """Judge the people of the company in every cell of every shipped edition."""
    editions = [resolve_edition(edition, choose(edition.points, {})) for edition in shipped_editions()]
    return [
        [cell for edition in editions for cell in judge_edition(edition, person, on=DAY).values()]
        for person in all_people(company)
    ]


def test_the_same_seed_gives_the_same_bytes_and_another_one_other_people(tmp_path: Path, company: Workforce) -> None:
    again = _sample(tmp_path / "again", _COMPANY)
    other = _sample(tmp_path / "other", replace(_COMPANY, seed=12))
    assert again == company.manifest
    assert other.digest != again.digest


def test_the_first_people_of_a_larger_sample_are_those_of_a_smaller_one(company: Workforce, town: Workforce) -> None:
    many = all_people(town)
    assert [next(many) for _ in range(_COMPANY.people)] == list(all_people(company))


def test_the_tables_are_what_the_records_would_become(company: Workforce) -> None:
    encoder = Encoder(measures=company.manifest.measures)
    for person in all_people(company):
        encoder.add(person)
    tables = encoder.part()
    for table in CUT:
        drawn = pq.read_table(file_of(company.folder, table))
        for name in set(drawn.column_names) - _NUMBERED:
            assert drawn[name].equals(tables[table.name][name]), f"{table.name}.{name}"


def test_every_record_is_one_that_kijun_accepts(company: Workforce) -> None:
    words = words_of(shipped_editions())
    for person in list(all_people(company))[::5]:
        loaded = read_record_text(json.dumps(_plain(person)), "record.json", words, today=DAY)
        assert {problem.code for problem in loaded.problems} <= {_MONTH_ONLY, _TWO_IN_A_MONTH}
        assert loaded.person == person


def _plain(person: Person) -> dict[str, object]:
    facts = Additions(
        engagements=person.engagements,
        expertise=person.expertise,
        contributions=person.contributions,
        mentoring=person.mentoring,
        qualifications=person.qualifications,
        ratings=person.ratings,
        confirmations=person.confirmations,
        complete=person.complete,
    )
    written, reading = person.name.written, person.name.reading
    name = written if reading is None else {"text": written, "reading": reading}
    known = {"employee": person.employee, "name": name, **({"team": person.team} if person.team else {})}
    return {**known, **dump_additions(facts), "complete": [each for each in LISTS if each in person.complete]}


def test_there_are_as_many_rows_as_were_asked_for(tmp_path: Path) -> None:
    plan = SamplePlan(people=BLOCK, seed=3, engagements=2, contributions=1, expertise=4, ratings=6)
    rows = _sample(tmp_path / "sample", plan).parts[0].rows
    assert rows["engagements"] == pytest.approx(2 * BLOCK, rel=0.05)
    assert rows["contributions"] == pytest.approx(1 * BLOCK, rel=0.05)
    assert rows["expertise"] == pytest.approx(4 * BLOCK, rel=0.05)
    assert rows["ratings"] == pytest.approx(6 * BLOCK, rel=0.05)


def test_lists_can_be_empty(tmp_path: Path) -> None:
    plan = SamplePlan(people=3, seed=3, engagements=0, contributions=0, expertise=0, ratings=0)
    _sample(tmp_path / "sample", plan)
    people = list(all_people(open_workforce(tmp_path / "sample")))
    assert [(each.engagements, each.contributions, each.expertise, each.ratings) for each in people] == [((),) * 4] * 3


@pytest.mark.parametrize("on", [date(2024, 2, 29), date(1900, 1, 1)])
def test_nothing_begins_after_the_last_day(tmp_path: Path, on: date) -> None:
    _sample(tmp_path / "sample", SamplePlan(people=200, seed=4, on=on))
    for person in all_people(open_workforce(tmp_path / "sample")):
        days = [each.start.earliest for each in person.engagements]
        days += [each.end.latest for each in person.engagements if each.end is not None]
        days += [each.day.earliest for each in person.contributions]
        days += [each.day.earliest for each in person.qualifications]
        days += [each.day.earliest for each in person.ratings]
        days += [each.since.earliest for each in person.mentoring]
        assert all(day <= on for day in days)
        assert all(each.end is None or each.end.latest >= each.start.earliest for each in person.engagements)


def test_whatever_can_be_empty_sometimes_is(town: Workforce) -> None:
    always_empty = {("engagements", "title_en"), ("contributions", "title_en"), ("confirmations", "until")}
    never_empty = {("contributions", "title_ja")}
    for table in TABLES.values():
        rows = _all_rows(town, table.name)
        for column in columns_of(table, town.manifest.measures):
            place = (table.name, column.name)
            if column.can_be_empty:
                empty = rows[column.name].null_count
                assert (empty == len(rows)) == (place in always_empty), place
                assert (empty == 0) == (place in never_empty), place


def test_unlikely_things_happen(town: Workforce) -> None:
    engagements, ratings = _all_rows(town, ENGAGEMENTS.name), _all_rows(town, RATINGS.name)
    for name in ("is_since_month", "is_until_month"):
        assert _share(engagements[name]) > 0.01
    assert _share(pc.greater(engagements["shared_project"], 0)) > 0.01
    assert 0 < _share(ratings["is_contested"]) < 0.2
    assert set(ratings["rater"].to_pylist()) == {0, 1, 2}
    assert _values(town, "works", "outcome") == {"failed", "participated", "carried-out", "succeeded"}
    assert _values(town, "claims", "decision") == {"claimed", "recognised", "refused"}
    assert _values(town, "condition_sets", "is_whole") == {True, False}
    for name in LISTS:
        assert 0.3 < _share(_all_rows(town, "people")[f"all_{name}"]) < 0.95


def _all_rows(workforce: Workforce, name: str) -> pa.Table:
    return pa.concat_tables([pq.read_table(path) for path in workforce.files(TABLES[name])])


def _share(flags: pa.ChunkedArray) -> float:
    return float(pc.mean(flags.cast(pa.int8())).as_py())


def _values(workforce: Workforce, table: str, column: str) -> set[object]:
    return set(_all_rows(workforce, table)[column].to_pylist())


def test_engagements_overlap_touch_and_leave_gaps(town: Workforce) -> None:
    between = Counter[str]()
    for person in all_people(town):
        for one, next_one in zip(person.engagements, person.engagements[1:], strict=False):
            if one.end is not None:
                days = (next_one.start.earliest - one.end.latest).days
                between["touch" if days == 1 else "gap" if days > 1 else "overlap"] += 1
    assert min(between["touch"], between["gap"], between["overlap"]) > 0.1 * between.total()


def test_many_numbers_are_the_very_ones_that_are_printed(town: Workforce) -> None:
    persons = [row for row in _all_rows(town, "engagements")["size_peak_persons"].to_pylist() if row is not None]
    exact = Counter(persons)
    assert min(exact[10], exact[50], exact[500], exact[49], exact[499]) > 0
    assert exact[1] + exact[10] + exact[50] + exact[500] > 0.2 * len(persons)


def test_most_people_are_in_the_middle_and_few_at_the_top(judged: list[list[CellJudgement]]) -> None:
    highest = Counter(
        max((_level(cell) for cell in cells if cell.verdict.value == "met"), default=0) for cells in judged
    )
    assert set(range(7)) <= set(highest)
    assert highest[3] + highest[4] > 0.4 * len(judged)
    assert highest[5] + highest[6] + highest[7] < 0.25 * len(judged)


def _level(cell: CellJudgement) -> int:
    return cell.cell.indicator.level


def test_many_are_one_part_short_and_much_is_unknown(judged: list[list[CellJudgement]]) -> None:
    marks = Counter(cell.mark for cells in judged for cell in cells)
    short = Counter(part for cells in judged for cell in cells if cell.is_one_part_short for part in cell.short_parts)
    assert min(marks.values()) > 0.02 * marks.total()
    assert {"responsibility", "expertise", "succession", "mentoring"} <= set(short)


def test_fields_and_teams_are_of_unequal_sizes(company: Workforce) -> None:
    teams = Counter(person.team for person in all_people(company))
    assert len(teams) > 6
    assert max(teams.values()) > 3 * min(teams.values())
    assert any(team and "営業部" in team for team in teams)
