"""`kijun workforce summary`: people by field and level, who is one part short, and where the bench has holes."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated, Final

import typer

from kijun.cli.extras import WORKFORCE, refuse_without
from kijun.cli.language import say
from kijun.cli.workforce.stopping import stoppable
from kijun.cli.written_file import refuse_unwritable
from kijun.errors import BadInput
from kijun.text import Text

_LARGEST_MASK: Final = 1_000_000


class SummaryFormat(str, Enum):
    """For a terminal, a spreadsheet, a workbook, a browser, or other programs."""

    text = "text"
    csv = "csv"
    xlsx = "xlsx"
    html = "html"
    json = "json"


class By(str, Enum):
    """Into which groups people are put."""

    team = "team"


Out = Annotated[
    Path,
    typer.Argument(
        metavar="OUT",
        help=say("`kijun workforce judge`の結果のフォルダー", "What `kijun workforce judge` wrote."),
    ),
]
ByGroup = Annotated[
    By | None, typer.Option("--by", help=say("所属ごとにも数える", "Count the people of each team as well."))
]
HowWritten = Annotated[SummaryFormat, typer.Option("--format", help=say("出力の形", "How to write the result."))]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help=say("書き出すファイル", "The file to write.")),
]
MaskBelow = Annotated[
    int,
    typer.Option(
        "--mask-below",
        metavar="N",
        min=0,
        max=_LARGEST_MASK,
        help=say(
            "N人未満の所属を伏せる。1つだけ伏せると逆算できるので、そのときはもう1つ伏せる",
            "Mask teams of fewer than N people; where one alone could be worked out, another one with it.",
        ),
    ),
]
AskedFields = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="FIELD",
        help=say("見る専門分野(例: hardware)。繰り返せる", "A field, such as hardware. May be repeated."),
    ),
]
PeopleLimit = Annotated[
    int,
    typer.Option(
        "--people-limit",
        metavar="N",
        min=0,
        max=_LARGEST_MASK,
        help=say(
            "text、html、jsonで名前を挙げる人数(csvは全員)",
            "How many people text, html and json name; csv names all.",
        ),
    ),
]


def summary(
    out: Out,
    by: ByGroup = None,
    field: AskedFields = None,
    format: HowWritten = SummaryFormat.text,
    output: Output = None,
    mask_below: MaskBelow = 0,
    people_limit: PeopleLimit = 20,
) -> None:
    _refuse_output(format, output)
    refuse_without(WORKFORCE, "workforce", Text(ja="全員の集計", en="The summary of a workforce"))
    from kijun.cli.workforce.summary_written import write_summary  # noqa: PLC0415  # brings the engine

    with stoppable():
        write_summary(
            out,
            fields=field or [],
            by_team=by is not None,
            below=mask_below,
            most_people=people_limit,
            form=format.value,
            output=output,
        )


summary.__doc__ = say(
    """組織の判定結果を集計する。専門分野とレベルごとの人数、あと1つの人、層の薄いところを示す。

    例:

      kijun workforce summary workforce.verdicts

      kijun workforce summary workforce.verdicts --by team --mask-below 5

      kijun workforce summary workforce.verdicts --by team --format xlsx -o summary.xlsx

    終了コード: 0 集計した、2 入力かコマンドの誤り。
    """,
    """Sum up the verdicts of a workforce: people by field and level, who is one part short, where the bench has holes.

    Examples:

      kijun workforce summary workforce.verdicts

      kijun workforce summary workforce.verdicts --by team --mask-below 5

      kijun workforce summary workforce.verdicts --by team --format xlsx -o summary.xlsx

    Exit codes: 0 summed up; 2 the input or the command is wrong.
    """,
)


def _refuse_output(form: SummaryFormat, output: Path | None) -> None:
    if form is SummaryFormat.xlsx:
        refuse_without(["xlsxwriter"], "workbook", Text(ja="Excelブックの書き出し", en="Writing a workbook"))
    if output is not None:
        refuse_unwritable(output)
    elif form is SummaryFormat.xlsx:
        raise BadInput(
            Text(
                ja="--format xlsxには書き出すファイルを-oで指定してください。",
                en="Name the file to write with -o for --format xlsx.",
            )
        )


COMMAND = summary
