"""What does Spark say that does not start, and with which settings would it? What it reads is asked in `tests/engines`, with Java."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

pytest.importorskip("pyspark")

from kijun.population.engines.spark import _HERE, _SETTINGS

_START: Final = """
from kijun.errors import BadInput
from kijun.population.engines.spark import session
try:
    session("local[1]")
except BadInput as error:
    print(error.text.en, error.text.ja, sep="\\n")
"""


def test_where_java_is_gone_it_is_said_that_spark_did_not_start(tmp_path: Path) -> None:
    environment = os.environ | {"JAVA_HOME": str(tmp_path / "gone"), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", _START]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=True)
    english, japanese = done.stdout.splitlines()
    assert "Spark did not start" in english
    assert "Sparkを起動できません" in japanese
    assert "Traceback" not in done.stdout + done.stderr


def test_nobody_is_sent_through_the_driver_unless_it_is_said() -> None:
    thresholds = {name: setting for name, setting in _SETTINGS.items() if "autoBroadcastJoinThreshold" in name}
    assert thresholds == {
        "spark.sql.autoBroadcastJoinThreshold": "-1",
        "spark.sql.adaptive.autoBroadcastJoinThreshold": "-1",
    }


def test_neither_the_zone_of_a_cluster_nor_its_leniency_changes_an_answer() -> None:
    assert _SETTINGS["spark.sql.session.timeZone"] == "UTC"
    assert _SETTINGS["spark.sql.ansi.enabled"] == "true"
    assert _SETTINGS["spark.sql.caseSensitive"] == "true"


def test_a_local_session_speaks_to_this_machine_only() -> None:
    assert {setting for name, setting in _HERE.items() if name.startswith("spark.driver.")} == {"127.0.0.1"}
