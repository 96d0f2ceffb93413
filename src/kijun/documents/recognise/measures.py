"""What is counted by a bound of a size: which thing, in which unit?

The words around the number say it. Together they are the name of a measure ("コンピュータルーム (箇所)"), and the glossary knows
it, or it is a new one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kijun.documents.fold import is_japanese
from kijun.documents.recognise.bounds import Bounds

KIND: Final = "measure"

_NOUN: Final = r"(?:(?![又若或及並且])[\u30a0-\u30ff\u3400-\u9fff々a-z0-9])+"
_LEFT_JA: Final = re.compile(rf"(?P<thing>(?:{_NOUN}の)?{_NOUN})(?:[(]|が|は|で|:|として)?(?:延べ|のべ)?$")
_RIGHT_JA: Final = re.compile(rf"[)]?の?(?P<thing>{_NOUN})")
_LATER_JA: Final = re.compile(rf"の(?P<thing>{_NOUN})")
_KANA: Final = re.compile("[ぁ-ん]")
_SIZED: Final = re.compile(r"^(?:(?:プロジェクト|システム|案件)の)?(?:大規模|中規模|小規模|大型|中型|小型)?(?=.)")
_LEFT_EN: Final = re.compile(
    r"(?<![a-z'-])(?P<thing>(?:(?!(?:or|and|with|of|more|above|over|a|an|the|has|have|having|is|are|project|projects|system|systems|meeting)\b)[a-z][a-z'-]* )+)"
    r"(?:(?:of|with|is|are|has|have|having|:|covering|totall?ing|[(]) ?)$"
)
_UNIT_EN: Final = re.compile(
    r"^(?P<unit>(?:(?!(?:during|at|of|in|for|per|with|on|or|and|to|under|by|that|which|where|are|is)\b)[a-z0-9][a-z0-9'/-]* ?)*)"
)
_RIGHT_EN: Final = re.compile(
    r"^ ?(?:(?:during|at|in) (?:the |its |their )?(?P<peak>peaks?(?: (?:period|time|hour|season)s?)?)"
    r"|of (?:the |its |an? )?(?P<of>(?:(?!(?:or|and|with|in|at|for)\b)[a-z][a-z'-]* ?){1,3}))"
)
_GENERIC: Final = re.compile(
    r"(?:プロジェクト|システム|規模|業務|案件|もの|作業|活動|合計|総計|延|数)(?:の(?:規模|数))?"
)
"""What is counted by every size, and so tells nothing of what is counted."""

_TIME: Final = re.compile(
    r"^(?:年間?|か月|ヶ月|カ月|ケ月|箇月|月間?|週間?|日間?|時間|分|秒|回|度|%|パーセント|割|years?|months?|weeks?|days?|hours?|times?|percent)$"
)

_SPELT: Final = {
    "m2": re.compile(r"(?:平方メートル|平米|平方米|square met(?:re|er)s?|sq\.? ?m)$"),
    "箇所": re.compile(r"[か個カケヶヵ箇]所$"),
    "人": re.compile(r"名$"),
    "persons": re.compile(r"(?:people|person|members?|staff|engineers)$"),
}
"""Unit -> other spellings of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a bound counts: the thing ("" where only a unit is printed) and the unit ("" where only a thing is)."""

    thing: str
    unit: str

    @property
    def name(self) -> str:
        """The name under which the glossary knows the measure."""
        return f"{self.thing} ({self.unit})" if self.thing and self.unit else self.thing or self.unit

    @property
    def is_size(self) -> bool:
        """Whether this can be a size at all: a length of time or a share is none, and neither is a bare number."""
        return bool(self.name) and not _TIME.match(self.unit)


def counted_by(bounds: Bounds, text: str, since: int, until: int, before: Sequence[str]) -> list[Counted]:
    """Return what a bound may count, the nearest reading first; its words stand between `since` and `until`.

    A thing may be named once for several bounds: after the last of them, or before the first (`before` are those things).
    """
    read = _japanese if is_japanese(text) else _english
    nearest, unit, later = read(bounds, text, since, until)
    things = [nearest, *([] if nearest else [*later, *reversed(before)])]
    return [Counted(thing=thing, unit=unit) for thing in dict.fromkeys(things)]


def _japanese(bounds: Bounds, text: str, since: int, until: int) -> tuple[str, str, list[str]]:
    after = text[bounds.end : until].removeprefix(bounds.unit)
    unit = bounds.unit if bounds.printed is None else _KANA.split(bounds.unit)[0]
    left = _LEFT_JA.search(text[since : bounds.start])
    right = _RIGHT_JA.match(after)
    near = [_thing(match) for match in (left, right) if match]
    later = [_thing(match) for match in _LATER_JA.finditer(after)]
    return next(filter(None, near), ""), _plain_unit(unit), [*filter(None, later[:1])]


def _thing(match: re.Match[str]) -> str:
    thing = _SIZED.sub("", match.group("thing"))
    return "" if _GENERIC.fullmatch(thing) else thing


def _english(bounds: Bounds, text: str, since: int, until: int) -> tuple[str, str, list[str]]:
    rest = text[bounds.end : until].strip(" ,")
    match = _UNIT_EN.match(bounds.unit or rest)
    unit = match.group("unit").strip() if match else ""
    right = _RIGHT_EN.match(rest.removeprefix(unit).strip())
    left = _LEFT_EN.search(text[since : bounds.start])
    named = (right.group("peak") or right.group("of")) if right else (left.group("thing") if left else "")
    return named.strip(), _plain_unit(unit), []


def _plain_unit(unit: str) -> str:
    return next((plain for plain, spelt in _SPELT.items() if spelt.match(unit)), unit.removesuffix("の"))
