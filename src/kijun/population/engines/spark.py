"""The engine for more than one machine: Spark, all people at once.

The same relations as on DuckDB. People stay on the cluster: the tables are read and the verdicts written by the executors, and
only what many people share comes to the driver. Needs the extra `spark`, Java 17, and folders that every executor sees.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import ibis
import ibis.expr.types as ir
import pyarrow as pa
from py4j.protocol import Py4JError
from pyspark import SparkConf, SparkContext
from pyspark.errors import PySparkException
from pyspark.java_gateway import launch_gateway
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import broadcast, col
from pyspark.sql.pandas.types import from_arrow_type

from kijun.errors import BadInput
from kijun.population.engines.engine import Progress
from kijun.population.load import Workforce
from kijun.population.tables import Table
from kijun.text import Text

PEOPLE_IN_A_FILE: Final = 250_000
_SETTINGS: Final = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.catalogImplementation": "in-memory",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.caseSensitive": "true",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.parquet.compression.codec": "zstd",
    # What is sent to every executor goes through the driver: what is shared is sent so by name, people never.
    "spark.sql.autoBroadcastJoinThreshold": "-1",
    "spark.sql.adaptive.autoBroadcastJoinThreshold": "-1",
}
_HERE: Final = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.shuffle.partitions": "8",  # the 200 of a cluster take one machine longer to hand out than to do
}
_MOST_LETTERS: Final = 400


class SparkEngine:
    """Judges a workforce on Spark; `master` is local[2], or the address of a cluster's master."""

    name = "spark"

    def __init__(self, workforce: Workforce, *, master: str = "local[*]") -> None:
        self._workforce = workforce
        self._session = session(master)
        self._connection = ibis.pyspark.connect(self._session)
        self._numbers = count()
        self._kept: list[str] = []

    def table(self, table: Table) -> ir.Table:
        """Return a table of the workforce, of all people."""
        files = [file.absolute().as_uri() for file in self._workforce.files(table)]
        found = self._session.read.parquet(*files)
        return self._named(found if table.is_cut else broadcast(found), table.name)

    def rows(self, table: Table) -> Iterator[dict[str, Any]]:
        """Yield the rows of a table that people share, in the order of its columns; what is empty comes last.

        They come to the driver some at a time. Raises BadInput where they cannot be read.
        """
        self.table(table)
        found = self._session.table(table.name).coalesce(1)
        try:
            in_order = found.sortWithinPartitions(*(found[name].asc_nulls_last() for name in found.columns))
            for row in in_order.toLocalIterator():
                yield row.asDict()
        except (PySparkException, Py4JError) as error:
            raise BadInput(_not_judged(_first_words(error))) from error

    def constant(self, rows: pa.Table) -> ir.Table:
        """Return a small table that was made here."""
        return self._named(broadcast(self._session.createDataFrame(rows)), f"constant_{next(self._numbers)}")

    def keep(self, relation: ir.Table) -> ir.Table:
        """Return a relation that the executors work out when it is first asked for, and keep.

        How it came about is forgotten, or it would be planned again with everything that uses it. So an executor that is
        lost ends the run.
        """
        frame = self.frame(relation).localCheckpoint(eager=False)
        name = f"kept_{next(self._numbers)}"
        self._kept.append(name)
        return self._named(frame, name)

    def step(self, relation: ir.Table) -> ir.Table:
        """Return a relation of people that is used once, as it is."""
        return relation

    def write(
        self, relation: ir.Table, schema: pa.Schema, into: Path, by: Sequence[str], progress: Progress | None
    ) -> None:
        """Have the executors write the verdicts, each file a range of people. Raises BadInput where they cannot."""
        people = self._workforce.manifest.people
        frame = self.frame(relation).select(
            *(col(f"`{field.name}`").cast(from_arrow_type(field.type)).alias(field.name) for field in schema)
        )
        for key, value in schema.metadata.items():
            frame = frame.withMetadata("person", {key.decode(): value.decode()})
        ranges = frame.repartitionByRange(max(1, -(-people // PEOPLE_IN_A_FILE)), "person")
        try:
            ranges.sortWithinPartitions(*by, "person").write.partitionBy(*by).parquet(
                str(into.absolute()), mode="append"
            )
        except (PySparkException, Py4JError) as error:
            raise BadInput(_not_judged(_first_words(error))) from error
        for left_over in [*into.rglob("_SUCCESS"), *into.rglob(".*.crc")]:
            left_over.unlink()
        if progress is not None:
            progress(people)

    def close(self) -> None:
        """Let the executors forget what they kept. The session stays: starting another one would take long."""
        while self._kept:
            self._session.catalog.dropTempView(self._kept.pop())

    def frame(self, relation: ir.Table) -> DataFrame:
        """Return a relation as Spark has it: a plan, nothing worked out."""
        return self._session.sql(self._connection.compile(relation))

    def _named(self, frame: DataFrame, name: str) -> ir.Table:
        frame.createOrReplaceTempView(name)
        return self._connection.table(name)


def session(master: str) -> SparkSession:
    """Return the session of this process; settings of one's own stand in Spark's own files, as always.

    A local one speaks to this machine only. What Java says while it starts is kept from the terminal. Raises BadInput.
    """
    if SparkContext._active_spark_context is not None:  # noqa: SLF001  # there is no other way to ask
        builder = SparkSession.builder
        for name, setting in _SETTINGS.items():
            builder = builder.config(name, setting)
        return builder.getOrCreate()
    is_local = master.startswith("local")
    with TemporaryDirectory(prefix="kijun-spark-") as folder:
        said = Path(folder) / "spark.log"
        settings = {**_SETTINGS, **(_HERE if is_local else {}), "spark.sql.warehouse.dir": f"{folder}/warehouse"}
        conf = SparkConf(loadDefaults=False).setMaster(master).setAppName("kijun workforce").setAll([*settings.items()])
        if is_local:
            os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        try:
            with said.open("w") as log:
                gateway = launch_gateway(conf, {"stdout": log, "stderr": log})  # type: ignore[no-untyped-call]
            return SparkSession(SparkContext(conf=conf, gateway=gateway))
        except (PySparkException, Py4JError) as error:
            words = _said_by_java(said.read_text(errors="replace")) or _first_words(error)
            raise BadInput(_not_started(words, master)) from error


def _said_by_java(log: str) -> str | None:
    """Return the first exception that Java names in its log, in its own words."""
    found = next((line for line in log.splitlines() if "Exception: " in line or "Error: " in line), None)
    return None if found is None else found.partition(": ")[2][:_MOST_LETTERS]


def _first_words(error: Exception) -> str:
    """Return what Spark says, without where in Java it said so."""
    java = getattr(error, "java_exception", None)
    said = str(error) if java is None else str(java.getMessage())
    return next((line.strip() for line in said.splitlines() if line.strip()), type(error).__name__)[:_MOST_LETTERS]


def _not_started(words: str, master: str) -> Text:
    return Text(
        ja=f"マスター「{master}」でSparkを起動できません: {words}",
        en=f'Spark did not start with the master "{master}": {words}',
    )


def _not_judged(first: str) -> Text:
    return Text(ja=f"Sparkで判定できませんでした: {first}", en=f"Spark could not judge: {first}")
