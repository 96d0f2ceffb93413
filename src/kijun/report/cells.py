"""How are judged cells told in a report: the career map, the levels reached, the parts of a cell?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kijun.evidence import Person
from kijun.framework.structure import Category, Field
from kijun.judgement.explain import PART_NAMES, Said, say_outcome
from kijun.judgement.record_judgement import (
    MARK_NAMES,
    EditionJudgement,
    RecordJudgement,
)
from kijun.judgement.summary import FieldSummary
from kijun.report.mask import Labels
from kijun.report.masked_proof import say_parts
from kijun.report.passport import CareerMap, Line, MapRow, Mark, Reached
from kijun.text import Text
from kijun.verdict import MET


def career_map(judged: EditionJudgement, category: Category) -> CareerMap:
    """Return the career map of one category."""
    edition = judged.edition.edition
    return CareerMap(
        title=Text(ja=f"{category.name.ja}({edition.name.ja})", en=f"{category.name.en} ({edition.name.en})"),
        levels=tuple(edition.cell_heading(level) for level in edition.levels),
        rows=tuple(
            MapRow(name=field.name, marks=tuple(_mark(judged, field, level) for level in edition.levels))
            for field in category.fields
        ),
    )


def _mark(judged: EditionJudgement, field: Field, level: int) -> Mark:
    cell, kind = judged.cells.get(f"{field.path}/{level}"), judged.mark_at(field, level)
    return Mark(level=level, kind=kind, words=say_outcome(cell) if cell else MARK_NAMES[kind])


def reached(judged: EditionJudgement, summary: FieldSummary, person: Person, labels: Labels) -> Reached:
    """Return where a person stands in a field, with the proof of the highest cell met in short."""
    edition = judged.edition.edition
    highest = summary.levels.highest_met
    cell = judged.cells[f"{summary.field.path}/{highest}"] if highest is not None else None
    lines: tuple[Line, ...] = ()
    if cell is not None:
        said = say_parts(cell, person, edition.vocabulary.name, labels)
        lines = tuple(as_line(each) for each in said if each.name in cell.cell.deciding or each.verdict is MET)
    return Reached(
        field=summary.field.name,
        edition=edition.name,
        short=edition.level_name(highest) if highest is not None else Text(ja="まだなし", en="none yet"),
        level=summary.level,
        holes=summary.holes,
        cell=edition.cell_name(summary.field, highest) if highest is not None else None,
        lines=lines,
    )


def as_line(said: Said) -> Line:
    """Return a part of a cell as the report prints it."""
    return Line(
        mark=said.verdict.value,
        name=PART_NAMES[said.name],
        headline=said.headline,
        details=said.details,
        citation=str(said.citation),
    )


def say_silent(edition: EditionJudgement, categories: Iterable[Category]) -> list[Text]:
    """Return the categories in which no engagement counts, or no rating where they ask for nothing else, a line each."""
    name = edition.edition.edition.name
    lines = []
    for each in categories:
        ja, en = ("案件", "engagement") if edition.asks_engagements(each) else ("評価", "rating")
        lines.append(
            Text(
                ja=f"{each.name.ja}({name.ja}): 数えられる{ja}なし",
                en=f"{each.name.en} ({name.en}): no {en} counts here",
            )
        )
    return lines


def say_nothing(judged: RecordJudgement) -> Text:
    """Return that nothing on record counts in any field of the editions."""
    ja, en = ("案件", "engagement") if judged.asks_engagements else ("評価", "rating")
    return Text(ja=f"どの専門分野にも、数えられる{ja}がまだない。", en=f"No {en} counts in any field yet.")


def categories_with(edition: EditionJudgement, fields: Sequence[str]) -> tuple[list[Category], list[Category]]:
    """Return the categories that have one of the fields, and those in which nothing counts for want of one."""
    categories = edition.edition.edition.categories.values()
    shown = [each for each in categories if any(field.path in fields for field in each.fields)]
    return shown, [each for each in categories if each not in shown and not edition.counts_any_engagement(each)]
