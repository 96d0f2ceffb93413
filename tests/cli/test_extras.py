"""Does a command say what it is missing, before it begins?"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kijun.cli.extras import SPARK, WORKFORCE, refuse_without, refuse_without_java
from kijun.errors import KijunError
from kijun.text import Text

WHAT = Text(ja="全員の判定", en="Judging a workforce")
DEBIAN = "apt-get install openjdk-17-jre-headless"


def java(folder: Path, says: str, *, code: int = 0) -> Path:
    """Put a program called java there which says that it is that version."""
    program = folder / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\necho '{says}' >&2\nexit {code}\n", encoding="utf-8")
    program.chmod(0o755)
    return folder


def refused() -> Text:
    with pytest.raises(KijunError) as error:
        refuse_without_java()
    return error.value.text


def test_all_that_a_workforce_and_spark_need_is_installed_for_developers() -> None:
    refuse_without(WORKFORCE, "workforce", WHAT)
    refuse_without(SPARK, "spark", WHAT)


@pytest.mark.parametrize(("library", "extra"), [*((each, "workforce") for each in WORKFORCE), ("pyspark", "spark")])
def test_a_missing_library_is_named_with_the_extra_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, library: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(KijunError) as error:
        refuse_without(SPARK, extra, WHAT)
    assert error.value.text.en.startswith(f"Judging a workforce needs {library}.")
    assert error.value.text.ja.startswith(f"全員の判定には{library}が要ります。")
    assert all(f"pip install 'kijun[{extra}]'" in each for each in (error.value.text.en, error.value.text.ja))


@pytest.mark.parametrize("version", ["17.0.15", "21", "25.0.1", "26-ea"])
def test_a_java_of_today_will_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, version: str) -> None:
    monkeypatch.setenv("JAVA_HOME", str(java(tmp_path, f'openjdk version "{version}" 2025-04-15')))
    refuse_without_java()


@pytest.mark.parametrize(("version", "main"), [("1.8.0_412", 8), ("11.0.23", 11)])
def test_an_old_java_is_refused_with_its_version(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, version: str, main: int
) -> None:
    monkeypatch.setenv("JAVA_HOME", str(java(tmp_path, f'openjdk version "{version}"')))
    said = refused()
    assert f"needs Java 17 or newer, but {tmp_path}/bin/java is Java {main}." in said.en
    assert f"Java 17以降が要りますが、見つかった{tmp_path}/bin/javaはJava {main}です。" in said.ja


def test_no_java_at_all_is_said_with_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    said = refused()
    assert "but no Java was found." in said.en
    assert "Javaが見つかりません。" in said.ja
    assert DEBIAN in said.en
    assert DEBIAN in said.ja


def test_a_java_home_that_leads_nowhere_is_named_even_where_there_is_another_java(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "gone"))
    monkeypatch.setenv("PATH", str(java(tmp_path, 'openjdk version "17"') / "bin"))
    assert "gone/bin/java, which JAVA_HOME names, does not run." in refused().en


def test_a_java_that_fails_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JAVA_HOME", str(java(tmp_path, 'openjdk version "17"', code=1)))
    assert "does not run" in refused().en
