"""How is a judgement written as Markdown, for a wiki or a review?"""

from __future__ import annotations

from collections.abc import Sequence

from kijun.cli.assumptions import assumed_markdown
from kijun.cli.career_map import MARKS
from kijun.day_words import say_day
from kijun.judgement.assumption import Assumption
from kijun.judgement.explain import PART_NAMES, VERDICT_NAMES, explain, not_examined, say_outcome
from kijun.judgement.proof import CellJudgement
from kijun.judgement.record_judgement import EditionJudgement, RecordJudgement
from kijun.judgement.summary import summaries
from kijun.text import Language


def markdown(
    judged: RecordJudgement,
    cells: list[str],
    language: Language,
    *,
    has_proofs: bool,
    assumed: Sequence[Assumption] | None = None,
) -> str:
    """Return the judgement as a Markdown document; `cells` restricts the proofs to some cells."""
    ja = language == "ja"
    lines = [f"# {judged.person.name.written} ({judged.person.employee})", ""]
    day = say_day(judged.on).said_in(language)
    if assumed is None:
        lines += [f"{day}現在の判定" if ja else f"As of {day}", ""]
    else:
        lines += [f"{day}現在の判定(仮定を含む)" if ja else f"As of {day}, with assumptions", ""]
        lines += assumed_markdown(assumed, judged.on, language)
    for edition in judged.editions:
        lines += _maps(edition, language)
    lines += [" / ".join(f"{shape} {name.said_in(language)}" for shape, _, name in MARKS.values()), ""]
    lines += ["## 到達レベル" if ja else "## Level reached", ""]
    for edition in judged.editions:
        for each in summaries(edition, judged.person):
            lines.append(f"- {each.field.name.said_in(language)}: {each.level.said_in(language)}")
            lines += [f"  - {hole.said_in(language)}" for hole in each.holes]
    for edition in judged.editions:
        shown = {each.field.path: each for each in summaries(edition, judged.person)}
        for path, cell in edition.cells.items():
            field = shown.get(cell.cell.indicator.field_path)
            is_asked = path in cells or (has_proofs and not cells and field is not None)
            if is_asked or (not has_proofs and field is not None and field.next_cell is cell):
                lines += ["", *_proof(edition, cell, judged, language)]
    return "\n".join(lines) + "\n"


def _maps(judged: EditionJudgement, language: Language) -> list[str]:
    edition = judged.edition.edition
    lines = []
    for category in edition.categories.values():
        name = f"{category.name.said_in(language)} ({edition.name.said_in(language)})"
        lines.append(
            "| "
            + " | ".join([name, *(edition.cell_heading(level).said_in(language) for level in edition.levels)])
            + " |"
        )
        lines.append("|---" + "|:-:" * len(edition.levels) + "|")
        for field in category.fields:
            marks = [MARKS[judged.mark_at(field, level)][0] for level in edition.levels]
            lines.append("| " + " | ".join([field.name.said_in(language), *marks]) + " |")
        lines.append("")
    return lines


def _proof(edition: EditionJudgement, cell: CellJudgement, judged: RecordJudgement, language: Language) -> list[str]:
    printed = edition.edition.edition
    indicator = cell.cell.indicator
    field = next(field for _, field in printed.fields() if field.path == indicator.field_path)
    outcome = say_outcome(cell).said_in(language)
    lines = [f"## {printed.cell_name(field, indicator.level).said_in(language)}: {outcome}", ""]
    for said in explain(cell, judged.person, printed.vocabulary.name):
        verdict = VERDICT_NAMES[said.verdict.value].said_in(language)
        name = PART_NAMES[said.name].said_in(language)
        stop = "。" if language == "ja" else ". "
        lines.append(f"- **{name}**: {verdict}{stop}{said.headline.said_in(language)} `{said.citation}`")
        lines += [f"  - {detail.said_in(language)}" for detail in said.details]
    circumstances = not_examined(indicator, printed.vocabulary.name)
    if circumstances is not None:
        words = circumstances.said_in(language)
        lines += [
            "",
            f"記録からはわからないもの: {words}" if language == "ja" else f"No record can show these: {words}",
        ]
    return lines
