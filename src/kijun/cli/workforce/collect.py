"""`kijun workforce collect`: records from anywhere become one workforce.

Exit codes: 0 collected, also where some rows were set aside; 2 nothing could be collected, or the command is wrong; 130 stopped.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kijun.cli.extras import WORKFORCE, refuse_without
from kijun.cli.language import say
from kijun.cli.output import show_error, show_message, show_problems
from kijun.cli.question import asked_editions
from kijun.cli.workforce.progress import work_progress
from kijun.errors import BadInput, KijunError
from kijun.text import Text

if TYPE_CHECKING:
    from kijun.exchange.workforce.collecting import Outcome

_SHOWN: Final = 20
_STOPPED: Final = 130
_MOST_PROCESSES: Final = 2

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help=say(
            "経歴のフォルダー、.jsonl、.xlsx、.csv(people.csv、engagements.csvなど)",
            "Folders of records, .jsonl, .xlsx or .csv files (people.csv, engagements.csv and so on).",
        ),
    ),
]
Output = Annotated[
    Path,
    typer.Option(
        "--output", "-o", metavar="DIR", help=say("書き出すフォルダー", "The folder that the workforce is written to.")
    ),
]
Editions = Annotated[
    list[str] | None,
    typer.Option(
        "--edition",
        metavar="EDITION",
        help=say(
            "経歴が使う版: idかフォルダー。繰り返せる(付属の版は常に使える)",
            "An edition whose words the records use, by id or folder; those shipped are always known. May be repeated.",
        ),
    ),
]
Update = Annotated[
    bool,
    typer.Option(
        "--update", help=say("すでにあるDIRを作り直して置き換える", "Make DIR anew and replace what is there.")
    ),
]
Processes = Annotated[
    int | None,
    typer.Option(
        "--processes",
        min=1,
        max=64,
        metavar="N",
        help=say("同時に読むプロセスの数(既定は2まで)", "How many processes read at once; up to 2 if not given."),
    ),
]


def collect(
    sources: Sources,
    output: Output,
    edition: Editions = None,
    update: Update = False,
    processes: Processes = None,
) -> None:
    gc.enable()  # much is read, and what is no longer needed is given back
    names = _paths(sources)
    refuse_without(WORKFORCE, "workforce", Text(ja="全員の経歴を集める", en="Collecting a workforce"))
    if any(name.suffix.lower() == ".xlsx" or any(name.glob("*.xlsx")) for name in names):
        refuse_without(["python_calamine"], "workbook", Text(ja="Excelブックの読み込み", en="Reading a workbook"))
    asked_editions(edition or [])
    from kijun.exchange.workforce.collecting import collect_into  # noqa: PLC0415  # brings pyarrow

    count = processes or min(_MOST_PROCESSES, os.cpu_count() or 1)
    try:
        with work_progress() as begin:
            outcome = collect_into(
                output,
                names,
                tuple(edition or ()),
                replace=update,
                processes=count,
                reading=begin(say("読んでいます", "Reading")),
                writing=begin(say("書いています", "Writing")),
            )
    except KeyboardInterrupt:
        show_error(KijunError(_STOPPED_WORDS))
        raise typer.Exit(_STOPPED) from None
    _show(outcome, output)


collect.__doc__ = say(
    """経歴を集めて、まとめて判定できる形にする。読めない行は別に置き、ほかは続ける。止めても、もう一度実行すれば続きから始まる。

    例:

      kijun workforce collect records -o workforce

      kijun workforce collect members.jsonl -o workforce

      kijun workforce collect people.csv engagements.csv ratings.csv -o workforce

      kijun workforce collect records members.xlsx -o workforce --update

    終了コード: 0 集めた(使えない行があっても)、2 何も集められないかコマンドの誤り。
    """,
    """Collect records, so that everybody can be judged at once. Rows that cannot be used are set aside, and the rest goes on.
    Stopped and run again, it continues.

    Examples:

      kijun workforce collect records -o workforce

      kijun workforce collect members.jsonl -o workforce

      kijun workforce collect people.csv engagements.csv ratings.csv -o workforce

      kijun workforce collect records members.xlsx -o workforce --update

    Exit codes: 0 collected, also where rows were set aside; 2 nothing could be collected, or the command is wrong.
    """,
)

_STOPPED_WORDS: Final = Text(
    ja="止めました。できた分は残してあり、同じコマンドをもう一度実行すると続きから始まります。",
    en="Stopped. What is done is kept: run the same command again to continue.",
)


def _paths(sources: Sequence[str]) -> list[Path]:
    """Return the sources; one without a name would be taken for the folder one stands in."""
    if not all(each.strip() for each in sources):
        raise BadInput(
            Text(
                ja="SOURCEの値が空です。ファイルかフォルダーの名前を書いてください。",
                en="A SOURCE is empty. Write the name of a file or a folder.",
            )
        )
    return [Path(each) for each in sources]


def _show(outcome: Outcome, output: Path) -> None:
    show_problems([*outcome.remarks, *outcome.problems[:_SHOWN]])
    if outcome.done_before:
        show_message(
            say(
                f"続きから始めました: {outcome.pieces:,}個のうち{outcome.done_before:,}個は前に読んであります。",
                f"Continued: of {outcome.pieces:,} pieces, {outcome.done_before:,} were read before.",
            )
        )
    aside = outcome.set_aside
    if outcome.people == 0:
        raise BadInput(_nobody(aside))
    show_message(
        say(f"{outcome.people:,}人を{output}に集めました。", f"Collected {_people(outcome.people)} into {output}.")
    )
    for table, rows in outcome.rows.items():
        show_message(f"  {table}: {rows:,}")
    if aside:
        show_error(
            KijunError(
                Text(
                    ja=f"使えない{aside:,}件は{outcome.set_aside_file}に分けてあります。直してもう一度集めてください。",
                    en=f"{_rows(aside)} could not be used, and {'stands' if aside == 1 else 'stand'} in "
                    f"{outcome.set_aside_file}. Correct the sources and collect again.",
                )
            )
        )
    show_message(say(f"次は: `kijun workforce judge {output}`", f"Next: `kijun workforce judge {output}`"))


def _nobody(aside: int) -> Text:
    """Return what is said where nobody can be collected, whether or not there is something to correct."""
    if not aside:
        return Text(
            ja="経歴が一つもないので、何も書きませんでした。もとのファイルを確かめてください。",
            en="There is not one record, and nothing was written. Look at the sources.",
        )
    return Text(
        ja=f"使える経歴が一つもないので、何も書きませんでした。使えないものは{aside:,}件です。",
        en=f"Not one record can be used, and nothing was written. {_rows(aside)} cannot be used.",
    )


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count:,} people"


def _rows(count: int) -> str:
    return "1 entry" if count == 1 else f"{count:,} entries"


COMMAND = collect
