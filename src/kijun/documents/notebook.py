"""What was read of one cell, where, and how surely: the notes that recognisers write and an assembler takes."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kijun.documents.names import Names
from kijun.documents.passage import Passage, words_of
from kijun.documents.printed import Place
from kijun.documents.question import Kind, Question, question_id
from kijun.framework.dump import Plain
from kijun.text import Text

Certainty = Literal["printed", "inferred", "asked"]
"""The words say it; the words around it do (a field counted from the order of tables); a person has to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """One value: what it is, where it is printed, and how sure the reader is."""

    value: Plain
    document: str
    place: Place
    certainty: Certainty


@dataclass(slots=True, kw_only=True)
class Notebook:
    """The notes on one cell, by paths below it in the shape of an indicator's file (`responsibility/at_least`).

    `category` and `field` are ids or stand-ins; `names` identifies what is printed in them. A part in `unread` is printed,
    but not understood. `wording` is what the document prints, by the same paths.
    """

    category: str
    field: str
    level: int
    document: str
    language: str
    names: Names
    noted: dict[str, Noted] = dataclasses.field(default_factory=dict)
    questions: list[Question] = dataclasses.field(default_factory=list)
    unread: dict[str, None] = dataclasses.field(default_factory=dict)
    wording: dict[str, Passage] = dataclasses.field(default_factory=dict)

    @property
    def path(self) -> str:
        """The cell's path below the edition."""
        return f"{self.category}/{self.field}/{self.level}"

    def write(self, below: str, value: Plain, place: Place, certainty: Certainty = "printed") -> None:
        """Note a value; what was noted first stays."""
        self.noted.setdefault(below, Noted(value=value, document=self.document, place=place, certainty=certainty))

    def name(self, kind: str, passage: Passage, *, detail: str = "") -> str:
        """Return the id of a name that is printed in this cell, or its stand-in.

        `detail` is what the words around a new name tell of it: a title's rank, a measure's unit, a circumstance's kind.
        """
        within = f"{self.category}/{self.field}"
        return self.names.identify(kind, passage, document=self.document, within=within, detail=detail)

    def name_all(self, kind: str, passages: Sequence[Passage]) -> list[Plain]:
        """Return the ids of names, in printed order, each once."""
        return list(dict.fromkeys(self.name(kind, passage) for passage in passages))

    def ask(
        self, below: str, passage: Passage, asks: Text, *, kind: Kind = "value", suggestions: Sequence[str] = ()
    ) -> None:
        """Ask about something below the cell that the words do not tell; a part that is asked about is unread."""
        path, words = f"{self.path}/{below}", words_of(passage)
        self.questions.append(
            Question(
                id=question_id(kind, path, words),
                kind=kind,
                path=path,
                words=words,
                document=self.document,
                place=passage.place(),
                asks=asks,
                suggestions=tuple(suggestions),
            )
        )

    def give_up(self, part: str, passage: Passage, asks: Text, *, below: str | None = None) -> None:
        """Ask about a part that was not understood, and leave it unread: a cell never asks less than is printed."""
        self.unread[part] = None
        self.ask(below or part, passage, asks)
