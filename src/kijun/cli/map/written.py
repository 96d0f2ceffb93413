"""How is the map with its distances written: as JSON, as Markdown?"""

from __future__ import annotations

from collections.abc import Sequence

from kijun.cli.assumptions import assumed_markdown, dump_assumed
from kijun.day_words import say_day
from kijun.framework.dump import Plain
from kijun.growth.distances import Distance
from kijun.growth.distances import nearest as nearest_of
from kijun.growth.explain import say_plan
from kijun.judgement.assumption import Assumption
from kijun.judgement.explain import say_outcome
from kijun.judgement.record_judgement import RecordJudgement
from kijun.text import Language, Text


def dump_map(
    judged: RecordJudgement, found: Sequence[Distance], assumed: Sequence[Assumption] | None = None
) -> dict[str, Plain]:
    """Return every printed cell with its verdict and its distance; `nearest` are the open ones, the nearest first."""
    return {
        "person": judged.person.employee,
        "on": judged.on.isoformat(),
        "assumed": dump_assumed(assumed or ()),
        "cells": [_cell(each) for each in found],
        "nearest": [each.growth.cell for each in nearest_of(list(found))],
    }


def _cell(distance: Distance) -> dict[str, Plain]:
    best = distance.growth.best
    return {
        "cell": distance.growth.cell,
        "verdict": distance.cell.verdict.value,
        "steps": distance.steps,
        "day": None if best is None else best.day.isoformat(),
    }


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
    lines = [
        f"# {judged.person.name.written} ({judged.person.employee})",
        "",
        say(Text(ja=f"{day.ja}現在。数字は満たすまでの手数", en=f"As of {day.en}; the numbers are the steps missing")),
        "",
        *assumed_markdown(assumed, judged.on, language),
    ]
    for edition in judged.editions:
        printed = edition.edition.edition
        levels = " | ".join(str(level) for level in printed.levels)
        lines += [f"| {say(printed.name)} | {levels} |", "|---" * (len(printed.levels) + 1) + "|"]
        by_path = {each.growth.cell: each for each in found if each.edition is edition}
        for _, field in printed.fields():
            cells = [_short(by_path.get(f"{field.path}/{level}")) for level in printed.levels]
            lines.append(f"| {say(field.name)} | {' | '.join(cells)} |")
        lines.append("")
    close = [each for each in nearest_of(list(found))[:nearest] if each.growth.best is not None]
    if close:
        lines += [f"## {say(Text(ja='いちばん近いセル', en='The nearest cells'))}", ""]
    for each in close:
        best = each.growth.best
        assert best is not None, "a near cell has a plan"
        level_name = each.edition.edition.edition.level_name(each.cell.cell.indicator.level)
        lines.append(
            f"- {say(each.field.name)} {say(level_name)}: {say(say_plan(best))} ({say(say_outcome(each.cell))})"
        )
    return "\n".join(lines) + "\n"


def _short(distance: Distance | None) -> str:
    if distance is None:
        return "·"
    if not distance.is_open:
        return "●"
    return f"○ {distance.steps}" if distance.steps is not None else "○"
