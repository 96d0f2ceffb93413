"""How is the map with its distances written as Markdown?"""

from __future__ import annotations

from collections.abc import Sequence

from kijun.cli.career_map import MARKS
from kijun.cli.heading import heading_markdown
from kijun.day_words import say_day
from kijun.growth.distances import Distance
from kijun.growth.distances import nearest as nearest_of
from kijun.growth.explain import say_plan
from kijun.judgement.assumption import Assumption
from kijun.judgement.explain import say_outcome
from kijun.judgement.record_judgement import RecordJudgement
from kijun.text import Language, Text


def map_markdown(
    judged: RecordJudgement,
    found: Sequence[Distance],
    language: Language,
    *,
    nearest: int,
    assumed: Sequence[Assumption] | None = None,
) -> str:
    """Return the distances as a table in one language, field by field, and the nearest cells."""

    def say(text: Text) -> str:
        return text.said_in(language)

    day = say_day(judged.on)
    as_of = Text(ja=f"{day.ja}現在。数字は満たすまでの手数", en=f"As of {day.en}; the numbers are the steps missing")
    lines = heading_markdown(judged, as_of, language, assumed)
    for edition in judged.editions:
        printed = edition.edition.edition
        levels = " | ".join(say(printed.cell_heading(level)) for level in printed.levels)
        lines += [f"| {say(printed.name)} | {levels} |", "|---" * (len(printed.levels) + 1) + "|"]
        by_path = {each.growth.cell: each for each in found if each.edition is edition}
        for _, field in printed.fields():
            cells = [
                _cell(edition.mark_at(field, level), by_path.get(f"{field.path}/{level}")) for level in printed.levels
            ]
            lines.append(f"| {say(field.name)} | {' | '.join(cells)} |")
        lines.append("")
    lines += [" / ".join(f"{shape} {say(name)}" for shape, _, name in MARKS.values()), ""]
    close = [each for each in nearest_of(list(found))[:nearest] if each.growth.best is not None]
    if close:
        lines += [f"## {say(Text(ja='いちばん近いセル', en='The nearest cells'))}", ""]
    for each in close:
        best = each.growth.best
        assert best is not None, "a near cell has a plan"
        lines.append(f"- {say(each.name)}: {say(say_plan(best))} ({say(say_outcome(each.cell))})")
    return "\n".join(lines) + "\n"


def _cell(mark: str, distance: Distance | None) -> str:
    steps = distance.steps if distance is not None and distance.is_open else None
    return " ".join([MARKS[mark][0], *([str(steps)] if steps is not None else [])])
