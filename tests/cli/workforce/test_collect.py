"""Does `kijun workforce collect` say what it did, and leave what was there as it was where it is stopped?"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kijun.population.collect_staging import staging_of
from tests.cli.command import Kijun, both_languages, has_japanese
from tests.exchange.workforce.collected import record, write_lines, write_tables

PROGRAM = "import sys; from kijun.cli.main import run; sys.argv[0] = 'kijun'; run()"
LIMITED = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0})); "


def start(*arguments: object, most_bytes: int | None = None) -> subprocess.Popen[str]:
    """Start the command in a process of its own, which may write files of so many bytes."""
    program = ("" if most_bytes is None else LIMITED.format(most_bytes)) + PROGRAM
    words = [sys.executable, "-c", program, "--lang", "en", "workforce", "collect", *map(str, arguments)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def many(folder: Path, count: int) -> Path:
    """Write a folder of eight files of so many people each."""
    folder.mkdir(exist_ok=True)
    for file in range(8):
        write_lines(folder / f"{file}.jsonl", (record(f"E{file}-{number:05}") for number in range(count)))
    return folder


@both_languages
def test_it_says_what_was_collected_and_what_was_not(kijun: Kijun, tmp_path: Path, language: str) -> None:
    source = write_lines(tmp_path / "all.jsonl", [record("E1"), record("E2", team=3.5, role="x"), "{"])
    done = kijun("workforce", "collect", str(source), "-o", str(tmp_path / "out"), "--lang", language)
    assert done.code == 0
    assert f"{source}:2:" in done.err
    assert "K101" in done.err
    assert f"{source}:3:" in done.err
    assert str(tmp_path / "out" / "set-aside.jsonl") in done.err
    assert f"kijun workforce judge {tmp_path / 'out'}" in done.out
    assert has_japanese(done.out) == (language == "ja")
    assert ("1人を" if language == "ja" else "Collected 1 person into") in done.out
    assert "engagements: 2" in done.out


def test_nothing_that_can_be_used_is_an_error(kijun: Kijun, tmp_path: Path) -> None:
    done = kijun("workforce", "collect", str(write_lines(tmp_path / "all.jsonl", ["{"])), "-o", str(tmp_path / "out"))
    assert done.code == 2
    assert "Not one record can be used" in done.err
    assert not (tmp_path / "out").exists()


def test_a_file_without_a_record_is_no_reason_to_look_for_what_was_set_aside(kijun: Kijun, tmp_path: Path) -> None:
    done = kijun("workforce", "collect", str(write_lines(tmp_path / "all.jsonl", [""])), "-o", str(tmp_path / "out"))
    assert done.code == 2
    assert done.err == "There is not one record, and nothing was written. Look at the sources.\n"


def test_sources_that_are_wrong_are_said_before_anything_is_read(kijun: Kijun, tmp_path: Path) -> None:
    (tmp_path / "ratings.csv").touch()
    done = kijun(
        "workforce", "collect", str(tmp_path / "none"), str(tmp_path / "ratings.csv"), "-o", str(tmp_path / "out")
    )
    assert done.code == 2
    assert "K001" in done.err
    assert "K647" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["ratings.csv"]


def test_an_edition_of_one_s_own_brings_its_words(kijun: Kijun, tmp_path: Path) -> None:
    done = kijun(
        "workforce", "collect", str(tmp_path), "--edition", str(tmp_path / "none"), "-o", str(tmp_path / "out")
    )
    assert done.code == 2
    assert "neither an edition nor a folder" in done.err


def test_a_misspelt_command_is_asked_about(kijun: Kijun) -> None:
    done = kijun("workforce", "colect")
    assert done.code == 2
    assert '"collect"' in done.err


def test_a_second_run_continues_and_gives_the_same(kijun: Kijun, tmp_path: Path) -> None:
    source = write_tables(tmp_path / "in", [record(f"E{number}") for number in range(9)])
    whole, out = tmp_path / "whole", tmp_path / "out"
    assert kijun("workforce", "collect", str(source), "-o", str(whole)).code == 0
    largest = max(map(len, files(whole).values()))
    with start(source, "-o", out, most_bytes=largest - 1) as stopped:
        _, err = stopped.communicate()
    assert stopped.returncode == 2
    assert "File too large" in err
    assert not out.exists()
    done = kijun("workforce", "collect", str(source), "-o", str(out))
    assert done.code == 0
    assert "were read before" in done.out
    assert files(out) == files(whole)
    assert not staging_of(out).exists()


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_whenever_it_is_stopped_the_workforce_is_what_it_was(kijun: Kijun, tmp_path: Path, how: signal.Signals) -> None:
    source, out = many(tmp_path / "in", 3), tmp_path / "out"
    kijun("workforce", "collect", str(source), "-o", str(out))
    before = files(out)
    many(source, 300)
    for count in (1, 3, 1, 1):
        known = _made(out)
        with start(source, "-o", out, "--update") as running:
            while running.poll() is None and len(_made(out) - known) < count:
                os.sched_yield()
            running.send_signal(how)
            _, err = running.communicate()
        assert "Traceback" not in err
        assert ("run the same command again" in err) == (how is signal.SIGINT)
        assert running.returncode == (-9 if how is signal.SIGKILL else 130)
        assert files(out) == before
    done = kijun("workforce", "collect", str(source), "-o", str(out), "--update")
    assert "Collected 2,400 people" in done.out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out"]


def _made(out: Path) -> set[Path]:
    """Return the pieces that are finished, and the folders that are being written."""
    return {*staging_of(out).glob("*.done"), *out.parent.glob(".out.*.new")}


def test_where_nothing_may_be_written_that_is_said(kijun: Kijun, tmp_path: Path) -> None:
    source = write_lines(tmp_path / "all.jsonl", [record("E1")])
    done = kijun("workforce", "collect", str(source), "-o", "/proc/out")
    assert done.code == 2
    assert "/proc/.out.staging" in done.err


def test_it_loads_no_engine_before_it_is_asked(tmp_path: Path) -> None:
    heavy = "{'duckdb', 'ibis', 'pyarrow', 'numpy', 'pyspark'}"
    program = f"import kijun.cli.workforce.command, kijun.cli.workforce.collect, sys; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_a_source_without_a_name_is_not_the_folder_one_stands_in(kijun: Kijun, tmp_path: Path) -> None:
    done = kijun("workforce", "collect", "", "-o", str(tmp_path / "out"))
    assert done.code == 2
    assert "SOURCE is empty" in done.err
