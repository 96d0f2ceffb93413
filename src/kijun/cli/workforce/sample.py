"""`kijun workforce sample`: invented people, to try things out on and to measure with.

Exit codes: 0 written; 2 it cannot be written, or the command is wrong; 130 stopped.
"""

from __future__ import annotations

import gc
from collections.abc import Mapping
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kijun.catalogue.installed import shipped_editions
from kijun.cli.extras import refuse_without
from kijun.cli.language import say
from kijun.cli.output import show_error, show_message
from kijun.cli.question import read_judgement_day
from kijun.cli.workforce.progress import work_progress
from kijun.errors import BadInput, KijunError
from kijun.population.sample.plan import DAY, MOST_PEOPLE, MOST_ROWS, SamplePlan
from kijun.text import Text

if TYPE_CHECKING:
    from kijun.population.manifest import Manifest

_STOPPED: Final = 130
_DEFAULTS: Final = SamplePlan(people=0, seed=1)
_HIGHEST_SEED: Final = 999_999_999
_AVERAGE: Final = "AVERAGE"

People = Annotated[
    int, typer.Option("--people", min=1, max=MOST_PEOPLE, metavar="N", help=say("人数", "How many people."))
]
Output = Annotated[
    Path,
    typer.Option(
        "--output", "-o", metavar="DIR", help=say("書き出すフォルダー", "The folder that the workforce is written to.")
    ),
]
Seed = Annotated[
    int,
    typer.Option(
        "--seed",
        min=0,
        max=_HIGHEST_SEED,
        metavar="S",
        help=say("乱数の種。同じ種なら同じ人々になる", "The seed: the same one gives the same people."),
    ),
]
Until = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="DAY",
        help=say(f"経歴の最後の日(既定は{DAY})", f"The last day of the careers; {DAY} if not given."),
    ),
]
Engagements = Annotated[
    float,
    typer.Option(
        "--engagements", min=0, max=MOST_ROWS, metavar=_AVERAGE, help=say("一人の案件の平均", "Engagements a person.")
    ),
]
Contributions = Annotated[
    float,
    typer.Option(
        "--contributions",
        min=0,
        max=MOST_ROWS,
        metavar=_AVERAGE,
        help=say("一人の技術の継承の平均", "Contributions a person."),
    ),
]
Expertise = Annotated[
    float,
    typer.Option(
        "--expertise",
        min=0,
        max=MOST_ROWS,
        metavar=_AVERAGE,
        help=say("一人の専門性の領域の平均", "Areas of expertise a person."),
    ),
]
Ratings = Annotated[
    float,
    typer.Option(
        "--ratings",
        min=0,
        max=MOST_ROWS,
        metavar=_AVERAGE,
        help=say("一人のスキルの評価の平均", "Ratings of skill items a person."),
    ),
]
Update = Annotated[
    bool,
    typer.Option(
        "--update", help=say("すでにあるDIRを作り直して置き換える", "Make DIR anew and replace what is there.")
    ),
]


def sample(
    people: People,
    output: Output,
    seed: Seed = _DEFAULTS.seed,
    on: Until = None,
    engagements: Engagements = _DEFAULTS.engagements,
    contributions: Contributions = _DEFAULTS.contributions,
    expertise: Expertise = _DEFAULTS.expertise,
    ratings: Ratings = _DEFAULTS.ratings,
    update: Update = False,
) -> None:
    gc.enable()  # much is drawn, and what is no longer needed is given back
    refuse_without(("numpy", "pyarrow"), "workforce", Text(ja="見本の作成", en="A sample"))
    averages = {
        "engagements": engagements,
        "contributions": contributions,
        "expertise": expertise,
        "ratings": ratings,
    }
    _refuse_no_number(averages)
    plan = SamplePlan(people=people, seed=seed, on=read_judgement_day(on, DAY), **averages)
    try:
        manifest = _write(output, plan, replace=update)
    except KeyboardInterrupt:
        show_error(KijunError(Text(ja="止めました。何も書いていません。", en="Stopped. Nothing was written.")))
        raise typer.Exit(_STOPPED) from None
    _show(manifest, output)


sample.__doc__ = say(
    """架空の人々の経歴を作る。氏名も所属も案件も作りもので、実在の人や会社とは関係がない。同じ人数と種なら、いつも同じものができる。

    例:

      kijun workforce sample --people 200 -o sample

      kijun workforce sample --people 1000000 --seed 7 -o sample

    終了コード: 0 書き出した、2 書けないかコマンドの誤り。
    """,
    """Make up people with careers: their names, teams and projects are invented, and nobody is meant. The same number of people and the
    same seed always give the same.

    Examples:

      kijun workforce sample --people 200 -o sample

      kijun workforce sample --people 1000000 --seed 7 -o sample

    Exit codes: 0 written, 2 it cannot be written, or the command is wrong.
    """,
)


def _refuse_no_number(averages: Mapping[str, float]) -> None:
    """Raise BadInput for what the parser takes for a number although it is none."""
    for name, average in averages.items():
        if isnan(average):
            raise BadInput(
                Text(
                    ja=f"--{name}に「{average}」は使えません。0から{MOST_ROWS}までの数を書いてください。",
                    en=f'--{name} cannot be "{average}". Write a number from 0 to {MOST_ROWS}.',
                )
            )


def _write(output: Path, plan: SamplePlan, *, replace: bool) -> Manifest:
    from kijun.population.manifest import FILE  # noqa: PLC0415  # what follows brings numpy and pyarrow
    from kijun.population.sample.write import write_sample  # noqa: PLC0415  # as above
    from kijun.population.whole_folder import whole_folder  # noqa: PLC0415  # as above

    with work_progress() as begin, whole_folder(output, known_by=FILE, replace=replace) as folder:
        tell = begin(say("人々を作っています", "Making up people"))
        return write_sample(folder, shipped_editions(), plan, tell)


def _show(manifest: Manifest, output: Path) -> None:
    count = "1 person" if manifest.people == 1 else f"{manifest.people:,} people"
    show_message(say(f"架空の{manifest.people:,}人を{output}に作りました。", f"Made up {count} in {output}."))
    rows: dict[str, int] = {}
    for part in manifest.parts:
        rows = {table: rows.get(table, 0) + number for table, number in part.rows.items()}
    for table, number in rows.items():
        show_message(f"  {table}: {number:,}")
    show_message(say(f"次は: `kijun workforce judge {output}`", f"Next: `kijun workforce judge {output}`"))


COMMAND = sample
