"""The engine for more than one machine: Spark, all people at once.

The same relations as on DuckDB. People stay on the cluster: the tables are read and the verdicts written by the executors, and
only what many people share comes to the driver. Needs the extra `spark`, Java 17, and folders that every executor sees.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Final

import ibis
import ibis.expr.types as ir
import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import col
from pyspark.sql.pandas.types import from_arrow_type

from kijun.population.engines.engine import Progress
from kijun.population.load import Workforce
from kijun.population.tables import Table

PEOPLE_IN_A_FILE: Final = 250_000
_SETTINGS: Final = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.caseSensitive": "true",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.parquet.compression.codec": "zstd",
}


class SparkEngine:
    """Judges a workforce on Spark; `master` is local[2], or the address of a cluster's master."""

    name = "spark"

    def __init__(self, workforce: Workforce, *, master: str = "local[*]") -> None:
        self._workforce = workforce
        self._session = session(master)
        self._connection = ibis.pyspark.connect(self._session)
        self._numbers = count()

    def table(self, table: Table) -> ir.Table:
        """Return a table of the workforce, of all people."""
        files = [str(file.absolute()) for file in self._workforce.files(table)]
        return self._named(self._session.read.parquet(*files), table.name)

    def constant(self, rows: pa.Table) -> ir.Table:
        """Return a small table that was made here."""
        return self._named(self._session.createDataFrame(rows), f"constant_{next(self._numbers)}")

    def keep(self, relation: ir.Table, *, is_shared: bool) -> ir.Table:
        """Return a relation that the executors work out when it is first asked for, and keep."""
        frame = self.frame(relation).persist()
        return self._named(frame, f"{'shared' if is_shared else 'kept'}_{next(self._numbers)}")

    def write(
        self, relation: ir.Table, schema: pa.Schema, into: Path, by: Sequence[str], progress: Progress | None
    ) -> None:
        """Have the executors write the verdicts, each file a range of people."""
        people = self._workforce.manifest.people
        frame = self.frame(relation).select(
            *(col(f"`{field.name}`").cast(from_arrow_type(field.type)).alias(field.name) for field in schema)
        )
        for key, value in schema.metadata.items():
            frame = frame.withMetadata("person", {key.decode(): value.decode()})
        ranges = frame.repartitionByRange(max(1, -(-people // PEOPLE_IN_A_FILE)), "person")
        ranges.sortWithinPartitions("person").write.partitionBy(*by).parquet(str(into.absolute()), mode="append")
        for left_over in [*into.rglob("_SUCCESS"), *into.rglob(".*.crc")]:
            left_over.unlink()
        if progress is not None:
            progress(people)

    def frame(self, relation: ir.Table) -> DataFrame:
        """Return a relation as Spark has it: a plan, nothing worked out."""
        return self._session.sql(self._connection.compile(relation))

    def _named(self, frame: DataFrame, name: str) -> ir.Table:
        frame.createOrReplaceTempView(name)
        return self._connection.table(name)


def session(master: str) -> SparkSession:
    """Return the session of this process on a master; settings of one's own stand in Spark's own files, as always."""
    builder = SparkSession.builder.master(master).appName("kijun workforce")
    for setting, value in _SETTINGS.items():
        builder = builder.config(setting, value)
    return builder.getOrCreate()
