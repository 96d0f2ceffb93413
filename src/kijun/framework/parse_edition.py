"""Are these plain values an edition, and which?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kijun.framework.check_skills import check_touches
from kijun.framework.correction import is_understood
from kijun.framework.edition import Correction, Document, Edition, Flag
from kijun.framework.indicator import Indicator
from kijun.framework.parse_indicator import COMPARATORS, Setting, parse_indicator
from kijun.framework.parse_skills import parse_skills
from kijun.framework.parse_vocabulary import parse_citation, parse_vocabulary
from kijun.framework.policy import ANSWERS, Answer, Point, is_offered
from kijun.framework.skill import item_terms
from kijun.framework.structure import Category, Field, Phase, PhaseActivity
from kijun.framework.vocabulary import Term, Vocabulary
from kijun.problem.reading import Value
from kijun.text import Text

_HIGHEST_LEVEL = 99
_LARGEST = 10**12


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """The plain values of an edition's files; `skills` is None where skill items are read apart."""

    edition: Value
    structure: Value
    policy: Value
    flags: Value | None
    vocabulary: Mapping[str, Value]
    indicators: tuple[Value, ...]
    skills: tuple[Value, ...] | None = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedEdition:
    """An edition, and the values that its cells and its policy were read from."""

    edition: Edition
    cells: Mapping[str, Value]
    policy: Value


def parse_edition(files: Files) -> ParsedEdition:
    """Return the edition that a folder's files hold; what is wrong is reported to the reading of each file."""
    keys = files.edition.keys(
        required=("id", "standard", "name", "order", "documents"), optional=("published", "notes", "parent")
    )
    documents = {name: _document(name, value) for name, value in keys["documents"].entries().items()}
    structure = files.structure.keys(required=("levels", "categories"))
    levels, level_names = _levels(structure["levels"])
    edition = keys["id"].words()
    words = parse_vocabulary(files.vocabulary)
    named = {str(level): Term(id=str(level), name=name) for level, name in level_names.items()}
    vocabulary = replace(words, terms={**words.terms, "level": named})
    categories = {
        category.id: category
        for category in (_category(item, edition, levels) for item in structure["categories"].identified())
    }
    indicators, cells = _indicators(files.indicators, edition, vocabulary, documents, categories, levels)
    flags = (_flag(item, indicators) for item in (files.flags.identified() if files.flags else []))
    found = Edition(
        id=edition,
        standard=keys["standard"].words(),
        name=keys["name"].text(),
        published=keys["published"].words(),
        order=keys["order"].whole(most=_LARGEST),
        documents=documents,
        notes=tuple(item.text() for item in keys["notes"].items()),
        levels=levels,
        categories=categories,
        indicators=indicators,
        vocabulary=vocabulary,
        points=_points(files.policy),
        flags={flag.id: flag for flag in flags},
        level_names=level_names,
        parent=keys["parent"].words() or None,
    )
    if files.skills is not None:
        skills = parse_skills(files.skills, found)
        terms = {**found.vocabulary.terms, "skill-item": item_terms(skills.items.values())}
        words = replace(found.vocabulary, terms=terms)
        found = replace(found, vocabulary=words, skills=skills.items, skill_areas=skills.areas)
        if files.flags is not None and not any(file.reading.has_errors for file in files.skills):
            check_touches(files.flags, found)
    return ParsedEdition(edition=found, cells=cells, policy=files.policy)


def _levels(value: Value) -> tuple[tuple[int, ...], dict[int, Text]]:
    """Return the levels, and the names of those that have one: a level is a number, or a number with a name."""
    levels: list[int] = []
    names: dict[int, Text] = {}
    for item in value.items():
        keys = item.keys(required=("level", "name")) if isinstance(item.raw, dict) else {"level": item}
        level = keys["level"].whole(least=1, most=_HIGHEST_LEVEL)
        levels.append(level)
        if "name" in keys:
            names[level] = keys["name"].text()
    return tuple(levels) or (1,), names


def _document(identity: str, value: Value) -> Document:
    keys = value.keys(required=("title", "language", "revision", "publisher"), optional=("revision_printed", "part"))
    return Document(
        id=identity,
        title=keys["title"].text(),
        language=keys["language"].words(),
        revision=keys["revision"].text(),
        is_revision_printed=keys["revision_printed"].flag(),
        publisher=keys["publisher"].words(),
        is_part=keys["part"].flag(),
    )


def _category(value: Value, edition: str, levels: tuple[int, ...]) -> Category:
    keys = value.keys(
        required=("id", "name", "summary", "fields", "citation"),
        optional=("answers_for", "phases", "activities", "levels_printed", "flags", "engagements_belong_by"),
    )
    identity = keys["id"].words()
    path = f"{edition}/{identity}"
    belong_by = keys["engagements_belong_by"].word(_BELONGING, ("named-fields", "activities"))
    headed = keys["levels_printed"].keys(required=("headed",), optional=("cells",))["headed"]
    return Category(
        id=identity,
        path=path,
        name=keys["name"].text(),
        summary=keys["summary"].text(),
        answers_for=keys["answers_for"].text() if keys["answers_for"].is_written else None,
        phases=tuple(_phase(item) for item in keys["phases"].items()),
        activities=tuple(_activity(item) for item in keys["activities"].items()),
        fields=tuple(_field(item, path, levels) for item in keys["fields"].identified()),
        is_field_named=belong_by == "named-fields",
        headed_levels=tuple(item.whole(most=_HIGHEST_LEVEL) for item in headed.items()) if headed.is_written else None,
        citation=parse_citation(keys["citation"]),
        flags=tuple(item.words() for item in keys["flags"].items()),
    )


