"""Which words may a career record use, and what are they called?

Filled from the vocabularies of the editions at hand; the kinds are the record's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kijun.text import Text

KINDS: Mapping[str, Text] = {
    "field": Text(ja="専門分野", en="field"),
    "activity": Text(ja="活動", en="activity"),
    "role": Text(ja="役割", en="role"),
    "outcome": Text(ja="成果", en="outcome"),
    "condition": Text(ja="条件", en="condition"),
    "customers": Text(ja="顧客の範囲", en="range of customers"),
    "scope": Text(ja="市場の範囲", en="market scope"),
    "area": Text(ja="専門性の領域", en="area of expertise"),
    "degree": Text(ja="専門性の程度", en="degree"),
    "reach": Text(ja="貢献の範囲", en="reach"),
    "contribution": Text(ja="継承の種類", en="kind of contribution"),
    "examination": Text(ja="試験", en="examination"),
    "list": Text(ja="一覧の名前", en="list"),
    "decision": Text(ja="判断", en="decision"),
    "rater": Text(ja="評価者", en="rater"),
    "cell": Text(ja="セルまたはサイズの条件", en="cell or size band"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The known words by kind, the most of each measure, the rank of each role title, the scopes that count employees, and the known paths."""

    of: Mapping[str, Mapping[str, Text]]
    most: Mapping[str, int]
    rank_of: Mapping[str, str]
    scopes_with_employees: frozenset[str]
    cells: Sequence[str]
    bands: Sequence[str]
