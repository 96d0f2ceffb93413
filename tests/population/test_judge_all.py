"""Is it written down what each bit of the verdicts stands for, and on what they rest?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedEdition, resolve_edition
from kijun.population.blocks import criteria_of
from kijun.population.engines.duckdb import DuckDbEngine
from kijun.population.judge_all import judge_all
from kijun.population.load import Workforce
from kijun.population.places import BITS
from kijun.population.verdicts import Verdicts, open_verdicts, word_columns
from kijun.population.verdicts_edition import edition_digest
from kijun.population.verdicts_judgement import Judgement
from tests.builders import ON, V3_2008, V3_2011, edition, engagement
from tests.people import hardware_five
from tests.population.a_workforce import named, workforce
from tests.population.rows import save

HARDWARE = f"{V3_2011}/customer-service/hardware"
SELLING = f"{V3_2008}/sales/consulting-sales"


def resolved(identity: str = V3_2011, **policy: str) -> ResolvedEdition:
    """Return an edition of which one field is left."""
    printed = edition(identity)
    whole = resolve_edition(
        printed, choose(printed.points, {key.replace("__", "."): each for key, each in policy.items()})
    )
    cells = {path: each for path, each in whole.cells.items() if each.indicator.field_path in (HARDWARE, SELLING)}
    return replace(whole, cells=cells)


def judge(editions: list[ResolvedEdition], people: Workforce, into: Path, **more: Any) -> Judgement:
    into.mkdir()
    engine = DuckDbEngine(people)
    sources = {each.edition.id: f"source of {each.edition.id}" for each in editions}
    try:
        return judge_all(
            editions,
            people,
            on=more.pop("on", ON),
            engine=engine,
            into=into,
            sources=sources,
            folder="../people",
            **more,
        )
    finally:
        engine.close()


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Workforce:
    """Write the handful of people, in two parts."""
    return save(tmp_path_factory.mktemp("judge") / "workforce", workforce(), people_in_a_part=4)


@pytest.fixture(scope="module")
def both(people: Workforce, tmp_path_factory: pytest.TempPathFactory) -> Verdicts:
    """Judge them in a field of each shipped edition."""
    out = tmp_path_factory.mktemp("judged") / "out"
    judge([resolved(V3_2008), resolved(V3_2011)], people, out)
    return open_verdicts(out)


def _rows(verdicts: Verdicts) -> list[dict[str, Any]]:
    return [row for file in verdicts.files() for row in pq.ParquetFile(file).read().to_pylist()]


def _is_met(row: Mapping[str, Any], verdicts: Verdicts, cell: str, part: str | None = None) -> bool:
    at = verdicts.bit_of(cell, part)
    assert at is not None
    return bool(row[f"met_{at.word}"] >> at.bit & 1)


def test_every_cell_of_every_edition_and_each_of_its_parts_has_a_bit(both: Verdicts) -> None:
    for each in (resolved(V3_2008), resolved(V3_2011)):
        for path, cell in each.cells.items():
            for part in (None, *criteria_of(cell)):
                assert both.bit_of(path, part) is not None


def test_every_cell_and_every_part_has_a_bit_of_its_own(both: Verdicts) -> None:
    at = [each.at for each in both.judgement.parts]
    assert len(set(at)) == len(at) == len({(each.cell, each.part) for each in both.judgement.parts})


def test_bits_are_given_in_words_of_62_and_every_word_is_a_column(both: Verdicts) -> None:
    places = [each.at for each in both.judgement.parts]
    assert all(0 <= at.bit < BITS for at in places)
    columns = {name for file in both.files() for name in pq.read_schema(file).names}
    assert {name for at in places for name in word_columns(at.word)} <= columns
    assert {at.word for at in places} <= set(range(1, both.judgement.words + 1))


def test_what_is_met_is_possible_too(both: Verdicts) -> None:
    named = {each.at for each in both.judgement.parts}
    for row in _rows(both):
        for at in named:
            met, possible = (row[name] >> at.bit & 1 for name in word_columns(at.word))
            assert met <= possible


@pytest.mark.parametrize("part", ["responsibility", "succession"])
def test_a_cell_of_which_one_part_decides_has_the_verdict_and_the_level_of_that_part(
    people: Workforce, tmp_path: Path, part: str
) -> None:
    judge([resolved(parts__required=part)], people, tmp_path / "out")
    verdicts = open_verdicts(tmp_path / "out")
    levels = {each.level: each.cell for each in verdicts.judgement.parts if each.part == part}
    seen = set()
    for row in _rows(verdicts):
        met = [level for level, cell in levels.items() if _is_met(row, verdicts, cell, part)]
        assert [level for level, cell in levels.items() if _is_met(row, verdicts, cell)] == met
        assert (row[f"{HARDWARE} met"] or 0) >= max(met, default=0)
        seen |= {level in met for level in levels}
    assert seen == {True, False}


def test_the_people_who_meet_a_cell_are_found_at_its_bit(both: Verdicts) -> None:
    met = {row["employee"] for row in _rows(both) if _is_met(row, both, f"{HARDWARE}/5")}
    assert met == {"E-1"}
    lacking = {row["employee"] for row in _rows(both) if not _is_met(row, both, f"{HARDWARE}/5", "succession")}
    assert {"E-3", "E-7"} <= lacking
    assert "E-2" not in lacking
    assert next(row[f"{HARDWARE} met"] for row in _rows(both)) == 5


def test_the_judgement_says_what_it_rests_on(both: Verdicts, people: Workforce) -> None:
    said = both.judgement
    assert (said.on, said.engine, said.people, said.folder) == (ON, "duckdb", 7, "../people")
    assert said.workforce_digest == people.manifest.digest
    assert [each.source for each in said.editions] == [f"source of {V3_2008}", f"source of {V3_2011}"]
    assert [each.digest for each in said.editions] == [edition_digest(resolved(each)) for each in (V3_2008, V3_2011)]


def test_parts_that_a_policy_does_not_require_are_judged_and_do_not_decide(people: Workforce, tmp_path: Path) -> None:
    said = judge([resolved(parts__required="responsibility,size")], people, tmp_path / "out")
    decides = {each.part: each.decides for each in said.parts if each.cell == f"{HARDWARE}/5"}
    assert (decides[None], decides["responsibility"], decides["succession"]) == (True, True, False)


def test_what_lies_after_the_day_is_not_judged(tmp_path: Path) -> None:
    later = hardware_five(engagement("bank-core", customers="whole-industry", start="2022-04-01", end=None))
    people = save(tmp_path / "people", [named(later, "E-1", "佐藤 花子", None)])
    said = {}
    for on in (date(2025, 3, 30), date(2025, 3, 31)):
        judge([resolved()], people, tmp_path / str(on), on=on)
        verdicts = open_verdicts(tmp_path / str(on))
        (row,) = _rows(verdicts)
        said[on] = _is_met(row, verdicts, f"{HARDWARE}/5", "responsibility")
    assert list(said.values()) == [False, True]


def test_it_is_told_how_many_people_are_judged_so_far(people: Workforce, tmp_path: Path) -> None:
    told: list[int] = []
    judge([resolved()], people, tmp_path / "out", progress=told.append)
    assert told[-1] == 7
