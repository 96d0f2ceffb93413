"""What do documents say, section by section, and to which category, field and level does it belong?

Each section is given to the recogniser of its kind. What belongs to a cell is decided here: by the heading, or by a person.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from kijun.documents.answers import Answers, answer
from kijun.documents.charted import ask_about_charts, told_charts
from kijun.documents.draft import ChartColumn, Draft, DraftCategory, DraftField, ReadDocument
from kijun.documents.fold import is_japanese
from kijun.documents.notebook import Notebook
from kijun.documents.passage import Passage, join, words_of
from kijun.documents.printed import Place, Printed
from kijun.documents.question import Kind, Question, question_id
from kijun.documents.recognise.chart import Chart, doubt_chart, recognise_charts
from kijun.documents.recognise.clauses import Clause, clauses_of
from kijun.documents.recognise.headings import Heading, is_nameless
from kijun.documents.recognise.indicator import recognise_clause
from kijun.documents.recognise.job_description import recognise_job_description
from kijun.documents.recognise.level_table import recognise_level_table
from kijun.documents.recognise.overview import recognise_overview
from kijun.documents.recognise.sections import Divided, Section, divide
from kijun.documents.recognise.skill_tables import recognise_skill_table
from kijun.documents.recognise.sound import ask_about_gaps
from kijun.documents.same_cell import merge
from kijun.text import Text

COMMON: Final = "common"
"""The id of the field of a category that has none: the document prints a dash."""

_NUMBERED: Final = re.compile(r"(\d{3})(?!\d)")
_CELL_ANSWER: Final = re.compile(r"(?P<field>[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*|\?field:[^/\s]+)/(?P<level>[1-7])")
_WHICH_CELL: Final = Text(
    ja="どのセルの達成度指標か、見出しからわかりません。「分野のid/レベル」の形で答えてください(例: hardware/5)。",
    en="The headings do not tell whose indicator this is. Answer with the field's id and the level, such as hardware/5.",
)
_WHICH_CATEGORY: Final = Text(
    ja="どの職種か、文書からわかりません。職種のidを答えてください。",
    en="The document does not tell which category this is. Answer with the category's id.",
)
_ENOUGH: Final = 3
"""So many lines tell a person which section is meant."""

Progress = Callable[[str, int, int], None]
"""Told of the document's name, the page that was read, and how many pages there are."""


def gather(
    documents: Sequence[Printed], digests: Sequence[str], draft: Draft, answers: Answers, progress: Progress
) -> None:
    """Read documents into a draft, one page after the other; each comes with the digest of its file."""
    gatherers = [
        _Gatherer(printed, _id_of(position, documents), digest, draft, answers)
        for position, (printed, digest) in enumerate(zip(documents, digests, strict=True), start=1)
    ]
    for gatherer in gatherers:
        gatherer.read(progress)
    for gatherer in gatherers:  # a chart may show the fields of a category that another document names
        gatherer.take_charts()
    ask_about_charts(draft, answers)


def _id_of(position: int, documents: Sequence[Printed]) -> str:
    """Return what a document is called in citations: the number its name begins with, or its position."""
    numbers = [match.group(1) if (match := _NUMBERED.match(each.name)) else "" for each in documents]
    own = numbers[position - 1]
    return own if own and numbers.count(own) == 1 else str(position)


