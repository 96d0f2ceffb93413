"""What comes next: which parts of the target are short, and which plans would make it met?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kijun.evidence import Person
from kijun.judgement.explain import say_outcome
from kijun.judgement.proof import CellJudgement
from kijun.judgement.record_judgement import MARK_NAMES, EditionJudgement
from kijun.judgement.summary import FieldSummary
from kijun.report.cells import as_line
from kijun.report.mask import Labels
from kijun.report.masked_proof import say_parts
from kijun.report.passport import Gap, Line, Plan
from kijun.report.target import Target
from kijun.text import Text
from kijun.verdict import MET


def gap_of(target: Target, person: Person, labels: Labels, plans: Sequence[Plan]) -> Gap:
    """Return what is short of the target, part by part, and the plans that make it met."""
    judged = target.edition.cells.get(target.cell)
    name = target.edition.edition.edition.cell_name(target.field, target.level)
    if judged is None:
        mark = target.edition.mark_at(target.field, target.level)
        return Gap(cell=name, mark=mark, outcome=MARK_NAMES[mark], lines=(), plans=(), note=None)
    return Gap(
        cell=name,
        mark=judged.mark,
        outcome=say_outcome(judged),
        lines=tuple(_lines(judged, target.edition, person, labels)),
        plans=tuple(plans),
        note=_note(judged),
    )


def _lines(judged: CellJudgement, edition: EditionJudgement, person: Person, labels: Labels) -> Iterator[Line]:
    for said in say_parts(judged, person, edition.edition.edition.vocabulary.name, labels):
        if said.name in judged.cell.deciding and said.verdict is not MET:
            yield as_line(said)


def _note(judged: CellJudgement) -> Text | None:
    if judged.verdict is MET:
        return Text(ja="このセルはすでに満たしている。", en="This cell is met already.")
    return None


def other_gaps(found: Sequence[tuple[EditionJudgement, FieldSummary]], target: Target | None) -> list[Text]:
    """Return the next cell of every other field in which engagements count, a line each."""
    lines = []
    for edition, summary in found:
        if summary.next_cell is None or (target is not None and summary.field.path == target.field.path):
            continue
        level = summary.next_cell.cell.indicator.level
        name, outcome = edition.edition.edition.cell_name(summary.field, level), say_outcome(summary.next_cell)
        lines.append(Text(ja=f"{name.ja}: {outcome.ja}", en=f"{name.en}: {outcome.en}"))
    return lines
