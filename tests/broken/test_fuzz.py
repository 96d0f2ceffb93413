"""Does any mutated record or standard make a traceback, or an exit code that is not ours?

A few hundred here; `make fuzz` tries many thousands.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.broken.fuzz import examples, try_record, try_standard
from tests.broken.mutate import ODD, mutated

_SETTINGS = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
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


def test_the_same_seed_makes_the_same_file() -> None:
    text = examples()[0]
    assert mutated(text, Random(7)) == mutated(text, Random(7)) != mutated(text, Random(8))


def test_every_odd_value_can_be_put_into_a_file() -> None:
    assert all(odd.encode("utf-8") or odd == "" for odd in ODD)
