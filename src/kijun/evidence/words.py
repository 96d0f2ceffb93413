"""Which words may a career record use, and what are they called?

Filled from the vocabularies of the editions at hand; the kinds are the record's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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
    "item": Text(ja="スキル項目", en="skill item"),
    "knowledge": Text(ja="知識項目", en="knowledge item"),
    "cell": Text(ja="セルまたはサイズの条件", en="cell or size band"),
    "masked": Text(ja="伏せられる事実", en="fact that can be masked"),
}
LIST_NAMES: Mapping[str, Text] = {
    "engagements": Text(ja="案件", en="engagements"),
    "expertise": Text(ja="専門性", en="expertise"),
    "contributions": Text(ja="技術の継承", en="contributions"),
    "mentoring": Text(ja="後進の育成", en="mentoring"),
    "qualifications": Text(ja="資格", en="qualifications"),
    "ratings": Text(ja="スキルの評価", en="ratings"),
}
"""The lists of a record, in its order."""
DECISION_NAMES: Mapping[str, Text] = {
    "claimed": Text(ja="申告", en="claimed"),
    "recognised": Text(ja="認定", en="recognised"),
    "refused": Text(ja="否認", en="refused"),
    "confirmed": Text(ja="確認", en="confirmed"),
}
"""What is decided of an equivalence, or confirmed of a circumstance."""
MASKABLE_NAMES: Mapping[str, Text] = {
    "title": Text(ja="件名", en="title"),
    "customers": Text(ja="顧客", en="customers"),
    "amounts": Text(ja="金額・規模", en="amounts"),
    "sites": Text(ja="拠点", en="sites"),
    "conditions": Text(ja="条件", en="conditions"),
}
"""The facts of an engagement that can be kept back."""
RATER_NAMES: Mapping[str, Text] = {
    "self": Text(ja="本人", en="self"),
    "superior": Text(ja="上司", en="superior"),
    "assessor": Text(ja="評価者", en="assessor"),
}
"""Who rates skills, as a heading says it."""
RATERS_IN_SENTENCES: Mapping[str, Text] = {
    "self": Text(ja="本人", en="oneself"),
    "superior": Text(ja="上司", en="a superior"),
    "assessor": Text(ja="評価者", en="an assessor"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedItem:
    """A skill item as a record calls it, in all editions that have it.

    `scales` are the highest levels of those editions by id, `levels` those at which any of them defines a proficiency,
    `knowledge` the names of its knowledge items.
    """

    name: Text
    scales: Mapping[str, int]
    levels: tuple[int, ...]
    knowledge: Mapping[str, Text]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """A skill item that the editions asked for lack: which they are, who has it, and what it is called in theirs."""

    asked: Text
    had_by: Text
    called: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The known words by kind, the most of each measure, the rank of each role title, the scopes that count employees, and the known paths.

    `items` are the skill items by the name that a record gives them (category/field/item, or category/item where it is
    common); `lacking` those that the editions asked for lack. `unread` are the parts of cells that an assessor has to read.
    """

    of: Mapping[str, Mapping[str, Text]]
    most: Mapping[str, int]
    rank_of: Mapping[str, str]
    scopes_with_employees: frozenset[str]
    cells: Sequence[str]
    bands: Sequence[str]
    items: Mapping[str, RatedItem] = field(default_factory=dict)
    lacking: Mapping[str, Lacking] = field(default_factory=dict)
    unread: Sequence[str] = ()
