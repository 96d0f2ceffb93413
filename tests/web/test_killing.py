"""A small sample of `make kill`: the application is killed while people write, and nothing that they were told is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

from tests.web.killing import Killed, run, what_is_wrong
from tests.web.serving import serve
from tests.web.soundness import faults_of
from tests.web.writing import Writer

SEED = Random().randrange(10**6)


def test_no_acknowledged_write_is_lost_and_no_change_is_without_its_history(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    done = run(tmp_path, times=3, seed=SEED)
    record_property("tried", f"{done.times} kills after {done.acknowledged} acknowledged writes, seed {SEED}")
    assert done.wrong == [], f"seed {SEED}"
    assert done.acknowledged > 0
    assert done.unanswered > 0, "it was killed while somebody wrote"


def test_a_write_that_is_lost_is_found(tmp_path: Path) -> None:
    data = tmp_path / "data"
    writer = Writer(email="daisuke.fujita@example.com", name="lost", random=Random(1))
    with serve(tmp_path, "--demo", "--data", str(data)) as served:
        writer.address = served.address
        writer.write(data / "kijun.sqlite3", lambda: writer.acknowledged >= 12)
    assert writer.wrong == []
    with closing(sqlite3.connect(data / "kijun.sqlite3")) as connection:
        assert list(what_is_wrong(connection, [writer], Killed(seed=1))) == []
        connection.execute("DELETE FROM people_entry WHERE body LIKE '%lost-%'")
        found = list(what_is_wrong(connection, [writer], Killed(seed=1)))
        assert any("was acknowledged as lost-" in each for each in found)
        assert faults_of(connection.execute) != []
