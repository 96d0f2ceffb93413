"""Does any mutated record, file of additions, standard or overlay make a traceback, or an exit code that is not ours?

A few hundred here; `make fuzz` tries many thousands.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kijun.cli.main import main
from tests.broken.expected import ON_RECORD, SOUND
from tests.broken.fuzz import FUZZED, examples, try_additions, try_overlay, try_people, try_record, try_standard
from tests.broken.mutate import ODD, mutated

_SETTINGS = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_FEWER = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@_SETTINGS
@given(st.randoms(use_true_random=False))
def test_a_mutated_record_is_judged_or_refused(random: Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert try_record(random, Path(folder)) in {"record judged", "record refused"}


@_FEWER
@given(st.randoms(use_true_random=False))
def test_a_mutated_standard_is_used_or_refused(random: Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert try_standard(random, Path(folder)) in {"standard used", "standard refused"}


@_FEWER
@given(st.randoms(use_true_random=False))
def test_mutated_additions_are_assumed_or_refused(random: Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert try_additions(random, Path(folder)) in {"additions assumed", "additions refused"}


@_FEWER
@given(st.randoms(use_true_random=False))
def test_a_mutated_overlay_is_used_or_refused(random: Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert try_overlay(random, Path(folder)) in {"overlay used", "overlay refused"}


@_FEW
@given(st.randoms(use_true_random=False))
def test_a_folder_of_mutated_records_is_compared_or_refused(random: Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert try_people(random, Path(folder)) in {"people compared", "people refused"}


def test_what_is_fuzzed_is_in_order_before(tmp_path: Path) -> None:
    shutil.copytree(SOUND, tmp_path / "sound")
    (tmp_path / "overlay").mkdir()
    shutil.copy(FUZZED / "overlay.yaml", tmp_path / "overlay")
    assert main(["check", str(tmp_path / "overlay")]) == 0
    assert main(["check", str(FUZZED / "help-desk.yaml"), "--edition", str(SOUND)]) == 0
    assert main(["judge", str(ON_RECORD), "--with", str(FUZZED / "additions.yaml")]) == 0


def test_the_same_seed_makes_the_same_file() -> None:
    text = examples()[0]
    assert mutated(text, Random(7)) == mutated(text, Random(7)) != mutated(text, Random(8))


def test_every_odd_value_can_be_put_into_a_file() -> None:
    assert all(odd.encode("utf-8") or odd == "" for odd in ODD)
