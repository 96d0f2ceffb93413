"""What does each release leave behind? A filled database of its schema, as text, of each kind, and what is true of it.

`python -m tests.upgrades.release` (make release-database) writes the folder of this version again: sqlite.sql, postgres.sql,
expected.json. It writes the same whenever nothing has changed. Once a version is released its folder stays as it is: every later
version upgrades it (`tests/web/test_upgrades.py`).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

import kijun
from tests.upgrades.dumps import dump_postgres, dump_sqlite
from tests.web.postgres import cluster
from tests.web.serving import environment

FOLDER: Final = Path(__file__).parent
ROOT: Final = FOLDER.parents[1]
DATABASE: Final = "kijun.sqlite3"
KEPT: Final = ("rows", "verdicts", "migrations", "opens")


def ask(data: Path, asked: str, *, address: str = "", told: Any = None) -> subprocess.CompletedProcess[str]:
    """Ask this version about the database at an address, or in a data folder."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    return subprocess.run(
        [sys.executable, "-m", "tests.upgrades.application", asked],
        input=json.dumps(told),
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=environment(
            KIJUN_DATA=str(data),
            KIJUN_DATABASE=address,
            PYTHONHASHSEED="0",
            PYTHONPATH=os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
        ),
    )


def answer(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """Return what it told."""
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def main() -> int:
    """Write the folder of this version."""
    place = FOLDER / kijun.__version__
    place.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        told = answer(ask(Path(folder) / "one", "fill"))
        (place / "sqlite.sql").write_text(dump_sqlite(Path(folder) / "one" / DATABASE), encoding="utf-8")
        with cluster() as address:
            other = answer(ask(Path(folder) / "two", "fill", address=address))
            (place / "postgres.sql").write_text(dump_postgres(address), encoding="utf-8")
    assert told["faults"] == [], told["faults"]
    assert told == other, "both databases hold the same"
    kept = json.dumps({name: told[name] for name in KEPT}, ensure_ascii=False, indent=1)
    (place / "expected.json").write_text(kept + "\n", encoding="utf-8")
    print(f"{place.relative_to(ROOT)}: {', '.join(sorted(each.name for each in place.iterdir()))}")  # noqa: T201  # what was written
    return 0


if __name__ == "__main__":
    sys.exit(main())
