"""`kijun workforce explain`: the full proof of one person of a workforce in one cell."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kijun.cli.extras import WORKFORCE, refuse_without
from kijun.cli.language import say
from kijun.cli.output import console
from kijun.cli.workforce.stopping import stoppable
from kijun.text import Text

Out = Annotated[
    Path,
    typer.Argument(
        metavar="OUT",
        help=say("`kijun workforce judge`の結果のフォルダー", "What `kijun workforce judge` wrote."),
    ),
]
Whom = Annotated[
    str,
    typer.Argument(
        metavar="PERSON",
        help=say("社員番号か、#と表の中の番号", "An employee number, or # and the number of the tables."),
    ),
]
Cell = Annotated[str, typer.Argument(metavar="CELL", help=say("セル(例: hardware/5)", "A cell, such as hardware/5."))]
Where = Annotated[
    Path | None,
    typer.Option(
        "--workforce",
        metavar="DIR",
        help=say("組織のデータの今の場所(移した場合)", "Where the workforce is now, if it was moved."),
    ),
]


def explain(out: Out, person: Whom, cell: Cell, workforce: Where = None) -> None:
    refuse_without(WORKFORCE, "workforce", Text(ja="証明の表示", en="The proof of one person"))
    from kijun.cli.workforce.explain_as_text import show_explained  # noqa: PLC0415  # bring the engine
    from kijun.cli.workforce.explain_person import explained  # noqa: PLC0415
    from kijun.population.verdicts import open_verdicts  # noqa: PLC0415

    verdicts = open_verdicts(out)
    with stoppable():
        show_explained(console(), explained(verdicts, person, cell, folder=workforce), verdicts)


explain.__doc__ = say(
    """組織の判定結果のうち、1人の1つのセルの証明を示す。経歴が伏せている事実は示さない。

    例:

      kijun workforce explain workforce.verdicts E00000012 hardware/5

    終了コード: 0 示した、2 入力かコマンドの誤り、または判定した後にデータか標準が変わった。
    """,
    """Show the proof of one person in one cell, out of the verdicts of a workforce. What a record keeps back is left out.

    Examples:

      kijun workforce explain workforce.verdicts E00000012 hardware/5

    Exit codes: 0 shown; 2 the input or the command is wrong, or the data or the standard has changed since.
    """,
)

COMMAND = explain
