"""How is a plan shown in a terminal?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text as Styled

from kijun.cli.again import Again
from kijun.cli.career_map import MARKS
from kijun.cli.heading import show_heading
from kijun.cli.language import said, say
from kijun.cli.layout import Row, show_command, show_note, show_rows
from kijun.cli.plan.planned import Planned
from kijun.day_words import say_day
from kijun.growth.explain import explain_plan, say_plan, say_unlisted
from kijun.growth.plan import Plan
from kijun.judgement.assumption import Assumption
from kijun.judgement.explain import PART_NAMES, say_outcome
from kijun.judgement.record_judgement import RecordJudgement
from kijun.text import Text


def show_plans(
    console: Console,
    judged: RecordJudgement,
    planned: Sequence[Planned],
    again: Again,
    *,
    assumed: Sequence[Assumption] | None = None,
) -> None:
    """Write the plans of cells, each with its alternatives."""
    day = say_day(judged.on)
    show_heading(console, judged, Text(ja=f"{day.ja}からの計画", en=f"Plans from {day.en} on"), assumed)
    if not planned:
        show_note(console, _say_nothing(judged, again), indent=0)
        return
    for each in planned:
        console.print(title(each))
        if each.growth.best is None:
            show_note(console, say("満たす計画は見つかりません。", "No plan makes this cell met."))
        for number, plan in enumerate(each.growth.plans):
            _show_plan(console, each, plan, number)
        _show_unlisted(console, judged, each)
        console.print()
    _show_hints(console, planned, again)


def title(planned: Planned) -> Styled:
    """Return a cell's name with its outcome."""
    shape, style, _ = MARKS[planned.cell.mark]
    line = Styled(said(planned.name), style="bold")
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
        yield Row(
            name=said(PART_NAMES[step.part]),
            words=[said(step.headline), *(said(detail) for detail in step.details)],
            mark="→",
            citation=str(indicator.cited_part(step.part)),
        )


def _show_unlisted(console: Console, judged: RecordJudgement, planned: Planned) -> None:
    best = planned.growth.best
    words = None if best is None else say_unlisted(best, judged.person.complete)
    if words is not None:
        show_note(console, said(words))


def _show_hints(console: Console, planned: Sequence[Planned], again: Again) -> None:
    open_ones = [each for each in planned if each.growth.best is not None and each.growth.best.steps]
    if open_ones:
        cell = "/".join(open_ones[0].growth.cell.split("/")[-2:])
        command = again.command("plan", "--cell", cell, "-o", "plan.yaml")
        show_command(
            console,
            say(f"計画をファイルに書き出して試す: {command}", f"write the plan to a file, to try it: {command}"),
        )


def _say_nothing(judged: RecordJudgement, again: Again) -> str:
    ja, en = ("案件", "an engagement") if judged.asks_engagements else ("スキル項目の評価", "ratings of skill items")
    cells = (path for each in judged.editions for path in each.cells)
    near = next((f" --cell {'/'.join(path.split('/')[-2:])}" for path in cells), "")
    command = again.command("map")
    return say(
        f"計画するセルがありません。記録に{ja}を加えるか、--cellで目標のセルを選んでください(例:{near})。"
        f"すべての分野の近いセルは`{command}`で見られます。",
        f"There is no cell to plan for yet. Add {en} to the record, or choose a cell with --cell, such as{near}. "
        f"`{command}` shows the nearest cells of all fields.",
    )
