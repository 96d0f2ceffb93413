"""Which options does `kijun judge` take, and how does it explain them?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kijun.cli.format import Format
from kijun.cli.language import say

RecordFile = Annotated[
    Path,
    typer.Argument(metavar="RECORD", help=say("経歴ファイル(YAMLまたはJSON)", "A career record (YAML or JSON).")),
]
Editions = Annotated[
    list[str] | None,
    typer.Option(
        "--edition",
        metavar="EDITION",
        help=say("判定する版: idかフォルダー。繰り返せる", "An edition, by id or folder. May be repeated."),
    ),
]
Assumed = Annotated[
    list[Path] | None,
    typer.Option(
        "--with",
        metavar="FILE",
        help=say(
            "経歴にないが、あると仮定する証拠のファイル。繰り返せる",
            "Evidence to assume that is not on record, written like a record. May be repeated.",
        ),
    ),
]
Cells = Annotated[
    list[str] | None,
    typer.Option(
        "--cell",
        metavar="CELL",
        help=say("判定するセル(例: hardware/5)。繰り返せる", "A cell, such as hardware/5. May be repeated."),
    ),
]
Day = Annotated[
    str | None,
    typer.Option("--on", metavar="DAY", help=say("判定日(既定は今日)", "The day of judgement; today if not given.")),
]
Policies = Annotated[
    list[str] | None,
    typer.Option(
        "--policy",
        metavar="NAME=VALUE",
        help=say(
            "標準に書かれていない点への組織の答え",
            "The organisation's answer to a point that the standard leaves open.",
        ),
    ),
]
HowWritten = Annotated[Format, typer.Option("--format", help=say("出力の形", "How to write the result."))]
WholeProof = Annotated[bool, typer.Option("--proof", help=say("証明をすべて示す", "Show the whole proof."))]
RequiredCell = Annotated[
    str | None,
    typer.Option(
        "--require",
        metavar="CELL",
        help=say("このセルを満たさなければ1で終わる", "End with 1 unless this cell is met."),
    ),
]
