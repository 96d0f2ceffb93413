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


@pytest.fixture(scope="module", params=ENGINES)
def out(request: pytest.FixtureRequest, asked: Asked, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the verdicts of the people, from each engine in turn."""
    folder = tmp_path_factory.mktemp(str(request.param))
    return read_all(asked.editions, asked.workforce, folder / "out", on=ON, engine=str(request.param))


def test_every_engine_gives_the_verdicts_of_the_judgement(out: Path, asked: Asked) -> None:
    said = judgements(asked.people, asked.editions, on=ON)
    assert list(differences(out, asked.people, said, Seen())) == []


def test_every_engine_writes_what_opens_as_verdicts(out: Path) -> None:
    assert open_verdicts(out).judgement.people == PEOPLE


def test_the_people_of_a_file_stand_in_order(out: Path) -> None:
    for file in (out / "verdicts").rglob("*.parquet"):
        people = pq.ParquetFile(file).read(columns=["person"])["person"].to_pylist()
        assert people == sorted(people)


def test_nothing_else_is_left_beside_the_verdicts(out: Path) -> None:
    left = {path.relative_to(out).parts[0] for path in out.rglob("*") if path.is_file()}
    assert left == {"judgement.json", "verdicts"}
    assert {path.suffix for path in (out / "verdicts").rglob("*") if path.is_file()} == {".parquet"}


@pytest.mark.parametrize("engine", ENGINES)
def test_teams_are_kept_in_folders_of_their_own(engine: str, asked: Asked, tmp_path: Path) -> None:
    told: list[int] = []
    tmp_path.joinpath("out").mkdir()
    judge_all(
        asked.editions,
        asked.workforce,
        on=ON,
        engine=an_engine(engine, asked.workforce),
        into=tmp_path / "out",
        sources={each.edition.id: each.edition.id for each in asked.editions},
        folder="..",
        partition_by=["team"],
        progress=told.append,
    )
    assert told == sorted(told)
    assert told[-1] == PEOPLE
    by_folder: dict[str | None, set[str]] = {}
    for file in (tmp_path / "out" / "verdicts").rglob("*.parquet"):
        team = unquote(file.parent.name.removeprefix("team="))
        rows = pq.ParquetFile(file).read(columns=["employee"])["employee"].to_pylist()
        by_folder.setdefault(None if team == "__HIVE_DEFAULT_PARTITION__" else team, set()).update(rows)
    assert by_folder == {team: {each.employee for each in asked.people if each.team == team} for team in TEAMS}
    assert open_verdicts(tmp_path / "out").judgement.people == PEOPLE


def test_the_same_input_gives_the_same_bytes(asked: Asked, tmp_path: Path) -> None:
    once, again = (read_all(asked.editions, asked.workforce, tmp_path / name, on=ON, engine=DUCKDB) for name in "ab")
    assert _bytes(once) == _bytes(again)
    assert len(_bytes(once)) == 1 + len(asked.workforce.manifest.parts)


@needs_java
def test_the_same_input_gives_the_same_rows_on_spark(asked: Asked, tmp_path: Path) -> None:
    once, again = (read_all(asked.editions, asked.workforce, tmp_path / name, on=ON, engine=SPARK) for name in "ab")
    assert _rows(once) == _rows(again)


def _bytes(out: Path) -> dict[str, str]:
    files = (path for path in sorted(out.rglob("*")) if path.is_file())
    return {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _rows(out: Path) -> list[dict[str, Any]]:
    table = pa.concat_tables(pq.ParquetFile(file).read() for file in (out / "verdicts").rglob("*.parquet"))
    rows: list[dict[str, Any]] = table.sort_by("person").to_pylist()
    return rows


@needs_java
def test_spark_brings_nobody_to_the_driver(asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pyspark.sql.classic.dataframe import DataFrame  # noqa: PLC0415

    brought: list[list[str]] = []
    for name in BROUGHT:
        monkeypatch.setattr(DataFrame, name, _watched(getattr(DataFrame, name), brought))
    read_all(asked.editions, asked.workforce, tmp_path / "out", on=ON, engine=SPARK)
    assert [columns for columns in brought if {"person", "employee"} & set(columns)] == []


def _watched(whole: Callable[..., Any], brought: list[list[str]]) -> Callable[..., Any]:
    """Return a method of a relation which notes the columns of those of which rows are brought."""

    def watched(self: Any, *words: Any, **more: Any) -> Any:
        brought.append(self.columns)
        return whole(self, *words, **more)

    return watched


@needs_java
def test_spark_s_plan_sends_what_is_shared_to_the_executors_and_nobody_by_way_of_the_driver(asked: Asked) -> None:
    from kijun.population.engines.spark import SparkEngine  # noqa: PLC0415

    engine = an_engine(SPARK, asked.workforce)
    assert isinstance(engine, SparkEngine)
    frame = engine.frame(verdicts_of(asked.editions, asked.workforce, on=ON, engine=engine))
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
