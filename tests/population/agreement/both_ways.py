"""Do both readings agree on people who are drawn for it?

The one thing that a test, and the long run, ask: so many people are drawn, judged one by one, and judged all at once on each
engine; what differs is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Final

from kijun.framework.resolve import ResolvedEdition
from kijun.population.engines.engine import Engine
from kijun.population.judge_all import judge_all
from kijun.population.load import Workforce, open_workforce
from tests.population.agreement.disagreements import Difference, Seen, differences, judgements, write_workforce
from tests.population.agreement.random_people import Aims, aims_of, random_people

LOCAL: Final = "local[2]"
"""The master of the tests."""
DUCKDB, SPARK = "duckdb", "spark"
_FOR_FEW: Final = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.shuffle.partitions": "2",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What came of a comparison: what differs on which engine, what was seen, and how long each reading took."""

    differences: tuple[tuple[str, Difference], ...]
    seen: Seen
    seconds: dict[str, float] = field(default_factory=dict)


def an_engine(name: str, workforce: Workforce) -> Engine:
    """Return an engine for a workforce; the other one is not loaded."""
    if name == SPARK:
        from kijun.population.engines.spark import SparkEngine  # noqa: PLC0415  # it starts a JVM

        _start_spark()
        return SparkEngine(workforce, master=LOCAL)
    from kijun.population.engines.duckdb import DuckDbEngine  # noqa: PLC0415

    return DuckDbEngine(workforce)


def _start_spark() -> None:
    """Start the one session of this process, set up for few people: to compile their plan takes longer than to work it out."""
    from pyspark.sql import SparkSession  # noqa: PLC0415  # as above

    builder = SparkSession.builder.master(LOCAL).appName("kijun tests")
    for setting, value in _FOR_FEW.items():
        builder = builder.config(setting, value)
    builder.getOrCreate()


def read_all(editions: Sequence[ResolvedEdition], workforce: Workforce, into: Path, *, on: date, engine: str) -> Path:
    """Judge a workforce on an engine into a new folder, and return the folder."""
    into.mkdir(parents=True)
    sources = {each.edition.id: each.edition.id for each in editions}
    judge_all(editions, workforce, on=on, engine=an_engine(engine, workforce), into=into, sources=sources, folder="..")
    return into


def agreement(
    editions: Sequence[ResolvedEdition],
    folder: Path,
    *,
    on: date,
    people: int,
    seed: int = 1,
    engines: Sequence[str] = (DUCKDB,),
    aims: Aims | None = None,
    in_a_part: int | None = None,
) -> Agreement:
    """Return where the readings of so many people differ. They aim at the cells of the editions, or at those of `aims`."""
    drawn = list(random_people(people, aims or aims_of(editions), on=on, seed=seed))
    workforce = open_workforce(write_workforce(drawn, folder / "workforce", in_a_part=in_a_part or people))
    seen, found, seconds = Seen(), [], {}
    start = perf_counter()
    said = judgements(drawn, editions, on=on)
    seconds["one by one"] = perf_counter() - start
    for engine in engines:
        start = perf_counter()
        out = read_all(editions, workforce, folder / engine, on=on, engine=engine)
        seconds[engine] = perf_counter() - start
        counted = seen if engine == engines[0] else Seen()
        found += [(engine, each) for each in differences(out, drawn, said, counted)]
    return Agreement(differences=tuple(found), seen=seen, seconds=seconds)
