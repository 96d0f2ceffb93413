"""Do the judgement of one person and the reading of everybody at once agree?

A sample; `make agreement` compares many more people, under each policy and on both engines.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from kijun.catalogue.installed import shipped_editions
from kijun.framework.resolve import ResolvedEdition
from kijun.population.verdicts import open_verdicts
from kijun.verdict import Verdict
from tests.builders import ON
from tests.population.agreement.both_ways import Agreement, agreement
from tests.population.agreement.disagreements import Seen, differences, judgements
from tests.population.agreement.random_people import Aims, aims_of, random_people
from tests.population.agreement.settings import AIMED, DEFAULT, POLICIES, under
from tests.population.agreement.tailored import tailored_editions

SHIPPED = shipped_editions()


def shipped_aims() -> Aims:
    return aims_of([each for policy in AIMED for each in under(policy, SHIPPED)])


@pytest.fixture(scope="module")
def by_default(tmp_path_factory: pytest.TempPathFactory) -> Agreement:
    """Return the comparison of four hundred people, in three parts, in the shipped editions."""
    folder = tmp_path_factory.mktemp("default")
    editions = under(DEFAULT, SHIPPED)
    return agreement(editions, folder, on=ON, people=400, aims=shipped_aims(), in_a_part=150)


def test_both_readings_give_every_part_of_every_shipped_cell_the_same_verdict(by_default: Agreement) -> None:
    assert by_default.differences == ()
    cells = {cell for each in under(DEFAULT, SHIPPED) for cell in each.cells}
    assert {cell for cell, _ in by_default.seen.asked} == cells


def test_the_people_meet_every_cell_and_miss_it_and_leave_it_open(by_default: Agreement) -> None:
    rare = {asked: by_default.seen.rarest(asked) for asked in by_default.seen.asked}
    assert {asked: seen for asked, seen in rare.items() if asked[1] is None and seen < 3} == {}
    assert sum(seen == 0 for seen in rare.values()) == 0


@pytest.mark.parametrize("policy", [policy for policy in POLICIES if policy != DEFAULT])
def test_they_agree_under_every_other_answer(policy: str, tmp_path: Path) -> None:
    editions = under(policy, SHIPPED)
    assert agreement(editions, tmp_path, on=ON, people=40).differences == ()


def test_they_agree_on_a_company_s_own_standard_and_on_cells_that_were_half_read(tmp_path: Path) -> None:
    assert agreement(tailored_editions(tmp_path / "own"), tmp_path, on=ON, people=100).differences == ()


@pytest.mark.parametrize("on", [date(2024, 2, 29), date(2028, 2, 28)])
def test_they_agree_on_a_leap_day_and_where_a_window_begins_on_one(on: date, tmp_path: Path) -> None:
    assert agreement(under("five years", SHIPPED), tmp_path, on=on, people=60).differences == ()


def test_a_wrong_bit_is_found(tmp_path: Path) -> None:
    editions: list[ResolvedEdition] = under(DEFAULT, SHIPPED)
    people = list(random_people(20, shipped_aims(), on=ON, seed=3))
    found = agreement(editions, tmp_path, on=ON, people=20, seed=3, aims=shipped_aims())
    assert found.differences == ()
    file = next((tmp_path / "duckdb" / "verdicts").glob("*.parquet"))
    table = pq.read_table(file)
    at = open_verdicts(tmp_path / "duckdb").judgement.parts[0].at
    column = f"possible_{at.word}"
    place = table.schema.get_field_index(column)
    words = [word ^ (1 << at.bit) for word in table[column].to_pylist()]
    pq.write_table(table.set_column(place, table.schema.field(place), [words]), file)
    wrong = list(differences(tmp_path / "duckdb", people, judgements(people, editions, on=ON), Seen()))
    assert {each.judged for each in wrong} <= {*Verdict, "met is possible"}
    assert len({each.employee for each in wrong}) >= 20
