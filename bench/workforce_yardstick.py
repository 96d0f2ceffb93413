"""What does it cost to look at a workforce at all: DuckDB reads its five large tables and groups each by person?

    python bench/workforce_yardstick.py DIR

The yardstick that `kijun workforce judge` is measured against: a whole process that counts the rows of every person and sums
one column of each table, on as many threads as the judgement, and decides nothing.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

import duckdb

_COLUMNS: Final = {
    "people": "all_engagements::INTEGER",
    "engagements": "work",
    "expertise": "holding",
    "contributions": "kind",
    "ratings": "level",
}
"""One column of each table. A sum has to read it; a highest value would be answered from the ends of the files."""


def main(folder: Path) -> int:
    """Read and group the tables of a workforce."""
    connection = duckdb.connect(config={"threads": os.cpu_count() or 1})
    for table, column in _COLUMNS.items():
        files = str(folder / table / "*.parquet")
        grouped = f"SELECT person, count(*) AS rows, sum({column}) AS total FROM read_parquet(?) GROUP BY person"
        found = connection.execute(f"SELECT count(*), sum(rows), sum(total) FROM ({grouped})", [files]).fetchone()
        print(table, *found or ())
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
