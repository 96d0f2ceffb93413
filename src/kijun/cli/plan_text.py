"""How is a plan shown in a terminal?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text as Styled

from kijun.cli.assumptions import show_assumed
from kijun.cli.career_map import MARKS, mark_of
from kijun.cli.language import said, say
from kijun.cli.layout import Row, show_note, show_rows
from kijun.cli.planned import Planned
from kijun.day_words import say_day
from kijun.growth.explain import explain_plan, say_plan, say_unlisted
from kijun.growth.plan import Plan
from kijun.judgement.assumption import Assumption
from kijun.judgement.explain import PART_NAMES, say_outcome
from kijun.judgement.run import RecordJudgement
from kijun.text import Text, inside

LISTS = {
    "engagements": Text(ja="案件", en="engagements"),
    "expertise": Text(ja="専門性", en="expertise"),
    "contributions": Text(ja="技術の継承", en="contributions"),
    "mentoring": Text(ja="後進の育成", en="mentoring"),
    "qualifications": Text(ja="資格", en="qualifications"),
}


def show_plans(
    console: Console,
    judged: RecordJudgement,
    planned: Sequence[Planned],
    record: Path,
    *,
    assumed: Sequence[Assumption] | None = None,
) -> None:
    """Write the plans of cells, each with its alternatives."""
    person = judged.person
    console.print(Styled(f"{person.name.written} · {person.employee}", style="bold"))
    console.print(say(f"{said(say_day(judged.on))}からの計画", f"Plans from {said(say_day(judged.on))} on"))
    console.print()
    show_assumed(console, assumed, judged.on)
    if not planned:
        show_note(console, _say_nothing(), indent=0)
        return
    for each in planned:
        console.print(title(each))
        if each.growth.best is None:
            show_note(console, say("満たす計画は見つかりません。", "No plan makes this cell met."))
        for number, plan in enumerate(each.growth.plans):
            _show_plan(console, each, plan, number)
        _show_unlisted(console, judged, each)
        console.print()
    _show_hints(console, planned, record)


def title(planned: Planned) -> Styled:
    """Return a cell's name with its outcome."""
    level = planned.edition.edition.edition.level_name(planned.cell.cell.indicator.level)
    shape, style, _ = MARKS[mark_of(planned.cell)]
    line = Styled(
        say(f"{planned.field.name.ja} {level.ja}", f"{planned.field.name.en}, {inside(level).en}"), style="bold"
    )
    line.append(f"  {shape} {said(say_outcome(planned.cell))}", style=style)
    return line


def _show_plan(console: Console, planned: Planned, plan: Plan, number: int) -> None:
    words = said(say_plan(plan))
    console.print(Styled("  " + (words if number == 0 else say(f"別の計画: {words}", f"another plan: {words}"))))
    if plan.steps:
        show_rows(console, list(rows(planned, plan)))


def rows(planned: Planned, plan: Plan) -> Iterator[Row]:
    """Yield a row for each step of a plan, with the place where what it serves is printed."""
    names = planned.edition.edition.edition.vocabulary.name
    indicator = planned.cell.cell.indicator
    for step in explain_plan(plan, names):
        below = "exam" if step.part == "minimum_by_examination" else step.part
        yield Row(
            name=said(PART_NAMES[step.part]),
            words=[said(step.headline), *(said(detail) for detail in step.details)],
            mark="→",
            citation=str(indicator.cited(below)),
        )


def _show_unlisted(console: Console, judged: RecordJudgement, planned: Planned) -> None:
    best = planned.growth.best
    words = None if best is None else say_unlisted(best, judged.person.complete, LISTS)
    if words is not None:
        show_note(console, said(words))


def _show_hints(console: Console, planned: Sequence[Planned], record: Path) -> None:
    open_ones = [each for each in planned if each.growth.best is not None and each.growth.best.steps]
    if open_ones:
        cell = "/".join(open_ones[0].growth.cell.split("/")[-2:])
        command = f"kijun plan {record} --cell {cell} -o plan.yaml"
        show_note(
            console,
            say(f"計画をファイルに書き出して試す: {command}", f"write the plan to a file, to try it: {command}"),
            indent=0,
        )


def _say_nothing() -> str:
    return say(
        "計画するセルがありません。記録に案件を加えるか、--cellで目標のセルを選んでください(例: --cell hardware/3)。"
        "すべての分野の近いセルは`kijun map`で見られます。",
        "There is no cell to plan for yet. Add an engagement to the record, or choose a cell with --cell, such as "
        "--cell hardware/3. `kijun map` shows the nearest cells of all fields.",
    )
