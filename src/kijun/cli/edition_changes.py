"""What are two editions and their differences called, for every command that compares with them?

How a comparison is arranged is decided by each command.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kijun.framework.compare.comparison import Change, Kind
from kijun.framework.compare.words import EFFECT_NAMES, KIND_NAMES, WHOLE_EDITION, word_of
from kijun.framework.edition import Edition
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedEdition, resolve_edition
from kijun.framework.skill import SkillItem
from kijun.text import Text, join, series

MARKS: Final = {
    Kind.ADDED: "+",
    Kind.DROPPED: "−",
    Kind.RAISED: "↑",
    Kind.LOWERED: "↓",
    Kind.OTHER_MEASURE: "⇄",
    Kind.CHANGED: "~",
    Kind.RENAMED: "=",
    Kind.MOVED: "»",
    Kind.NOT_COMPARABLE: "?",
}
_UNEXAMINED: Final = {
    "circumstances": Text(ja="記録からはわからない", en="no record can show it"),
    "band-bound": Text(ja="既定では下限だけを見る", en="by default a band is a floor"),
    "market-bound": Text(ja="既定では下限だけを見る", en="by default a band is a floor"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Editions:
    """The two editions, which know what things are called."""

    old: Edition
    new: Edition

    def title(self, path: str) -> Text:
        """Return what a section is called: field and level, field and skills, category, or the edition."""
        category, _, rest = path.partition("/")
        field, _, below = rest.partition("/")
        for edition in (self.new, self.old):
            for each in edition.categories[category].fields if category in edition.categories else ():
                if each.id == field:
                    return _titled(each.name, below, edition)
        for edition in (self.new, self.old):
            if category in edition.categories:
                return _titled(edition.categories[category].name, field, edition)
        return WHOLE_EDITION

    def item(self, path: str) -> SkillItem | None:
        """Return the skill item at a path below either edition, the newer one's first."""
        found = (edition.skills.get(f"{edition.id}/{path}") for edition in (self.new, self.old))
        return next((item for item in found if item is not None), None)


def resolve_both(editions: Editions, overrides: Mapping[str, str]) -> tuple[ResolvedEdition, ResolvedEdition]:
    """Return both editions under an organisation's answers; an answer goes to each edition that has the point.

    Raises BadPolicy for a point that neither edition has, or an answer that is not offered.
    """
    known = {**editions.old.points, **editions.new.points}

    def resolved(edition: Edition) -> ResolvedEdition:
        own = {name: answer for name, answer in overrides.items() if name in edition.points or name not in known}
        return resolve_edition(edition, choose(edition.points, own))

    return resolved(editions.old), resolved(editions.new)


def say_change(changes: Sequence[Change]) -> Text:
    """Return one change in words, or several that add or drop words of one list."""
    first = changes[0]
    kind, about = KIND_NAMES[first.kind], first.about
    if first.aspect == "circumstances":  # a phrase such as "takes part as a member of", no noun
        about = Text(ja=f"「{about.ja}」", en=f"“{about.en}”")
    said = _sides(changes)
    if first.kind is Kind.OTHER_MEASURE:
        lead = Text(ja=f"{about.ja}({kind.ja})", en=f"{about.en}, {kind.en}")
    else:
        lead = Text(ja=f"{about.ja}の{kind.ja}", en=f"{about.en} {kind.en}")
    remark = _remark(first)
    return Text(
        ja=f"{lead.ja}: {said.ja}" + (f" ({remark.ja})" if remark else ""),
        en=f"{lead.en}: {said.en}" + (f" ({remark.en})" if remark else ""),
    )


def say_citations(change: Change) -> str:
    """Return where both are printed: 003:62 → 002:140."""
    cited = [str(side.citation) for side in (change.old, change.new) if side.citation is not None]
    return " → ".join(cited)


def _titled(field: Text, below: str, edition: Edition) -> Text:
    if not below:
        return field
    if below.isdecimal():
        level = edition.level_name(int(below))
        return Text(ja=f"{field.ja} {level.ja}", en=f"{field.en}, {level.en}")
    return Text(ja=f"{field.ja} スキル", en=f"{field.en}, skills")


def _sides(changes: Sequence[Change]) -> Text:
    first = changes[0]
    if first.old.words is not None and first.new.words is not None:
        return join([first.old.words, first.new.words], ja=" → ", en=" → ")
    return series([word_of(change) for change in changes])


def _remark(change: Change) -> Text | None:
    if change.kind in (Kind.ADDED, Kind.DROPPED) and change.effect is not None:
        return EFFECT_NAMES[change.effect]
    return _UNEXAMINED.get(change.aspect)
