"""What must an engine be able to do, so that the same relations run on it?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import ibis.expr.types as ir
import pyarrow as pa

from kijun.population.tables import Table

Progress = Callable[[int], None]
"""Told how many people are judged so far."""


class Engine(Protocol):
    """Reads the tables of one workforce, keeps what is used again, and writes what comes out of a relation.

    A relation is written down once. Whether it then runs over all people or over one part after the other is the engine's.
    """

    name: str

    def table(self, table: Table) -> ir.Table:
        """Return a table of the workforce."""
        ...

    def rows(self, table: Table) -> Iterator[dict[str, Any]]:
        """Yield the rows of a table that people share, in the order of its columns; what is empty comes last."""
        ...

    def constant(self, rows: pa.Table) -> ir.Table:
        """Return a small table that was made here."""
        ...

    def keep(self, relation: ir.Table) -> ir.Table:
        """Return a relation of people that is worked out once, however often it is used."""
        ...

    def step(self, relation: ir.Table) -> ir.Table:
        """Return a relation of people that is used once, worked out by itself where the engine is better off so."""
        ...

    def write(
        self, relation: ir.Table, schema: pa.Schema, into: Path, by: Sequence[str], progress: Progress | None
    ) -> None:
        """Write a relation that has a row a person into a folder as Parquet, sorted by person, with the schema's metadata.

        `by` are columns whose values make folders of their own.
        """
        ...

    def close(self) -> None:
        """Let go of everything that was opened or kept."""
        ...
