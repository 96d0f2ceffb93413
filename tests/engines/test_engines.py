"""Does every engine give the same verdicts, keep teams together, and leave people where they are?

One suite for all engines. What they agree on with the judgement of one person is asked on more people in
`tests/population/test_agreement.py`, and on many by `make agreement`.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kijun.catalogue.installed import shipped_editions
from kijun.evidence import Person
from kijun.framework.resolve import ResolvedEdition
from kijun.population.judge_all import judge_all, verdicts_of
from kijun.population.load import Workforce, open_workforce
from kijun.population.verdicts import open_verdicts
from tests.builders import ON
from tests.population.agreement.both_ways import DUCKDB, SPARK, an_engine, read_all
from tests.population.agreement.disagreements import Seen, differences, judgements, write_workforce
from tests.population.agreement.random_people import TEAMS, aims_of, random_people
from tests.population.agreement.settings import under

PEOPLE: Final = 60
POLICY: Final = "all skill items, by anyone"
"""One under which every table is read."""
BROUGHT: Final = ("collect", "toPandas", "toArrow", "toLocalIterator", "take", "head", "first", "tail")
"""How rows of a Spark relation come to the driver."""

needs_java = pytest.mark.skipif(
    shutil.which("java") is None and "JAVA_HOME" not in os.environ, reason="Spark needs Java (`make java`)"
)
ENGINES: Final = (DUCKDB, pytest.param(SPARK, marks=needs_java))
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """People, the workforce that they are, and the editions that they are judged in."""

    people: Sequence[Person]
    workforce: Workforce
    editions: list[ResolvedEdition]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    """Return sixty people in three parts."""
    editions = under(POLICY, shipped_editions()[:1])
    people = list(random_people(PEOPLE, aims_of(editions), on=ON, seed=5))
    folder = tmp_path_factory.mktemp("asked") / "workforce"
    return Asked(
        people=people, workforce=open_workforce(write_workforce(people, folder, in_a_part=25)), editions=editions
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What an engine wrote: the verdicts, and the same with each team in a folder of its own; and what it told meanwhile.

    `brought` are the columns of the relations of which Spark brought rows to the driver.
    """

    engine: str
    out: Path
    by_team: Path
    told: list[int]
    brought: list[list[str]]


