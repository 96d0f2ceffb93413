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
from kijun.documents.recognise.chart import Chart
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


@dataclass(slots=True, kw_only=True)
class DraftField:
    """A field: its id or stand-in, its printed name and description, and where it was named first."""

    id: str
    name: str
    document: str
    place: Place
    description: Passage | None = None


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
    charts: list[Chart] = dataclasses.field(default_factory=list)
    tables: list[tuple[str, SkillTable]] = dataclasses.field(default_factory=list)
    overviews: list[tuple[str, ReadOverview]] = dataclasses.field(default_factory=list)


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
        """Whether nothing of a skill standard was found."""
        return not self.cells and not any(
            each.description or each.tables or each.overviews for each in self.categories.values()
        )
