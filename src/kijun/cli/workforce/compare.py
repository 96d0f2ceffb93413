"""`kijun workforce compare`: who is at another level in another edition, and which change of the standard causes it."""

from __future__ import annotations

import gc
import json
import sys
from enum import Enum
from typing import Annotated, Final

import typer

from kijun.catalogue.installed import open_edition
from kijun.cli.clock import today
from kijun.cli.edition_changes import Editions
from kijun.cli.language import say
from kijun.cli.options import Day, Policies
from kijun.cli.output import console, write_plain
from kijun.cli.question import read_judgement_day, read_policies
from kijun.cli.workforce.judge import EngineName, Master, WhichEngine, WorkforceFolder, refuse_without_engine
from kijun.cli.workforce.stopping import stoppable
from kijun.errors import BadInput
from kijun.framework.compare.related import are_related
from kijun.text import Text

_MOST: Final = 1_000_000


class CompareFormat(str, Enum):
    """For people, a spreadsheet, or other programs."""

    text = "text"
    csv = "csv"
    json = "json"


Old = Annotated[
    str,
    typer.Option("--from", metavar="E1", help=say("もとの版: idかフォルダー", "The older edition, by id or folder.")),
]
New = Annotated[
    str,
    typer.Option("--to", metavar="E2", help=say("比べる版: idかフォルダー", "The newer edition, by id or folder.")),
]
WithPeople = Annotated[
    bool, typer.Option("--people", help=say("変わる人の一覧も示す", "List the people whose level differs."))
]
PeopleLimit = Annotated[
    int,
    typer.Option(
        "--people-limit",
        metavar="N",
        min=0,
        max=_MOST,
        help=say("textで示す人数(csvとjsonは全員)", "How many people text lists; the other forms list all."),
    ),
]
HowWritten = Annotated[CompareFormat, typer.Option("--format", help=say("出力の形", "How to write the result."))]


def compare(
    dir: WorkforceFolder,
    from_: Old,
    to: New,
    on: Day = None,
    policy: Policies = None,
    people: WithPeople = False,
    people_limit: PeopleLimit = 20,
    engine: WhichEngine = EngineName.duckdb,
    master: Master = None,
    format: HowWritten = CompareFormat.text,
) -> None:
    gc.enable()  # the work is long, and what is no longer needed is given back
    refuse_without_engine(engine, master, Text(ja="全員の比較", en="Comparing a workforce"))
    editions = Editions(old=open_edition(from_), new=open_edition(to))
    _refuse_pair(editions)
    overrides, day = read_policies(policy or []), read_judgement_day(on, today())
    from kijun.cli.workforce.compare_as_data import dump_compared, write_csv  # noqa: PLC0415  # bring the engine
    from kijun.cli.workforce.compare_as_text import show_compared  # noqa: PLC0415
    from kijun.cli.workforce.compare_worked import compared  # noqa: PLC0415

    with stoppable(), compared(dir, editions, overrides, on=day, engine=engine.value, master=master) as found:
        match format:
            case CompareFormat.text:
                show_compared(console(), found, most_people=people_limit if people else None)
            case CompareFormat.csv:
                write_csv(found, sys.stdout, has_people=people)
            case CompareFormat.json:
                write_plain(json.dumps(dump_compared(found, has_people=people), ensure_ascii=False, indent=2))


compare.__doc__ = say(
    """全員を二つの版で判定し、レベルの変わる人数と、その理由になる標準の変更を示す。

    例:

      kijun workforce compare workforce --from itss/v3-2008 --to itss/v3-2011

      kijun workforce compare workforce --from itss/v3-2011 --to our-standard --people --format csv

    終了コード: 0 比べた、2 入力かコマンドの誤り。
    """,
    """Judge everybody in two editions: how many are at another level, and which change of the standard causes it.

    Examples:

      kijun workforce compare workforce --from itss/v3-2008 --to itss/v3-2011

      kijun workforce compare workforce --from itss/v3-2011 --to our-standard --people --format csv

    Exit codes: 0 compared; 2 the input or the command is wrong.
    """,
)


def _refuse_pair(editions: Editions) -> None:
    old, new = editions.old.id, editions.new.id
    if old == new:
        raise BadInput(
            Text(
                ja=f"--fromと--toが同じ版です({old})。別の版を指定してください。",
                en=f"--from and --to are the same edition ({old}). Name two.",
            )
        )
    if not are_related(editions.old, editions.new):
        raise BadInput(
            Text(
                ja=f"{old}と{new}は別の標準なので比べられません。同じ標準の版どうしか、組織の標準とそのもとの標準を指定してください。",
                en=f"{old} and {new} are different standards and cannot be compared. Name editions of one standard, "
                "or a company's standard and the one it was made from.",
            )
        )


COMMAND = compare
