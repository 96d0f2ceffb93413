"""Does any odd value of an option or argument make a traceback?"""

from __future__ import annotations

import itertools

import pytest

from kijun.framework.policy import ANSWERS
from tests.broken.mutate import ODD
from tests.cli.command import HARDWARE, ON, Kijun

PLACES = {
    "record": ("judge", "{}"),
    "edition": ("judge", HARDWARE, *ON, "--edition", "{}"),
    "cell": ("judge", HARDWARE, *ON, "--cell", "{}"),
    "required cell": ("judge", HARDWARE, *ON, "--require", "{}"),
    "day": ("judge", HARDWARE, "--on", "{}"),
    "policy": ("judge", HARDWARE, *ON, "--policy", "{}"),
    "format": ("judge", HARDWARE, *ON, "--format", "{}"),
    "option": ("judge", HARDWARE, *ON, "--{}"),
    "file to check": ("check", "{}"),
    "path": ("show", "{}"),
    "part of a path": ("show", "hardware/{}/size"),
    "edition to show": ("show", "--all", "--edition", "{}"),
    "example": ("record", "new", "--example", "{}"),
    "command": ("{}",),
    "command of record": ("record", "{}"),
    "language": ("list", "--lang", "{}"),
}
LAWFUL = [odd for odd in ODD if "\x00" not in odd]
"""No system passes a zero byte in an argument."""


@pytest.mark.parametrize("place", PLACES)
def test_no_value_makes_a_traceback(place: str, kijun: Kijun) -> None:
    for odd in LAWFUL:
        arguments = [word.replace("{}", odd) for word in PLACES[place]]
        done = kijun(*arguments) if place == "language" else kijun("--lang", "ja", *arguments)
        assert done.code in {0, 1, 2}, arguments
        assert done.code in {0, 1} or done.err != "", arguments


@pytest.mark.parametrize("point", ANSWERS)
def test_no_answer_to_a_policy_point_makes_a_traceback(point: str, kijun: Kijun) -> None:
    offered = itertools.chain.from_iterable(ANSWERS.values())
    for answer in [*LAWFUL, *offered, "1", "99", "100", "-1", "complexity,size", "AP,FE", ",", "AP,"]:
        done = kijun("judge", HARDWARE, *ON, "--policy", f"{point}={answer}")
        assert done.code in {0, 2}, answer
