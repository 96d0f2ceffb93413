"""How is a plan written as Markdown?"""

from __future__ import annotations

from collections.abc import Sequence

from kijun.cli.heading import heading_markdown
from kijun.cli.plan.planned import Planned
from kijun.day_words import say_day
from kijun.growth.explain import explain_plan, say_plan
from kijun.judgement.assumption import Assumption
from kijun.judgement.explain import PART_NAMES, say_outcome
from kijun.judgement.record_judgement import RecordJudgement
from kijun.text import Language, Text


def plan_markdown(
    judged: RecordJudgement,
    planned: Sequence[Planned],
    language: Language,
    *,
    assumed: Sequence[Assumption] | None = None,
) -> str:
    """Return the plans of cells as Markdown in one language."""

    def say(text: Text) -> str:
        return text.said_in(language)

    day = say_day(judged.on)
    as_of = Text(ja=f"{day.ja}からの計画", en=f"Plans from {day.en} on")
    lines = heading_markdown(judged, as_of, language, assumed)
    for each in planned:
        edition = each.edition.edition.edition
        lines += [f"## {say(each.name)} — {say(say_outcome(each.cell))}"]
        for number, plan in enumerate(each.growth.plans):
            words = say_plan(plan)
            lines += ["", f"{'' if number == 0 else say(Text(ja='別の計画: ', en='Another plan: '))}{say(words)}", ""]
            for step in explain_plan(plan, edition.vocabulary.name):
                cited = each.cell.cell.indicator.cited_part(step.part)
                lines.append(f"- **{say(PART_NAMES[step.part])}**: {say(step.headline)} ({cited})")
                lines += [f"  - {say(detail)}" for detail in step.details]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"
