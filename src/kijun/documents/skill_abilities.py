"""Which roles, setting and ability are printed at a level of a skill item?

An ability that the glossary does not have is called by the field, the item and the level where it is printed: its words are the
document's, and one sentence is one ability wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kijun.documents.fold import fold_name, is_japanese
from kijun.documents.passage import Passage
from kijun.documents.recognise.proficiency import ReadProficiency, recognise_proficiency
from kijun.documents.recognise.skill_tables import ReadLevel
from kijun.documents.skill_draft import DraftProficiency, SkillNotes
from kijun.text import Text

_UNKNOWN: Final = Text(
    ja="語彙にない能力です。同じ能力の文をまとめて項目とレベルの名前で呼び、文そのものは公式の文言に入れます。"
    "この職種の語彙にない能力すべてをそれでよければnewと答えてください。",
    en="This ability is not in the vocabulary. Sentences of one ability are called by their item and level, and their words go to "
    "the official wording. If that suits all unknown abilities of the category, answer with new.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldLevel:
    """A level of a table below which words are printed, and the parts of these."""

    level: int
    words: Passage
    told: ReadProficiency


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLevel:
    """The words of a level; the field, the first item of the table, and the document in which they stand."""

    field: str
    field_words: str
    item_words: str
    document: str
    at: ToldLevel


def told_levels(levels: Sequence[ReadLevel], notes: SkillNotes) -> tuple[ToldLevel, ...]:
    """Return the levels below which words are printed, with their parts; titles are looked up in the glossary."""
    return tuple(
        ToldLevel(
            level=each.level,
            words=each.words,
            told=recognise_proficiency(each.words.folded.text, lambda title: notes.known("title", title)),
        )
        for each in levels
        if each.words is not None
    )


class Abilities:
    """Names the abilities of a category, when all of them have been read."""

    def __init__(self, printed: Iterable[PrintedLevel], notes: SkillNotes) -> None:
        self._notes = notes
        self._called: dict[str, PrintedLevel] = {}
        for each in printed:
            if notes.known("ability", each.at.told.ability) is None:
                key = fold_name(each.at.told.ability)
                known = self._called.get(key)
                self._called[key] = each if known is None else min(known, each, key=_order)

    def ask(self) -> None:
        """Ask once about all abilities that the glossary does not have."""
        if self._called:
            first = min(self._called.values(), key=_order)
            self._notes.ask("reading", "skills/abilities", first.at.words, first.document, _UNKNOWN, ("new",))

    def proficiency(self, printed: PrintedLevel) -> DraftProficiency:
        """Return a proficiency with the ids of its words."""
        told = printed.at.told
        return DraftProficiency(
            level=printed.at.level,
            roles=self._roles(printed),
            setting=self._name("setting", told.setting, printed) if told.setting else None,
            ability=self._ability(printed),
            words=printed.at.words,
        )

    def _roles(self, printed: PrintedLevel) -> tuple[str, ...]:
        """Return the ids of the titles; none where one is unknown and does not say its rank."""
        found = []
        for title in printed.at.told.titles:
            if not title.rank and self._notes.known("title", title.words, printed.field) is None:
                return ()
            found.append(self._name("title", title.words, printed, detail=title.rank))
        return tuple(dict.fromkeys(found))

    def _ability(self, printed: PrintedLevel) -> str:
        known = self._notes.known("ability", printed.at.told.ability)
        if known is not None:
            return known
        called = self._called[fold_name(printed.at.told.ability)]
        return self._name("ability", _name_of(called), called)

    def _name(self, kind: str, words: str, printed: PrintedLevel, detail: str = "") -> str:
        within = f"{self._notes.category}/{printed.field}"
        return self._notes.names.identify_words(
            kind, words, printed.at.words.place(), document=printed.document, within=within, detail=detail
        )


def _order(printed: PrintedLevel) -> tuple[str, str, int]:
    return printed.field, fold_name(printed.item_words), -printed.at.level


def _name_of(printed: PrintedLevel) -> str:
    if is_japanese(printed.item_words):
        return f"「{printed.item_words}」のレベル{printed.at.level}（{printed.field_words}）"
    return f"{printed.item_words}, level {printed.at.level} ({printed.field_words})"
