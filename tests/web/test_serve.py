"""`kijun serve` as a user starts it: a real process, a real port."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from random import Random

import psycopg

from tests.web.postgres import empty_database
from tests.web.serving import ANSWERS_WITHIN, Served, answers, environment, free_port, kill, serve, start
from tests.web.soundness import faults_of
from tests.web.writing import Writer


def run(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from kijun.cli.main import run; run()", "serve", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=folder,
        env=environment(**more),
    )


def ended(served: Served) -> bool:
    """Return whether nothing of it runs any more, within ten seconds."""
    until = time.monotonic() + 10
    while served.processes() and time.monotonic() < until:
        time.sleep(0.05)
    return not served.processes()


def test_the_demonstration_answers_within_twenty_seconds_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with serve(tmp_path, "--demo", TMPDIR=str(tmp_path)) as served:
        assert served.started_in < ANSWERS_WITHIN
        assert served.address in served.said
    assert ended(served)
    assert not list(tmp_path.glob("kijun-demo-*"))


def test_a_process_that_is_killed_takes_its_helpers_with_it(tmp_path: Path) -> None:
    served = start(tmp_path, ["--data", str(tmp_path / "data")])
    try:
        os.kill(served.process.pid, signal.SIGKILL)
        served.process.wait()
        assert ended(served)
    finally:
        if served.processes():
            kill(served)


def test_the_first_start_says_where_to_set_it_up_and_the_address_changes_with_each_start(tmp_path: Path) -> None:
    data = str(tmp_path / "data")
    with serve(tmp_path, "--data", data) as served:
        first = served.first_run.partition("token=")[2]
    with serve(tmp_path, "--data", data) as served:
        assert served.first_run.partition("token=")[2] != first
    assert (tmp_path / "data" / "kijun.sqlite3").is_file()


def test_the_data_are_for_their_owner_only(tmp_path: Path) -> None:
    with serve(tmp_path, "--data", str(tmp_path / "data")):
        assert (tmp_path / "data").stat().st_mode & 0o077 == 0
        assert (tmp_path / "data" / "secret-key").stat().st_mode & 0o077 == 0


def test_a_port_that_is_taken_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with serve(tmp_path, "--data", str(tmp_path / "data")) as served:
        port = served.address.rpartition(":")[2]
        done = run(tmp_path, "--port", port, "--data", str(tmp_path / "other"))
    assert done.returncode == 2
    assert f"Port {port}" in done.stderr
    assert "--port" in done.stderr


def test_a_data_folder_that_is_served_already_is_refused(tmp_path: Path) -> None:
    data = str(tmp_path / "data")
    with serve(tmp_path, "--data", data) as served:
        done = run(tmp_path, "--port", str(free_port()), "--data", data)
        assert answers(served.address)
    assert done.returncode == 2
    assert "Another kijun serve" in done.stderr


def test_a_data_folder_that_cannot_be_made_is_refused_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for language, words in (("en", "cannot be written to"), ("ja", "書き込めません")):
        done = run(tmp_path, "--port", str(free_port()), "--data", str(tmp_path / "file" / "data"), KIJUN_LANG=language)
        assert done.returncode == 2
        assert words in done.stderr


def test_a_database_that_does_not_answer_is_refused(tmp_path: Path) -> None:
    address = f"postgres://nobody@127.0.0.1:{free_port()}/nothing"
    done = run(tmp_path, "--port", str(free_port()), "--data", str(tmp_path / "data"), "--database", address)
    assert done.returncode == 2
    assert "--database" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_address_that_is_no_database_is_refused(tmp_path: Path) -> None:
    done = run(tmp_path, "--port", str(free_port()), "--data", str(tmp_path / "data"), "--database", "mysql://here")
    assert done.returncode == 2
    assert "postgres://" in done.stderr
    assert "Traceback" not in done.stderr


def has_written(writer: Writer, enough: int) -> bool:
    return writer.acknowledged >= enough


def test_a_team_works_on_postgresql_and_finds_what_it_wrote(postgres: str, tmp_path: Path) -> None:
    with empty_database(postgres, "team") as address:
        writer = Writer(email="daisuke.fujita@example.com", name="team", random=Random(7))
        for number in (1, 2):
            with serve(tmp_path, "--demo", "--data", str(tmp_path / "data"), "--database", address) as served:
                writer.address = served.address
                writer.come_in(address)
                writer.write(address, partial(has_written, writer, 15 * number))
            assert writer.wrong == []
            assert ended(served)
        with psycopg.connect(address) as connection:
            assert faults_of(lambda query: connection.execute(query.encode()).fetchall()) == []
            found = connection.execute("SELECT body->>'whom' FROM people_entry WHERE list = 'mentoring'").fetchall()
        held = {word for name, word in writer.held.items() if name.startswith("entry/") and word is not None}
        assert held <= {word for (word,) in found}
        assert not (tmp_path / "data" / "kijun.sqlite3").exists()
