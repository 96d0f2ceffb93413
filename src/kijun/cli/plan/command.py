"""`kijun plan`: what would be enough for a cell?"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kijun.cli.again import Again
from kijun.cli.clock import today
from kijun.cli.format import Format
from kijun.cli.judged import judge_record
from kijun.cli.judgement_notes import show_notices
from kijun.cli.language import Speaker, say
from kijun.cli.named_cells import cells_named
from kijun.cli.options import Assumed, Cells, Day, Editions, HowWritten, Policies, RecordFile
from kijun.cli.output import console, show_message, write_plain
from kijun.cli.plan.as_markdown import plan_markdown
from kijun.cli.plan.as_text import show_plans
from kijun.cli.plan.planned import Planned, plan_record, save_best
from kijun.cli.written_file import refuse_unwritable
from kijun.errors import BadInput
from kijun.exchange.as_json.plans import dump_planned
from kijun.judgement.record_judgement import RecordJudgement
from kijun.judgement.summary import summaries
from kijun.text import Text
from kijun.verdict import MET


def plan(
    record: RecordFile,
    cell: Cells = None,
    edition: Editions = None,
    on: Day = None,
    policy: Policies = None,
    with_: Assumed = None,
    all_: Annotated[
        bool, typer.Option("--all", help=say("まだ満たしていない全セル", "Every cell that is not met yet."))
    ] = False,
    format: HowWritten = Format.text,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=say(
                "最初の計画を、judge --withで読めるファイルに書く",
                "Write the first plan as a file that judge --with reads.",
            ),
        ),
    ] = None,
) -> None:
    if output is not None:
        refuse_unwritable(output)
    asked = judge_record(record, editions=edition, policies=policy, assumed=with_, on=on, now=today())
    judged, assumed = asked.judgement, asked.what_if.assumptions
    planned = plan_record(judged, _open_cells(judged) if all_ else _paths(cell or [], judged))
    if output is not None:
        _save(output, planned, judged, asked.again)
        return
    match format:
        case Format.text:
            show_plans(console(), judged, planned, asked.again, assumed=assumed)
            show_notices(console(), asked.notices, record, edition or [])
        case Format.json:
            write_plain(json.dumps(dump_planned(judged, planned, assumed), ensure_ascii=False, indent=2))
        case Format.markdown:
            write_plain(plan_markdown(judged, planned, Speaker.language, assumed=assumed))


plan.__doc__ = say(
    """セルを満たすのに足りるだけの、いちばん小さな追加を示す。

    --cellがなければ、記録のある専門分野ごとに次のセルの計画を示す。

    例:

      kijun plan me.yaml

      kijun plan me.yaml --cell hardware/5

      kijun plan me.yaml --cell hardware/5 -o plan.yaml

      kijun plan me.yaml --all
    """,
    """Show the smallest additions that make a cell met.

    Without --cell, the next cell of every field that has evidence is planned.

    Examples:

      kijun plan me.yaml

      kijun plan me.yaml --cell hardware/5

      kijun plan me.yaml --cell hardware/5 -o plan.yaml

      kijun plan me.yaml --all
    """,
)


def _paths(names: list[str], judged: RecordJudgement) -> list[str]:
    if names:
        return list(dict.fromkeys(cells_named(names, judged)))
    found = [each.next_cell for edition in judged.editions for each in summaries(edition, judged.person)]
    return [each.cell.indicator.path for each in found if each is not None]


def _open_cells(judged: RecordJudgement) -> list[str]:
    return [path for edition in judged.editions for path, cell in edition.cells.items() if cell.verdict is not MET]


def _save(output: Path, planned: list[Planned], judged: RecordJudgement, again: Again) -> None:
    if len(planned) != 1:
        raise BadInput(
            Text(
                ja="--outputには一つのセルの計画だけを書けます。--cellで選んでください。",
                en="--output writes the plan of one cell. Choose it with --cell.",
            )
        )
    if planned[0].cell.verdict is MET:
        raise BadInput(
            Text(
                ja=f"{planned[0].growth.cell}はもう満たしているので、書き出す計画はありません。",
                en=f"{planned[0].growth.cell} is met already: there is no plan to write.",
            )
        )
    count = save_best(output, planned[0], judged.person)
    following = replace(again, assumed=(*again.assumed, output))
    command = following.on_day("judge", day=planned[0].first.day.isoformat())
    show_message(
        say(
            f"{count}手の計画を{output}に書き出しました。次は`{command}`。",
            f"Wrote a plan of {count} {'step' if count == 1 else 'steps'} to {output}. Next: `{command}`.",
        )
    )


COMMAND = plan