@pytest.fixture(scope="module", params=ENGINES)
def ran(request: pytest.FixtureRequest, asked: Asked, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """Return what each engine wrote, one engine after the other."""
    engine, folder = str(request.param), tmp_path_factory.mktemp("ran")
    told: list[int] = []
    brought: list[list[str]] = []
    with pytest.MonkeyPatch.context() as patch:
        if engine == SPARK:
            _watch(patch, brought)
        out = read_all(asked.editions, asked.workforce, folder / "out", on=ON, engine=engine)
    (folder / "teams").mkdir()
    judge_all(
        asked.editions,
        asked.workforce,
        on=ON,
        engine=an_engine(engine, asked.workforce),
        into=folder / "teams",
        sources={each.edition.id: each.edition.id for each in asked.editions},
        folder="..",
        partition_by=["team"],
        progress=told.append,
    )
    return Ran(engine=engine, out=out, by_team=folder / "teams", told=told, brought=brought)


def _watch(patch: pytest.MonkeyPatch, brought: list[list[str]]) -> None:
    from pyspark.sql.classic.dataframe import DataFrame  # noqa: PLC0415

    def watched(whole: Callable[..., Any]) -> Callable[..., Any]:
        def bring(self: Any, *words: Any, **more: Any) -> Any:
            brought.append(self.columns)
            return whole(self, *words, **more)

        return bring

    for name in BROUGHT:
        patch.setattr(DataFrame, name, watched(getattr(DataFrame, name)))


def test_every_engine_gives_the_verdicts_of_the_judgement(ran: Ran, asked: Asked) -> None:
    said = judgements(asked.people, asked.editions, on=ON)
    assert list(differences(ran.out, asked.people, said, Seen())) == []


def test_every_engine_writes_what_opens_as_verdicts(ran: Ran) -> None:
    for folder in (ran.out, ran.by_team):
        assert open_verdicts(folder).judgement.people == PEOPLE


def test_the_people_of_a_file_stand_in_order(ran: Ran) -> None:
    for folder in (ran.out, ran.by_team):
        for file in (folder / "verdicts").rglob("*.parquet"):
            people = pq.ParquetFile(file).read(columns=["person"])["person"].to_pylist()
            assert people == sorted(people)


def test_nothing_else_is_left_beside_the_verdicts(ran: Ran) -> None:
    left = {path.relative_to(ran.out).parts[0] for path in ran.out.rglob("*") if path.is_file()}
    assert left == {"judgement.json", "verdicts"}
    assert {path.suffix for path in (ran.by_team / "verdicts").rglob("*") if path.is_file()} == {".parquet"}


def test_it_is_told_how_many_people_are_judged(ran: Ran) -> None:
    assert ran.told == sorted(ran.told)
    assert ran.told[-1] == PEOPLE


def test_teams_are_kept_in_folders_of_their_own(ran: Ran, asked: Asked) -> None:
    by_folder: dict[str | None, set[str]] = {}
    for file in (ran.by_team / "verdicts").rglob("*.parquet"):
        team = unquote(file.parent.name.removeprefix("team="))
        rows = pq.ParquetFile(file).read(columns=["employee"])["employee"].to_pylist()
        by_folder.setdefault(None if team == "__HIVE_DEFAULT_PARTITION__" else team, set()).update(rows)
    assert by_folder == {team: {each.employee for each in asked.people if each.team == team} for team in TEAMS}


def test_the_same_people_have_the_same_verdicts_in_whatever_folder(ran: Ran) -> None:
    assert _rows(ran.by_team) == _rows(ran.out)


def test_the_same_input_gives_the_same_bytes(ran: Ran, asked: Asked, tmp_path: Path) -> None:
    if ran.engine == DUCKDB:
        assert _bytes(read_all(asked.editions, asked.workforce, tmp_path / "again", on=ON, engine=DUCKDB)) == _bytes(
            ran.out
        )


def test_nobody_is_brought_to_the_driver(ran: Ran) -> None:
    assert [columns for columns in ran.brought if {"person", "employee"} & set(columns)] == []


def _bytes(out: Path) -> dict[str, str]:
    files = (path for path in sorted(out.rglob("*")) if path.is_file())
    return {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _rows(out: Path) -> list[dict[str, Any]]:
    table = pa.concat_tables(pq.ParquetFile(file).read() for file in (out / "verdicts").rglob("*.parquet"))
    table = table.drop_columns([name for name in table.column_names if name == "team"])
    rows: list[dict[str, Any]] = table.sort_by("person").to_pylist()
    return rows


@needs_java
def test_spark_s_plan_sends_what_is_shared_to_the_executors_and_nobody_by_way_of_the_driver(asked: Asked) -> None:
    from kijun.population.engines.spark import SparkEngine  # noqa: PLC0415

    engine = an_engine(SPARK, asked.workforce)
    assert isinstance(engine, SparkEngine)
    frame = engine.frame(verdicts_of(asked.editions, asked.workforce, on=ON, engine=engine).relation)
    sent = _broadcast(frame._jdf.queryExecution().executedPlan())
    assert [columns for columns in sent if "person" in columns] == []


def _broadcast(plan: Any) -> list[set[str]]:
    """Return the columns of each relation that a plan, or what it keeps, sends to every executor through the driver."""
    found, waiting = [], [plan]
    while waiting:
        here = waiting.pop()
        name = here.nodeName()
        if name == "AdaptiveSparkPlan":
            waiting.append(here.initialPlan())
            continue
        if name.startswith("InMemoryTableScan"):
            waiting.append(here.relation().cachedPlan())
        if name == "BroadcastExchange":
            output = here.output()
            found.append({output.apply(place).name() for place in range(output.size())})
        children = here.children()
        waiting += [children.apply(place) for place in range(children.size())]
    return found
