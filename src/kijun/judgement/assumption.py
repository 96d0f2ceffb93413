"""What is one thing that is assumed beside a record, in words?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from kijun.text import Text

KIND_NAMES: Final = {
    "facts": Text(ja="案件の事実", en="further facts"),
    "engagements": Text(ja="新しい案件", en="new engagement"),
    "expertise": Text(ja="専門性", en="expertise"),
    "contributions": Text(ja="技術の継承", en="contribution"),
    "mentoring": Text(ja="後進の育成", en="mentoring"),
    "qualifications": Text(ja="資格", en="qualification"),
    "ratings": Text(ja="スキルの評価", en="rating"),
    "knowledge": Text(ja="知識項目", en="knowledge"),
    "confirmations": Text(ja="状況の確認", en="confirmation"),
    "complete": Text(ja="漏れのない一覧", en="complete list"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """One addition in words: its kind (see KIND_NAMES), what names it, what it says, and from which day it counts.

    `day` None: it counts on any day.
    """

    kind: str
    name: str
    words: Text
    day: date | None = None

    def is_later_than(self, on: date) -> bool:
        """Return whether it counts for nothing yet on a day."""
        return self.day is not None and self.day > on