def _phase(value: Value) -> Phase:
    keys = value.keys(required=("id", "name"), optional=("main", "parts"))
    return Phase(
        id=keys["id"].words(),
        name=keys["name"].text(),
        is_main=keys["main"].flag(),
        parts=tuple(item.text() for item in keys["parts"].items()),
    )


def _activity(value: Value) -> PhaseActivity:
    keys = value.keys(required=("phase", "name"))
    return PhaseActivity(phase=keys["phase"].words(), name=keys["name"].text())


def _field(value: Value, category_path: str, levels: tuple[int, ...]) -> Field:
    keys = value.keys(required=("id", "name", "citation"), optional=("summary", "missing_from_source"))
    identity = keys["id"].words()
    name = keys["name"].text()
    missing = (item.whole(least=min(levels), most=max(levels)) for item in keys["missing_from_source"].items())
    return Field(
        id=identity,
        path=f"{category_path}/{identity}",
        name=name,
        summary=keys["summary"].text() if keys["summary"].is_written else name,
        missing_from_source=frozenset(missing),
        citation=parse_citation(keys["citation"]),
    )


def _points(value: Value) -> dict[str, Point]:
    return {point.id: point for point in map(_point, value.identified())}


def _point(value: Value) -> Point:
    keys = value.keys(required=("id", "question", "default", "answers", "reason"), optional=("chosen",))
    point = Point(
        id=keys["id"].word(_POINT, ANSWERS),
        question=keys["question"].text(),
        default=keys["default"].words(),
        answers=tuple(
            Answer(id=answer["id"].words(), text=answer["text"].text())
            for answer in (item.keys(required=("id", "text")) for item in keys["answers"].identified())
        ),
        reason=keys["reason"].text(),
        chosen=parse_citation(keys["chosen"]) if keys["chosen"].is_written else None,
    )
    offered = ANSWERS.get(point.id, ())
    wrong = [answer.id for answer in point.answers if offered and answer.id not in offered]
    if point.default and not is_offered(point, point.default):
        wrong.append(point.default)
    for answer in wrong:
        value.report("K127", point=point.id, answer=answer, known=", ".join(offered))
    return point


def _flag(value: Value, indicators: Mapping[str, Indicator]) -> Flag:
    keys = value.keys(required=("id", "about", "citations"), optional=("touches", "correction", "change"))
    correction = None
    if keys["correction"].is_written:
        printed = keys["correction"].keys(required=("path", "value"), optional=("comparator",))
        correction = Correction(
            path=printed["path"].words(),
            value=printed["value"].whole(most=_LARGEST),
            comparator=printed["comparator"].word(_COMPARATOR, COMPARATORS) or None,
        )
        if correction.path and not is_understood(correction, indicators):
            printed["path"].report("K104", kind=_NUMBER, word=correction.path, known=_CORRECTABLE)
    return Flag(
        id=keys["id"].words(),
        about=keys["about"].text(),
        citations=tuple(parse_citation(item) for item in keys["citations"].items()),
        touches=tuple(item.words() for item in keys["touches"].items()),
        correction=correction,
        is_change=keys["change"].flag(),
    )


_BELONGING = Text(ja="専門分野の決め方", en="way to belong to a field")
_FIELD = Text(ja="専門分野", en="field")
_CATEGORY = Text(ja="職種", en="category")
_DOCUMENT = Text(ja="文書", en="document")
_POINT = Text(ja="方針の項目", en="policy point")
_COMPARATOR = Text(ja="比べ方", en="comparator")
_NUMBER = Text(ja="訂正できる数", en="number to correct")
_CORRECTABLE = "CELL/succession/at_least, CELL/size/BAND/MEASURE"


def _indicators(
    files: tuple[Value, ...],
    edition: str,
    vocabulary: Vocabulary,
    documents: Mapping[str, Document],
    categories: Mapping[str, Category],
    levels: tuple[int, ...],
) -> tuple[dict[str, Indicator], dict[str, Value]]:
    found: dict[str, Indicator] = {}
    cells: dict[str, Value] = {}
    for file in files:
        keys = file.keys(required=("category", "field", "document", "cells"))
        category = keys["category"].word(_CATEGORY, categories)
        fields = [field.id for field in categories[category].fields] if category in categories else []
        setting = Setting(
            edition=edition,
            category=category,
            field=keys["field"].word(_FIELD, fields) if fields else keys["field"].words(),
            document=keys["document"].word(_DOCUMENT, documents),
            vocabulary=vocabulary,
            documents=documents,
            levels=levels,
        )
        for item in keys["cells"].items():
            indicator = parse_indicator(item, setting)
            if indicator.path in found:
                first = cells[indicator.path].reading.locate(cells[indicator.path].path)
                item.report("K123", path=indicator.path, place=first)
                continue
            found[indicator.path], cells[indicator.path] = indicator, item
    return found, cells
