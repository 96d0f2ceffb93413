"""What was read of the skill items of one category, each with its field, ids and places, before it becomes a file?

Ids may be stand-ins; `words` are as printed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from kijun.documents.answers import Answers
from kijun.documents.names import Names
from kijun.documents.notebook import Certainty
from kijun.documents.passage import Passage, words_of
from kijun.documents.printed import Place
from kijun.documents.question import Kind, Question, question_id
from kijun.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftKnowledge:
    """A knowledge item: its id and its printed name."""

    id: str
    words: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftProficiency:
    """What is printed at a level: the ids of roles, setting and ability, and the official words."""

    level: int
    roles: tuple[str, ...]
    setting: str | None
    ability: str
    words: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftItem:
    """A skill item of a field; `certainty` says how sure its field is."""

    field: str
    id: str
    words: str
    document: str
    place: Place
    is_common: bool
    headed: tuple[int, ...]
    knowledge: tuple[DraftKnowledge, ...]
    proficiencies: tuple[DraftProficiency, ...]
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftEntry:
    """An item in the overview, with the knowledge items that are listed there."""

    item: str
    document: str
    place: Place
    knowledge: tuple[DraftKnowledge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSkills:
    """The items of a category in printed order, the overview by field ("" for what is common), and its note.

    `fields` are the fields that the items have, with a printed name and where it stands.
    """

    items: tuple[DraftItem, ...]
    overview: Mapping[str, tuple[DraftEntry, ...]]
    note: tuple[str, Passage] | None
    fields: Mapping[str, tuple[str, str, Place]]
    questions: tuple[Question, ...]

    @property
    def wording(self) -> dict[str, tuple[str, Passage]]:
        """The document and its words by path below the category."""
        return {
            f"{item.field}/skills/{item.id}/{each.level}": (item.document, each.words)
            for item in self.items
            for each in item.proficiencies
        }

    @property
    def places(self) -> dict[str, tuple[str, Place, Certainty]]:
        """Where the values stand and how sure they are, by path below the category."""
        found: dict[str, tuple[str, Place, Certainty]] = {}
        for item in self.items:
            path = f"{item.field}/skills/{item.id}"
            found[path] = (item.document, item.place, item.certainty)
            for known in item.knowledge:
                found[f"{path}/knowledge/{known.id}"] = (item.document, known.place, "printed")
            for each in item.proficiencies:
                found[f"{path}/{each.level}"] = (item.document, each.words.place(), "printed")
        return found


@dataclass(slots=True, kw_only=True)
class SkillNotes:
    """Names what is printed in the skill items of a category, and asks about it; knows what a person has answered."""

    category: str
    names: Names
    answers: Answers
    questions: list[Question] = dataclasses.field(default_factory=list)

    def name(self, kind: str, passage: Passage, document: str, field: str = "") -> str:
        """Return the id of a printed name, or its stand-in."""
        within = f"{self.category}/{field}" if field else self.category
        return self.names.identify(kind, passage, document=document, within=within)

    def known(self, kind: str, words: str, field: str = "") -> str | None:
        """Return the id of a name that the glossary has, or None."""
        within = f"{self.category}/{field}" if field else self.category
        return self.names.glossary.find(kind, words, within)

    def ask(
        self,
        kind: Kind,
        below: str,
        passage: Passage,
        document: str,
        asks: Text,
        suggestions: tuple[str, ...] = (),
    ) -> str | None:
        """Return what a person has answered; else ask, and return None. A path is below the category."""
        path, words = f"{self.category}/{below}", words_of(passage)
        identity = question_id(kind, path, words)
        given = self.answers.get(identity)
        if given is not None:
            return str(given).strip()
        self.questions.append(
            Question(
                id=identity,
                kind=kind,
                path=path,
                words=words,
                document=document,
                place=passage.place(),
                asks=asks,
                suggestions=suggestions,
            )
        )
        return None
