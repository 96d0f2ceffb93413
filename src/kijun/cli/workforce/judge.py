"""`kijun workforce judge`: everybody in every cell, as bits in Parquet."""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path
from typing import Annotated, Final

import typer

from kijun.cli.clock import today
from kijun.cli.extras import SPARK, WORKFORCE, refuse_without, refuse_without_java
from kijun.cli.language import say
from kijun.cli.options import Day, Editions, Policies
from kijun.cli.output import show_error
from kijun.cli.question import asked_editions, read_judgement_day, read_policies
from kijun.cli.workforce.judge_editions import resolve_asked
from kijun.cli.workforce.stopping import stoppable
from kijun.errors import BadInput, KijunError
from kijun.text import Text

_STOPPED: Final = 130
_OUT: Final = ".verdicts"


class EngineName(str, Enum):
    """What works it out: in this process, or on Spark."""

    duckdb = "duckdb"
    spark = "spark"


class Partition(str, Enum):
    """What folders of their own are made for."""

    team = "team"


WorkforceFolder = Annotated[
    Path,
    typer.Argument(
        metavar="DIR",
        help=say("`kijun workforce collect`で集めたフォルダー", "What `kijun workforce collect` wrote."),
    ),
]
WhichEngine = Annotated[
    EngineName,
    typer.Option(
        "--engine", help=say("計算するもの。sparkにはJava 17が要る", "What works it out; spark needs Java 17.")
    ),
]
Master = Annotated[
    str | None,
    typer.Option(
        "--master",
        metavar="URL",
        help=say(
            "Sparkのマスター(既定はこの計算機: local[*])", "The master of the Spark cluster; this machine if not given."
        ),
    ),
]
PartitionBy = Annotated[
    list[Partition] | None,
    typer.Option("--partition-by", help=say("所属ごとのフォルダーに分ける", "Keep each team in a folder of its own.")),
]
Update = Annotated[
    bool,
    typer.Option("--update", help=say("すでにあるOUTを置き換える", "Replace the verdicts that are there already.")),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="OUT",
        help=say("書き出すフォルダー(既定はDIR.verdicts)", "The folder to write; DIR.verdicts if not given."),
    ),
]


def judge(
    dir: WorkforceFolder,
    edition: Editions = None,
    policy: Policies = None,
    on: Day = None,
    engine: WhichEngine = EngineName.duckdb,
    master: Master = None,
    partition_by: PartitionBy = None,
    update: Update = False,
    output: Output = None,
) -> None:
    refuse_without_engine(engine, master, Text(ja="全員の判定", en="Judging a workforce"))
    overrides, day = read_policies(policy or []), read_judgement_day(on, today())
    asked = asked_editions(edition or [])
    editions = resolve_asked(asked.editions, overrides)
    out = output or beside(dir)
    from kijun.cli.workforce.judge_written import write_verdicts  # noqa: PLC0415  # brings the engine

    try:
        with stoppable():
            write_verdicts(
                dir,
                out,
                asked=asked,
                editions=editions,
                on=day,
                engine=engine.value,
                master=master,
                partition_by=[each.value for each in partition_by or []],
                replace=update,
            )
    except KeyboardInterrupt:
        show_error(KijunError(Text(ja="止めました。何も書いていません。", en="Stopped. Nothing was written.")))
        raise typer.Exit(_STOPPED) from None


judge.__doc__ = say(
    """全員を、すべてのセルで一度に判定する。結果はParquetで書き出す。

    例:

      kijun workforce judge workforce

      kijun workforce judge workforce --edition itss/v3-2008 --on 2026-04-01 -o verdicts

      kijun workforce judge workforce --engine spark --partition-by team

    終了コード: 0 判定した、2 入力かコマンドの誤り。
    """,
    """Judge everybody in every cell at once, and write the verdicts as Parquet.

    Examples:

      kijun workforce judge workforce

      kijun workforce judge workforce --edition itss/v3-2008 --on 2026-04-01 -o verdicts

      kijun workforce judge workforce --engine spark --partition-by team

    Exit codes: 0 judged; 2 the input or the command is wrong.
    """,
)


def refuse_without_engine(engine: EngineName, master: str | None, what: Text) -> None:
    """Raise KijunError where what works it out is not installed, or a master is given to what has none."""
    refuse_without(WORKFORCE, "workforce", what)
    if engine is EngineName.spark:
        refuse_without(SPARK, "spark", what)
        refuse_without_java()
    elif master is not None:
        raise BadInput(
            Text(
                ja="--masterは--engine sparkと使います。",
                en="--master is for --engine spark. Add that, or leave it out.",
            )
        )


def beside(folder: Path) -> Path:
    """Return where the verdicts of a workforce stand unless somebody says otherwise: beside it.

    >>> beside(Path("data/workforce")).as_posix()
    'data/workforce.verdicts'
    """
    found = folder if folder.name and folder.name != ".." else Path(os.path.realpath(folder))
    return found.with_name(f"{found.name}{_OUT}")


COMMAND = judge
