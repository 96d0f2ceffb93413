"""How are the verdicts of a workforce worked out and written, whole or not at all?"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from kijun.cli.language import say
from kijun.cli.output import show_message
from kijun.cli.question import Asked
from kijun.cli.workforce.judge_editions import seen_from, sources_of
from kijun.cli.workforce.progress import work_progress
from kijun.framework.resolve import ResolvedEdition
from kijun.population.engines.duckdb import DuckDbEngine
from kijun.population.engines.engine import Engine
from kijun.population.judge_all import judge_all
from kijun.population.load import Workforce, open_workforce
from kijun.population.verdicts_judgement import FILE, Judgement
from kijun.population.whole_folder import refuse_taken_folder, whole_folder


def write_verdicts(
    folder: Path,
    out: Path,
    *,
    asked: Asked,
    editions: Sequence[ResolvedEdition],
    on: date,
    engine: str,
    master: str | None,
    partition_by: Sequence[str],
    replace: bool,
) -> None:
    """Judge the workforce of a folder and say what was written. Raises KijunError; then `out` is as it was."""
    refuse_taken_folder(out, known_by=FILE, replace=replace)
    workforce = open_workforce(folder)
    people = workforce.manifest.people
    with (
        closing(engine_for(workforce, engine, master)) as judges,
        work_progress() as begin,
        whole_folder(out, known_by=FILE, replace=replace) as new,
    ):
        tell = begin(say("判定しています", "Judging"))
        judgement = judge_all(
            editions,
            workforce,
            on=on,
            engine=judges,
            into=new,
            sources=sources_of(asked, out),
            folder=seen_from(out, folder),
            partition_by=partition_by,
            progress=lambda done: tell(done, people),
        )
    _show(judgement, out)


def engine_for(workforce: Workforce, name: str, master: str | None = None) -> Engine:
    """Return what works it out: DuckDB in this process, or Spark on a master."""
    if name == "duckdb":
        return DuckDbEngine(workforce)
    from kijun.population.engines.spark import SparkEngine  # noqa: PLC0415  # only whoever asks for it has it

    return SparkEngine(workforce) if master is None else SparkEngine(workforce, master=master)


def _show(judgement: Judgement, out: Path) -> None:
    cells = sum(each.part is None for each in judgement.parts)
    people = "1 person" if judgement.people == 1 else f"{judgement.people:,} people"
    show_message(
        say(
            f"{judgement.people:,}人を{cells}のセルで判定し、{out}に書き出しました。",
            f"Judged {people} in {cells} cells into {out}.",
        )
    )
    command = shlex.join(["kijun", "workforce", "summary", str(out)])
    show_message(say(f"次は: `{command}`", f"Next: `{command}`"))
