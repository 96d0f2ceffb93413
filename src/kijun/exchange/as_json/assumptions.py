"""How is what is assumed, and no record, written for other programs?"""

from __future__ import annotations

from collections.abc import Sequence

from kijun.framework.dump import Plain, dump_text
from kijun.judgement.assumption import Assumption


def dump_assumed(found: Sequence[Assumption]) -> list[Plain]:
    """Return what is assumed as plain values: its kind, what names it, what it says, and from which day it counts."""
    return [
        {
            "kind": each.kind,
            "name": each.name,
            "words": dump_text(each.words),
            "day": None if each.day is None else each.day.isoformat(),
        }
        for each in found
    ]