class _Gatherer:
    """Reads one document."""

    def __init__(self, printed: Printed, identity: str, digest: str, draft: Draft, answers: Answers) -> None:
        self._printed = printed
        self._id = identity
        self._digest = digest
        self._draft = draft
        self._answers = answers
        self._language = "en"
        self._waiting: list[Section] = []
        self._categories: dict[str, None] = {}
        self._headed: tuple[int, ...] | None = None
        self._found = Divided()

    def read(self, progress: Progress) -> None:
        """Read the document into the draft."""
        found = self._found
        name = self._printed.name
        for section in divide(self._printed, found, lambda page: progress(name, page, self._printed.count)):
            if any(is_japanese(line.text) for line in section.lines):
                self._language = "ja"
            self._take(section)
        for section in self._waiting:
            self._take_known(section, self._only_category(section))
        self._draft.documents.append(
            ReadDocument(
                id=self._id,
                name=name,
                digest=self._digest,
                language=self._language,
                releases=tuple(found.releases),
            )
        )

    def _take(self, section: Section) -> None:
        if section.kind == "front":
            table = recognise_level_table(section)
            self._headed = table.levels if table is not None else self._headed
            return
        if not _is_like_one(section):
            return
        if section.category:
            self._take_known(section, self._category(section.category, section.lines[0].place))
        else:  # the category may be named later
            self._waiting.append(section)

    def _only_category(self, section: Section) -> DraftCategory:
        """Return the category of a section that names none: the document's only one, or the one that a person names."""
        if len(self._categories) == 1:
            return self._draft.categories[next(iter(self._categories))]
        passage = join(section.lines[:_ENOUGH])
        asked = question_id("cell", "category", words_of(passage))
        if isinstance(answer := self._answers.get(asked), str):
            return self._category(answer, section.lines[0].place)
        self._ask("cell", "category", passage, _WHICH_CATEGORY, tuple(self._draft.categories))
        return self._category("-", section.lines[0].place)

    def _ask(self, kind: Kind, path: str, passage: Passage, asks: Text, suggestions: tuple[str, ...] = ()) -> None:
        words = words_of(passage)
        self._draft.questions.append(
            Question(
                id=question_id(kind, path, words),
                kind=kind,
                path=path,
                words=words,
                document=self._id,
                place=passage.place(),
                asks=asks,
                suggestions=suggestions,
            )
        )

    def _category(self, words: str, place: Place) -> DraftCategory:
        identity = self._draft.names.identify_words("category", words, place, document=self._id)
        self._categories[identity] = None
        new = DraftCategory(id=identity, name=words, document=self._id, place=place)
        return self._draft.categories.setdefault(identity, new)

    def _field(self, category: DraftCategory, words: str, place: Place) -> DraftField:
        """Return the field of a category that a name means; a dash means that the category has none."""
        if is_nameless(words):
            identity, words = COMMON, category.name
        else:
            names = self._draft.names
            identity = names.identify_words("field", words, place, document=self._id, within=category.id)
        return category.fields.setdefault(identity, DraftField(id=identity, name=words, document=self._id, place=place))

    def _take_known(self, section: Section, category: DraftCategory) -> None:
        match section.kind:
            case "job-description":
                self._describe(section, category)
            case "indicator":
                self._read_indicator(section, category)
            case "skill-table":
                category.tables.append((self._id, recognise_skill_table(section)))
            case "skill-area":
                category.overviews.append((self._id, recognise_overview(section)))
            case "front":
                pass

    def _describe(self, section: Section, category: DraftCategory) -> None:
        told = recognise_job_description(section, self._draft.names, self._id, headed_levels=self._headed)
        if category.description is None:
            category.description, category.described_in = told, self._id
        for name, description in told.fields:
            field = self._field(category, words_of(name), name.place())
            field.description = field.description or description

    def _read_indicator(self, section: Section, category: DraftCategory) -> None:
        clauses = list(clauses_of(section))
        if not clauses:
            return
        found = self._cell_of(section, category, clauses)
        if found is None:
            return
        field, level = found
        place = self._heading_place(section)
        cell = Notebook(
            category=category.id,
            field=field.id,
            level=level,
            document=self._id,
            language=self._language,
            names=self._draft.names,
        )
        cell.write("heading", None, place)
        for clause in clauses:
            recognise_clause(clause, cell)
        ask_about_gaps(cell, self._heading(section))
        answer(cell, self._answers)
        known = self._draft.cells.setdefault(cell.path, cell)
        if known is not cell:
            merge(known, cell)
            answer(known, self._answers)

    def _heading(self, section: Section) -> Passage:
        """Return the heading of a cell."""
        wanted = [position for position, heading in section.headings.items() if heading.kind in ("indicator", "field")]
        return join([section.lines[wanted[0] if wanted else 0]])

    def _heading_place(self, section: Section) -> Place:
        """Return where the heading of a cell stands, with the page that its section is on."""
        place = self._heading(section).place()
        return replace(place, label=place.label or section.label)

    def _cell_of(
        self, section: Section, category: DraftCategory, clauses: list[Clause]
    ) -> tuple[DraftField, int] | None:
        """Return the field and the level that a section's headings name, or a person; None where nobody has."""
        heading = section.first("indicator")
        field, level = section.first("field"), section.first("level")
        name = heading.name if heading is not None else _named(section, field)
        number = heading.level if heading is not None else level.level if level is not None else None
        place = self._heading_place(section)
        if name and number is not None:
            return self._field(category, name, place), number
        passage = clauses[0].first
        if passage is None:
            return None
        path = f"{category.id}/cell"
        given = self._answers.get(question_id("cell", path, words_of(passage)))
        if isinstance(given, str) and (told := _CELL_ANSWER.fullmatch(given.strip())):
            identity = told["field"]
            new = DraftField(id=identity, name=identity, document=self._id, place=place)
            return category.fields.setdefault(identity, new), int(told["level"])
        self._ask(
            "cell", path, passage, _WHICH_CELL, tuple(f"{field}/{number or 'LEVEL'}" for field in category.fields)
        )
        return None

    def take_charts(self) -> None:
        """Take the charts of the document into the draft; the documents have been read."""
        for grid in self._found.grids:
            charts = recognise_charts(grid)
            doubt = doubt_chart(grid) if not charts else None
            if doubt is not None:
                asked = question_id("reading", "chart", words_of(doubt.words))
                told = told_charts(doubt, self._answers.get(asked))
                if told is None:
                    self._ask("reading", "chart", doubt.words, doubt.asks)
                charts = told or ()
            for chart in charts:
                self._take_chart(chart)

    def _take_chart(self, chart: Chart) -> None:
        category = self._charted(chart)
        if category is None:
            return
        for name in chart.fields:
            words = words_of(name)
            if is_nameless(words) and len(chart.fields) == 1 and category.fields:
                fields = [*category.fields.values()]
            else:  # a person may have answered with an id
                fields = [category.fields.get(words) or self._field(category, words, name.place())]
            for field in fields:
                field.columns.append(ChartColumn(document=self._id, name=name, levels=chart.levels_of(words)))

    def _charted(self, chart: Chart) -> DraftCategory | None:
        """Return the category of a chart: the one that it names, the only one there is, or the one that a person names."""
        if chart.category is not None:
            return self._category(words_of(chart.category), chart.category.place())
        known = [*self._categories] or [*self._draft.categories]
        if len(known) == 1:
            return self._draft.categories[known[0]]
        head = chart.fields[0]
        given = self._answers.get(question_id("reading", "chart/category", words_of(head)))
        if isinstance(given, str):
            return self._category(given, head.place())
        self._ask("reading", "chart/category", head, _WHICH_CATEGORY, tuple(known))
        return None if known else self._category("-", head.place())


def _named(section: Section, heading: Heading | None) -> str:
    """Return the name of a field whose heading stands alone: on its own line, or the next one."""
    if heading is None or heading.name:
        return heading.name if heading is not None else ""
    position = next(at for at, each in section.headings.items() if each is heading) + 1
    has_line = position < len(section.lines) and position not in section.headings
    return section.lines[position].text.strip() if has_line else ""


def _is_like_one(section: Section) -> bool:
    """Return whether a section is what it looks like.

    One that no heading calls an indicator is one by its groups, or by all its clauses under headings of their own: a line of one is quoted in many documents.
    """
    if section.kind != "indicator" or section.has("indicator", "business", "professional"):
        return True
    alone = {heading.kind for heading in section.headings.values() if not heading.rest}
    return alone >= {"responsibility", "complexity", "size"}
