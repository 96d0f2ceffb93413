"""How do met, not met and unknown combine?

Strong three-valued logic (Kleene): what is unknown stays unknown only as long as it can still change the result.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Verdict(Enum):
    """Whether a criterion holds: met, not met, or unknown because a fact is not on record."""

    MET = "met"
    NOT_MET = "not met"
    UNKNOWN = "unknown"


MET = Verdict.MET
NOT_MET = Verdict.NOT_MET
UNKNOWN = Verdict.UNKNOWN


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Return met if all are met, not met if any is not met, else unknown. Nothing asked is met.

    >>> all_of([MET, UNKNOWN]), all_of([NOT_MET, UNKNOWN])
    (<Verdict.UNKNOWN: 'unknown'>, <Verdict.NOT_MET: 'not met'>)
    """
    result = MET
    for verdict in verdicts:
        if verdict is NOT_MET:
            return NOT_MET
        if verdict is UNKNOWN:
            result = UNKNOWN
    return result


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Return met if any is met, not met if all are not met, else unknown. Nothing offered is not met.

    >>> any_of([NOT_MET, UNKNOWN]), any_of([MET, UNKNOWN])
    (<Verdict.UNKNOWN: 'unknown'>, <Verdict.MET: 'met'>)
    """
    result = NOT_MET
    for verdict in verdicts:
        if verdict is MET:
            return MET
        if verdict is UNKNOWN:
            result = UNKNOWN
    return result


def between(surely: bool, possibly: bool) -> Verdict:
    """Return the verdict of two two-valued readings: what surely holds, and what could still hold.

    >>> between(False, True)
    <Verdict.UNKNOWN: 'unknown'>
    """
    if surely:
        return MET
    return UNKNOWN if possibly else NOT_MET
