"""What came of reading documents: categories, cells, skills, what was asked, and what each document is?

A draft still holds stand-ins for names that the glossary does not have; `assemble` gives them ids and writes the files of a
standard.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from kijun.documents.names import Names
from kijun.documents.notebook import Notebook
from kijun.documents.passage import Passage
from kijun.documents.printed import Place
from kijun.documents.question import Question
from kijun.documents.recognise.job_description import JobDescription
from kijun.documents.recognise.overview import ReadOverview
from kijun.documents.recognise.skill_tables import SkillTable


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """A document that was read: its id in citations, its file's name and digest, language, and what it prints of its edition."""

    id: str
    name: str
    digest: str
    language: str
    releases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartColumn:
    """A column of a career chart: the document, what heads it, and the levels that are filled."""

    document: str
    name: Passage
    levels: tuple[int, ...]


@dataclass(slots=True, kw_only=True)
class DraftField:
    """A field: its id or stand-in, its printed name and description, and where it was named first.

    `columns` are those of the career charts that show it; `told_levels` are the levels that a person says it has, where the
    documents do not agree.
    """

    id: str
    name: str
    document: str
    place: Place
    description: Passage | None = None
    columns: list[ChartColumn] = dataclasses.field(default_factory=list)
    told_levels: tuple[int, ...] | None = None


@dataclass(slots=True, kw_only=True)
class DraftCategory:
    """A category: its id or stand-in, its name, its fields in printed order, and its job description where one is printed.

    `described_in` is the document that prints the description.
    """

    id: str
    name: str
    document: str
    place: Place
    fields: dict[str, DraftField] = dataclasses.field(default_factory=dict)
    description: JobDescription | None = None
    described_in: str | None = None
    tables: list[tuple[str, SkillTable]] = dataclasses.field(default_factory=list)
    overviews: list[tuple[str, ReadOverview]] = dataclasses.field(default_factory=list)

    @property
    def is_charted(self) -> bool:
        """Whether a career chart shows it."""
        return any(field.columns for field in self.fields.values())


@dataclass(slots=True, kw_only=True)
class Draft:
    """All that was read of one edition, over all documents that were read together."""

    names: Names
    documents: list[ReadDocument] = dataclasses.field(default_factory=list)
    categories: dict[str, DraftCategory] = dataclasses.field(default_factory=dict)
    cells: dict[str, Notebook] = dataclasses.field(default_factory=dict)
    questions: list[Question] = dataclasses.field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing of a skill standard was found: no cell, even of a field that nobody knows, and nothing of a category."""
        is_asked = any(question.kind == "cell" for question in self.questions)
        return (
            not self.cells
            and not is_asked
            and not any(
                each.description or each.tables or each.overviews or each.is_charted
                for each in self.categories.values()
            )
        )
