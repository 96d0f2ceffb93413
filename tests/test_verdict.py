"""Do met, not met and unknown combine as Kleene's logic says?"""

from __future__ import annotations

import pytest

from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, all_of, any_of, between

_ALL = (
    ((), MET),
    ((MET, MET), MET),
    ((MET, UNKNOWN), UNKNOWN),
    ((UNKNOWN, MET), UNKNOWN),
    ((UNKNOWN, NOT_MET), NOT_MET),
    ((NOT_MET, UNKNOWN), NOT_MET),
    ((MET, NOT_MET), NOT_MET),
)
_ANY = (
    ((), NOT_MET),
    ((NOT_MET, NOT_MET), NOT_MET),
    ((NOT_MET, UNKNOWN), UNKNOWN),
    ((UNKNOWN, NOT_MET), UNKNOWN),
    ((UNKNOWN, MET), MET),
    ((MET, UNKNOWN), MET),
    ((NOT_MET, MET), MET),
)


@pytest.mark.parametrize(("verdicts", "together"), _ALL)
def test_all_are_met_unless_one_is_missed_or_could_be(verdicts: tuple[Verdict, ...], together: Verdict) -> None:
    assert all_of(verdicts) is together


@pytest.mark.parametrize(("verdicts", "together"), _ANY)
def test_any_is_met_where_one_is_and_unknown_where_one_could_be(
    verdicts: tuple[Verdict, ...], together: Verdict
) -> None:
    assert any_of(verdicts) is together


def test_what_could_still_hold_is_unknown() -> None:
    assert between(surely=True, possibly=True) is MET
    assert between(surely=False, possibly=True) is UNKNOWN
    assert between(surely=False, possibly=False) is NOT_MET


def test_a_verdict_is_written_as_other_programs_read_it() -> None:
    assert [verdict.value for verdict in Verdict] == ["met", "not met", "unknown"]
